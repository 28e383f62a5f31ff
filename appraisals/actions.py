"""Changes of batches and candidates that have consequences. Each opens its own transaction."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from appraisals.choices import BatchState, CandidateState, Route
from appraisals.models import Appraiser, Batch, Candidate
from appraisals.notices import tell
from disciplines.actions import add_certificate
from disciplines.models import LevelRecord
from studio.audit.errors import Refused
from studio.audit.log import record as audit
from studio.audit.rights import require
from studio.core.text import listed
from studio.organisation.choices import Role
from studio.organisation.models import Membership
from studio.organisation.records import StaleRecord

UPCOMING = (BatchState.DRAFT, BatchState.OPEN)


@transaction.atomic
def write_batch(actor, studio, *, occupation, **values) -> Batch:
    """A draft; its discipline is the occupation's of today."""
    batch = Batch(studio=studio, occupation=occupation, discipline=occupation.discipline, **values)
    batch.save()
    audit(actor, "create", batch)
    return batch


@transaction.atomic
def change_batch(batch: Batch, actor, **values) -> Batch:
    """Set ``values``; accepted candidates are told when day or place move."""
    locked = lock(batch)
    if locked.version != batch.version:
        raise StaleRecord(str(batch))
    require(actor, "appraisals.edit", locked)
    before = (locked.exam_on, locked.place)
    asked = {name: values[name] for name in ("occupation", "level") if name in values}
    if any(getattr(locked, name) != value for name, value in asked.items()):
        _refuse_with_candidates(locked)
        locked.discipline = values["occupation"].discipline
    for name, value in values.items():
        setattr(locked, name, value)
    locked.save()
    audit(actor, "change", locked, fields=sorted(values))
    if locked.state == BatchState.OPEN and (locked.exam_on, locked.place) != before:
        tell_accepted(locked, "moved", place=locked.place or "—")
    return locked


@transaction.atomic
def assign_appraiser(actor, studio, *, batch: Batch, person) -> Appraiser:
    """Hand the scores of a batch to an appraiser; from the first one on the office no longer enters them."""
    locked = lock(batch)
    require(actor, "appraisals.edit", locked)
    if locked.state in (BatchState.DECIDED, BatchState.CANCELLED):
        raise Refused(locked.why_locked(actor))
    held = Membership.objects.in_force().filter(studio=studio, person=person, role=Role.APPRAISER)
    if not held.exists():
        raise Refused(_("%(person)s does not hold the role of appraiser. Give it first.") % {"person": person})
    if locked.candidates.filter(person=person).exclude(state=CandidateState.WITHDRAWN).exists():
        raise Refused(_("%(person)s is a candidate of this batch and cannot appraise it.") % {"person": person})
    if locked.appraisers.filter(person=person).exists():
        raise Refused(_("This person is assigned already."))
    row = Appraiser(studio=locked.studio, batch=locked, person=person)
    row.save()
    audit(actor, "assign", locked, appraiser=row.pk)
    tell(person, "assigned", locked, row)
    return row


@transaction.atomic
def apply(batch: Batch, actor) -> Candidate:
    """Apply for oneself, while the batch takes applications."""
    locked = lock(batch)
    require(actor, "appraisals.apply", locked)
    return _add(locked, [actor], actor, Route.APPLICATION)[0]


@transaction.atomic
def nominate(batch: Batch, actor, people) -> list[Candidate]:
    """Nominate others: the office anywhere, a group leader in the own discipline."""
    locked = lock(batch)
    require(actor, "appraisals.nominate", locked)
    rows = _add(locked, list(dict.fromkeys(people)), actor, Route.NOMINATION)
    for row in rows:
        tell(row.person, "nominated", locked, row)
    return rows


@transaction.atomic
def record_certificate(candidate: Candidate, actor, number: str) -> Candidate:
    """Note the certificate's number on the level record that the candidate's passing wrote."""
    require(actor, "appraisals.edit", candidate)
    if candidate.level_record is None:
        raise Refused(_("Only who passed gets a certificate."))
    add_certificate(candidate.level_record, actor, number)
    return candidate


def lock(batch: Batch) -> Batch:
    """The batch as it is now, locked until the transaction ends. Whatever adds to it takes this lock first."""
    rows = Batch.objects.select_for_update(of=("self",)).select_related("studio", "occupation", "level")
    return rows.get(pk=batch.pk)


def tell_accepted(batch: Batch, kind: str, **params) -> None:
    """Tell every accepted candidate."""
    for row in batch.candidates.accepted().select_related("person", "studio"):
        tell(row.person, kind, batch, row, **params)


def why_not_apply(batch: Batch) -> str | None:
    """Why nobody is added to the batch now."""
    if batch.state != BatchState.OPEN:
        return _("This batch is not open for applications.")
    if batch.closes_on < timezone.localdate():
        return _("Applications ended on %(day)s. The office can set a later day.") % {"day": batch.closes_on}
    return None


def already_holding(batch: Batch, people):
    """Standing records of the level asked for, or a higher one, that ``people`` hold in the batch's occupation."""
    held = LevelRecord.objects.standing().filter(studio=batch.studio, person__in=people, occupation=batch.occupation)
    return held.filter(level__step__gte=batch.level.step)


def _add(batch: Batch, people: list, actor, route: str) -> list[Candidate]:
    if why := why_not_apply(batch):
        raise Refused(why)
    _refuse_listed(batch.candidates.filter(person__in=people), _("Already a candidate: %(people)s."))
    _refuse_listed(batch.appraisers.filter(person__in=people), _("Appraisers of this batch: %(people)s."))
    _refuse_listed(
        already_holding(batch, people), _("%(people)s: this level or a higher one in the occupation is held already.")
    )
    nominator = actor if route == Route.NOMINATION else None
    rows = [
        Candidate(studio=batch.studio, batch=batch, person=person, route=route, nominated_by=nominator)
        for person in people
    ]
    for row in rows:
        row.save()
    audit(actor, "nominate" if nominator else "apply", batch, candidates=[row.pk for row in rows])
    return rows


def _refuse_listed(rows, text) -> None:
    people = list(dict.fromkeys(row.person for row in rows.select_related("person")))
    if people:
        raise Refused(text % {"people": listed(people)})


def _refuse_with_candidates(batch: Batch) -> None:
    if batch.candidates.exists():
        raise Refused(_("People have applied for this occupation and level. Cancel the batch and write a new one."))
