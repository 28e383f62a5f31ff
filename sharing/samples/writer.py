"""Builds sample records in memory and writes each model at once."""

from datetime import date, timedelta
from random import Random

from simple_history.utils import bulk_create_with_history

from sharing.models import Agreement, Alliance, AllianceMember, ExchangeEvent, PartnerUnit, ResourceUse, SharedResource
from sharing.samples import titles, units
from studio.organisation.models import Unit

# Parents before children.
IN_ORDER = (PartnerUnit, Alliance, AllianceMember, Agreement, ExchangeEvent, SharedResource, ResourceUse)


class Writer:
    """Collects the records of one studio. It draws its own numbers, so that other apps' samples stay what they are."""

    def __init__(self, world):
        self.world, self.studio = world, world.studio
        self.rng = Random(len(world.people))  # noqa: S311
        self.made: dict[type, list] = {model: [] for model in IN_ORDER}
        self.reasons: list[tuple] = []
        self.guests: list[tuple] = []
        self.units = list(Unit.objects.filter(company=world.studio.company))
        self.partners = {key: self._partner(sample) for key, sample in units.PARTNERS.items()}
        self.alliances = [self._alliance(sample) for sample in units.ALLIANCES]

    def add(self, model, **values):
        """A record to be written later."""
        record = model(studio=self.studio, **values)
        self.made[model].append(record)
        return record

    def save(self) -> None:
        """Write parents before children, then who was at which event."""
        for model, records in self.made.items():
            for record in records:
                self._take_keys_of_parents(record)
            bulk_create_with_history(records, model, batch_size=200, default_change_reason="sample")
        between = ExchangeEvent.partners.through
        between.objects.bulk_create(
            between(exchangeevent_id=event.pk, partnerunit_id=partner.pk) for event, partner in self.guests
        )

    def keeper(self, discipline):
        """Who looks after a discipline's things: its leader, for all disciplines the office."""
        leaders = self.world.leaders
        return leaders[discipline.pk] if discipline else self.world.accounts.get("office", next(iter(leaders.values())))

    def day(self, year: int) -> date:
        """A working day of the year."""
        day = date(year, self.rng.randint(1, 12), self.rng.randint(1, 28))
        return day - timedelta(days=max(day.weekday() - 4, 0))

    def party(self, party: str | int) -> dict:
        """A partner by its key, or an alliance by its number."""
        return {"alliance": self.alliances[party]} if isinstance(party, int) else {"partner": self.partners[party]}

    def _partner(self, sample: units.Partner) -> PartnerUnit:
        names = titles.labelled(sample.name, sample.name_en, "name")
        return self.add(PartnerUnit, **names, kind=sample.kind, region=sample.region)

    def _alliance(self, sample: units.SampleAlliance) -> Alliance:
        alliance = self.add(
            Alliance,
            **titles.labelled(sample.name, sample.name_en, "name"),
            level=sample.level,
            cluster=sample.cluster,
            cluster_en=sample.cluster_en,
            role=sample.role,
            from_date=sample.from_date,
            to_date=sample.to_date,
            secretariat=self.partners["union"].name,
            secretariat_en=self.partners["union"].name_en,
        )
        for key, role in sample.units:
            days = {"from_date": sample.from_date, "to_date": sample.to_date}
            self.add(AllianceMember, alliance=alliance, unit=self.partners[key], role=role, **days)
        return alliance

    @staticmethod
    def _take_keys_of_parents(record) -> None:
        """Parents got their keys after their children were made."""
        for field in record._meta.concrete_fields:
            if field.is_relation and field.is_cached(record):
                setattr(record, field.name, getattr(record, field.name))
