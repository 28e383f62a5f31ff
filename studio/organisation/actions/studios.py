"""Names and leads of a studio, with their history."""

from datetime import date, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from studio.audit.errors import Refused
from studio.audit.log import record as audit
from studio.organisation.models import Person, Studio, StudioLead, StudioName


@transaction.atomic
def rename_studio(studio: Studio, actor: Person, *, name: str, name_en: str, from_date: date) -> Studio:
    """Give the studio a new name from a day on; the old one stays in its history."""
    current = StudioName.objects.filter(studio=studio, to_date__isnull=True).order_by("-from_date", "-pk").first()
    if current and current.from_date and from_date <= current.from_date:
        raise Refused(_("The present name holds since %(day)s; the new one starts later.") % {"day": current.from_date})
    if current:
        current.to_date = from_date - timedelta(days=1)
        current.save()
    StudioName.objects.create(studio=studio, name=name, name_en=name_en, from_date=from_date)
    studio.name, studio.name_en = name, name_en
    studio.version += 1
    studio.save()
    audit(actor, "studio.rename", studio, studio=studio, from_date=str(from_date))
    return studio


@transaction.atomic
def change_lead(actor: Person, studio: Studio, *, person: Person, from_date: date):
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
