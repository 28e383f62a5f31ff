"""Changes of exchange events, shared resources and their uses that have consequences."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from sharing.models import ExchangeEvent, ResourceUse, SharedResource
from studio.audit.errors import Refused
from studio.audit.log import record as audit
from studio.audit.rights import require
from studio.notices.actions import notify


@transaction.atomic
def plan_event(actor, studio, *, partners=(), **values) -> ExchangeEvent:
    """An event with at least one partner unit, or of an alliance."""
    _refuse_alone(partners, values.get("alliance"))
    event = ExchangeEvent.objects.create(studio=studio, **values)
    event.partners.set(partners)
    audit(actor, "create", event)
    return event


@transaction.atomic
def change_event(event: ExchangeEvent, actor, *, partners=(), **values) -> ExchangeEvent:
    """Change what is planned, or the texts of what took place."""
    _refuse_alone(partners, values.get("alliance"))
    _set(event, values)
    event.partners.set(partners)
    audit(actor, "change", event, fields=sorted([*values, "partners"]))
    return event


@transaction.atomic
def offer_resource(actor, studio, **values) -> SharedResource:
    """A resource on offer from a day that has come; its keeper is told."""
    _refuse_ahead(values["offered_on"])
    resource = SharedResource.objects.create(studio=studio, **values)
    audit(actor, "create", resource)
    _tell_keeper(resource, actor, "sharing.keeper", f"{resource.pk}:{resource.version}")
    return resource


@transaction.atomic
def change_resource(resource: SharedResource, actor, **values) -> SharedResource:
    """Change a resource; it was on offer by its first use, and a new keeper is told."""
    before = resource.keeper_id
    lock(resource)  # no use comes in between
    _refuse_ahead(values["offered_on"])
    first, _last = resource.uses.standing().span()
    if first and values["offered_on"] > first:
        raise Refused(_("It was used on %(day)s already; it was on offer by then.") % {"day": first})
    _set(resource, values)
    audit(actor, "change", resource, fields=sorted(values))
    if resource.keeper_id != before:
        _tell_keeper(resource, actor, "sharing.keeper", f"{resource.pk}:{resource.version}")
    return resource


@transaction.atomic
def record_use(actor, studio, *, resource: SharedResource, **values) -> ResourceUse:
    """A use on a day the resource was on offer. Who may not edit uses there records an own one."""
    locked = lock(resource)
    use = ResourceUse(studio=locked.studio, resource=locked, **_own_unless_editor(actor, locked, values))
    _refuse_wrong_day(locked, use.used_on)
    use.save()
    audit(actor, "create", use, resource=locked.pk)
    day = use.used_on.isoformat()
    _tell_keeper(locked, actor, "sharing.used", f"use:{use.pk}", day=day, by=use.user.name, by_en=use.user.name_en)
    return use


@transaction.atomic
def change_use(use: ResourceUse, actor, *, resource=None, **values) -> ResourceUse:
    """Change a use; its resource stays the same."""
    locked = lock(use.resource)
    _refuse_wrong_day(locked, values["used_on"])
    _set(use, _own_unless_editor(actor, locked, values))
    audit(actor, "change", use, fields=sorted(values))
    return use


def lock(resource: SharedResource) -> SharedResource:
    """The resource as it is now, locked until the transaction ends: uses and its days are decided one after another."""
    return SharedResource.objects.select_for_update(of=("self",)).select_related("studio").get(pk=resource.pk)


def _own_unless_editor(actor, resource: SharedResource, values: dict) -> dict:
    if actor.has_perm("sharing_uses.edit", resource):
        return values
    require(actor, "sharing.use", resource)
    if values.get("partner") or values.get("unit") or values.get("person") not in (None, actor):
        raise Refused(_("Of this resource you record your own use only. Ask the office to record uses by others."), 403)
    return {**values, "person": actor}


def _refuse_wrong_day(resource: SharedResource, day) -> None:
    _refuse_ahead(day)
    if day < resource.offered_on:
        raise Refused(_("The resource is on offer since %(day)s only.") % {"day": resource.offered_on})
    if resource.retired_on and day > resource.retired_on:
        raise Refused(_("The resource was retired on %(day)s.") % {"day": resource.retired_on})


def _refuse_ahead(day) -> None:
    if day > timezone.localdate():
        raise Refused(_("This day lies ahead. Give today or a day before."))


def _refuse_alone(partners, alliance) -> None:
    if not partners and not alliance:
        raise Refused(_("Name at least one partner unit, or the alliance: nobody exchanges alone."))


def _set(record, values: dict) -> None:
    for name, value in values.items():
        setattr(record, name, value)
    record.save()


def _tell_keeper(resource: SharedResource, actor, kind: str, key: str, **params) -> None:
    if resource.keeper_id is None or resource.keeper_id == actor.pk:
        return
    params |= {"title": resource.title, "title_en": resource.title_en}
    place = {"studio": resource.studio, "url": resource.get_absolute_url()}
    notify(resource.keeper, kind, key=f"{kind}:{key}", params=params, **place)
