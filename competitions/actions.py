"""Changes of competitions, events and their judges that have consequences. Each opens its own transaction."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from competitions.choices import SEALED, CompetitionState, EventState
from competitions.models import Competition, Event, JudgeAssignment
from competitions.notices import tell, tell_all
from studio.audit.errors import Refused
from studio.audit.log import record as audit
from studio.audit.rights import require
from studio.organisation.choices import Role
from studio.organisation.models import Membership
from studio.organisation.records import StaleRecord


@transaction.atomic
def change_competition(competition: Competition, actor, **values) -> Competition:
    """Set ``values``; who holds it stays as it is once there are events, because marks and results follow from it."""
    locked = _fresh(Competition, competition)
    require(actor, "competitions.edit", locked)
    if values["kind"] != locked.kind and locked.events.exists():
        raise Refused(_("It has events already. Whether the studio organises it stays as it is."))
    if (discipline := values["discipline"]) and locked.events.exclude(discipline=discipline).exists():
        raise Refused(_("It has events of other disciplines. Leave the discipline empty."))
    return _save(locked, actor, values)


@transaction.atomic
def plan_event(actor, studio, **values) -> Event:
    """A new event of a competition that is still ahead or just held."""
    event = Event(studio=studio, **values)
    _refuse_unless_it_fits(event)
    event.save()
    audit(actor, "create", event)
    return event


@transaction.atomic
def change_event(event: Event, actor, **values) -> Event:
    """Set ``values``; competition and form stay once somebody is entered, and people learn of another day."""
    locked = lock(event)
    if locked.version != event.version:
        raise StaleRecord(str(event))
    require(actor, "competitions.edit", locked)
    if why := locked.why_locked(actor):
        raise Refused(why)
    before = locked.planned_on
    if locked.entries.exists() and (values["competition"], values["form"]) != (locked.competition, locked.form):
        raise Refused(_("Somebody is entered already. Competition and form stay as they are."))
    _save(locked, actor, values, check=_refuse_unless_it_fits)
    if locked.planned_on != before and locked.state in (EventState.PLANNED, EventState.OPEN):
        tell_all(locked, "moved", key=f"{locked.planned_on}:{locked.version}", day=locked.planned_on.isoformat())
    return locked


@transaction.atomic
def assign_judge(actor, studio, *, event: Event, person) -> JudgeAssignment:
    """Have ``person`` judge one of our own events; takes the role of judge, and nobody judges where they compete."""
    locked = lock(event)
    require(actor, "competitions.edit", locked)
    if not locked.competition.is_ours:
        raise Refused(_("This competition is held elsewhere; its judges are not ours."))
    if locked.state in (*SEALED, EventState.CANCELLED):
        raise Refused(_("The marks are locked or the event is cancelled; the judges stay as they are."))
    if not Membership.objects.in_force().filter(studio=studio, person=person, role=Role.JUDGE).exists():
        raise Refused(_("%(person)s does not hold the role of judge. Give the role first.") % {"person": person})
    if locked.entrants.filter(person=person).exists():
        raise Refused(_("%(person)s competes in this event and cannot judge it.") % {"person": person})
    judge = JudgeAssignment.objects.create(studio=studio, event=locked, person=person)
    audit(actor, "create", judge)
    tell(person, "judge", locked, key=f"{judge.pk}")
    return judge


def tell_of_cancelling(event: Event, actor, reason: str) -> None:
    """Tell judges and entrants why their event is cancelled."""
    tell_all(event, "cancelled", reason=reason)


def lock(event: Event) -> Event:
    """The event as it is now, locked until the transaction ends. Whatever changes entries or marks locks it first."""
    return Event.objects.select_for_update(of=("self",)).select_related("competition", "studio").get(pk=event.pk)


def _fresh(model, record):
    locked = model.objects.select_for_update(of=("self",)).select_related("studio").get(pk=record.pk)
    if locked.version != record.version:
        raise StaleRecord(str(record))
    return locked


def _save(record, actor, values, check=lambda record: None):
    for name, value in values.items():
        setattr(record, name, value)
    check(record)
    record.save()
    audit(actor, "change", record, fields=sorted(values))
    return record


def _refuse_unless_it_fits(event: Event) -> None:
    """An event follows its competition's state, days and discipline."""
    competition = event.competition
    if competition.state not in (CompetitionState.PLANNED, CompetitionState.HELD):
        raise Refused(_("The competition is closed or cancelled. Its events stay as they are."))
    if competition.discipline_id and competition.discipline_id != event.discipline_id:
        raise Refused(
            _("The competition belongs to %(discipline)s. Choose the same discipline for the event.")
            % {"discipline": competition.discipline}
        )
    if not competition.from_date <= event.planned_on <= competition.to_date:
        days = {"first": competition.from_date, "last": competition.to_date}
        raise Refused(
            _("The competition lasts from %(first)s to %(last)s. Plan the event on one of these days.") % days
        )
