"""Sample regulations with their versions, reviews and read confirmations; duties and required kinds."""

from datetime import date, timedelta

from django.utils import timezone

from studio.regulations.models import (
    Duty,
    Reading,
    Regulation,
    RegulationKind,
    RegulationVersion,
    RequiredKind,
    VersionReview,
)
from studio.regulations.samples import texts
from studio.regulations.samples.cast import write, years_later

LATE, SOON = "equipment", ("funds", "study")  # overdue for review in 2021; due for review soon
LATE_TODAY = "visitors"
UNREAD = 0.07


class Rules:
    """Makes them for ``cast.studio``."""

    def __init__(self, cast):
        self.cast, self.rng, self.studio = cast, cast.rng, cast.studio
        self.today = timezone.localdate()
        self.kinds = {kind.key: kind for kind in RegulationKind.objects.all()}

    def add(self) -> None:
        write(RequiredKind, [self._required(key) for key in texts.REQUIRED])
        samples = (*texts.RULES, (*texts.DRAFT, ()))
        regulations = write(Regulation, [self._regulation(number, *one[:2]) for number, one in enumerate(samples, 1)])
        versions = [
            version
            for regulation, (_key, title, days) in zip(regulations, samples, strict=True)
            for version in self._versions(regulation, title, days)
        ]
        reviews = {id(version): self._reviews(version) for version in versions}
        for version in versions:
            if known := reviews[id(version)]:
                version.review_due = known[-1].next_due
        for made, version in zip(write(RegulationVersion, versions), versions, strict=True):
            for one in reviews[id(version)]:
                one.version_reviewed = made
            version.pk = made.pk
        VersionReview.objects.bulk_create([one for known in reviews.values() for one in known])
        Reading.objects.bulk_create([one for version in versions for one in self._readings(version)], batch_size=500)
        write(Duty, list(self._duties()))

    def _required(self, key: str) -> RequiredKind:
        kind = self.kinds[key]
        return RequiredKind(studio=self.studio, kind=kind, from_date=date(2020, 1, 1), basis="省级验收标准（示例）")

    def _regulation(self, number: int, key: str, title) -> Regulation:
        owner = self.rng.choice([self.cast.office, *self.cast.world.leaders.values()])
        return Regulation(
            studio=self.studio, code=f"ZD-{number:02}", kind=self.kinds[key], owner=owner, **texts.labelled(title)
        )

    def _versions(self, regulation: Regulation, title, days):
        text = texts.TEXT.format(title[0])
        common = {"studio": self.studio, "regulation": regulation, "author": self.cast.office, "text": text}
        for number, day in enumerate(days, start=1):
            following = days[number] if number < len(days) else None
            yield RegulationVersion(
                **common,
                number=f"{number}.0",
                change_note=self.rng.choice(texts.CHANGES) if number > 1 else "",
                state="replaced" if following else "in_force",
                approved_by=self.cast.lead,
                approved_on=day - timedelta(days=self.rng.randint(3, 15)),
                effective_on=day,
                review_due=years_later(day),
                replaced_on=following,
            )
        if not days:
            yield RegulationVersion(**common, number="1.0", state="draft")

    def _reviews(self, version: RegulationVersion) -> list[VersionReview]:
        """The first day for a review, and the reviews held since, as long as the version was in force."""
        if version.state == "draft":
            return []
        key, end = version.regulation.kind.key, version.replaced_on or self.today
        known = [self._review(version.effective_on, version.review_due)]
        while known[-1].next_due <= end and not (key == LATE and version.number == "1.0"):
            due = known[-1].next_due
            if key == LATE_TODAY and years_later(due) > end:
                break
            known.append(self._review(due - timedelta(days=10), years_later(due)))
        if key in SOON and version.replaced_on is None:
            known[-1].next_due = self.today + timedelta(days=20 + 15 * SOON.index(key))
        return known

    def _review(self, day: date, next_due: date) -> VersionReview:
        return VersionReview(studio=self.studio, reviewed_on=day, next_due=next_due, reviewer=self.cast.lead)

    def _readings(self, version: RegulationVersion):
        """Most members confirmed within two months."""
        if version.state == "draft":
            return
        end = version.replaced_on or self.today
        for person in self.cast.people:
            if self.rng.random() < UNREAD:
                continue
            first = max(version.effective_on, self.cast.joined.get(person.pk, version.effective_on))
            day = first + timedelta(days=self.rng.randint(0, 60))
            if day <= end:
                yield Reading(studio=self.studio, version_read=version, person=person, confirmed_on=day)

    def _duties(self):
        since = date(2020, 1, 1)
        for login, title in texts.DUTIES:
            yield self._duty(self.cast.account(login), title, since)
        for discipline in self.cast.world.disciplines:
            members = self.cast.world.members_of(discipline)
            for person, title in zip(members, texts.GROUP_DUTIES, strict=False):
                named = (f"{discipline.name}{title[0]}", f"{title[1]}: {discipline.name_en}")
                yield self._duty(person, named, since, discipline=discipline)
        first = self.cast.world.disciplines[0]
        former, later = self.cast.world.members_of(first)[3:5]
        keeper = ("实训设备保管", "Keeper of practice equipment")
        yield self._duty(former, keeper, since, to_date=date(2021, 3, 31))
        yield self._duty(later, keeper, date(2021, 4, 1))

    def _duty(self, person, title, since: date, **values) -> Duty:
        named = texts.labelled(title)
        return Duty(studio=self.studio, person=person, from_date=since, description=texts.DUTY_TEXT, **named, **values)
