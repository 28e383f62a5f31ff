"""Names and leads of a studio, with their history."""

from datetime import date, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from studio.audit.errors import Refused
from studio.audit.log import record as audit
from studio.organisation.models import Person, Studio, StudioLead, StudioName
from studio.organisation.records import StaleRecord


@transaction.atomic
def change_studio(studio: Studio, actor: Person, **values) -> Studio:
    """Change facts of the studio; raises ``StaleRecord`` when somebody else did meanwhile."""
    if not Studio.objects.filter(pk=studio.pk, version=studio.version).update(version=studio.version + 1):
        raise StaleRecord(str(studio))
    studio.version += 1
    for name, value in values.items():
        setattr(studio, name, value)
    studio.save()
    audit(actor, "change", studio, studio=studio, fields=sorted(values))
    return studio


@transaction.atomic
def rename_studio(actor: Person, studio: Studio, *, name: str, name_en: str, from_date: date) -> StudioName:
    """Give the studio a new name from a day on; the old one stays in its history."""
    current = StudioName.objects.filter(studio=studio, to_date__isnull=True).order_by("-pk").first()
    if current and current.from_date and from_date <= current.from_date:
        raise Refused(_("The present name holds since %(day)s; the new one starts later.") % {"day": current.from_date})
    if current is None:
        current = StudioName(studio=studio, name=studio.name, name_en=studio.name_en)
    current.to_date = from_date - timedelta(days=1)
    current.save()
    new = StudioName(studio=studio, name=name, name_en=name_en, from_date=from_date)
    new.save()
    change_studio(studio, actor, name=name, name_en=name_en)
    audit(actor, "studio.rename", studio, studio=studio, from_date=str(from_date))
    return new


@transaction.atomic
def change_lead(actor: Person, studio: Studio, *, person: Person, from_date: date) -> StudioLead:
    """Let ``person`` lead the studio from a day on; who led before stays in the history."""
    current = StudioLead.objects.select_for_update().filter(studio=studio, to_date__isnull=True).first()
    if current and current.person_id == person.pk:
        raise Refused(_("%(person)s leads the studio already.") % {"person": person})
    if current and current.from_date and from_date <= current.from_date:
        raise Refused(_("The present lead began on %(day)s.") % {"day": current.from_date})
    if current:
        current.to_date = from_date - timedelta(days=1)
        current.save()
    lead = StudioLead(studio=studio, person=person, from_date=from_date)
    lead.save()
    audit(actor, "studio.lead", lead, person=person.pk, from_date=str(from_date))
    return lead
