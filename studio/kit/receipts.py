"""A form sent twice acts once."""

from uuid import UUID

from django.db import IntegrityError, transaction

from studio.kit.models import FormReceipt


def earlier(person, sent: str) -> str:
    """Where the form with this key led when it was sent before; empty for a new one."""
    try:
        key = UUID(sent)
    except ValueError:
        return ""
    return FormReceipt.objects.filter(person=person, key=key).values_list("url", flat=True).first() or ""


def once(person, key: UUID | None, act):
    """Run ``act()`` (which returns an address) in one transaction, and only for the first use of ``key``.

    A second use waits for the first and returns its address. Whatever ``act`` raises undoes all and frees the key.
    """
    if key is None:
        with transaction.atomic():
            return act()
    try:
        with transaction.atomic():
            receipt = _claim(person, key)
            receipt.url = act()
            receipt.save(update_fields=["url"])
            return receipt.url
    except Taken:
        return FormReceipt.objects.get(person=person, key=key).url


class Taken(Exception):
    """The key was used before."""


def _claim(person, key):
    if FormReceipt.objects.filter(person=person, key=key).exists():
        raise Taken
    try:
        with transaction.atomic():
            return FormReceipt.objects.create(person=person, key=key)
    except IntegrityError as problem:
        raise Taken from problem
