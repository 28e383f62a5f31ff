"""Checks of typed values, with messages that say how to mend them."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from studio.core.text import bad_characters


def plain_text(value: str) -> None:
    """Refuse control and direction-changing characters."""
    if found := bad_characters(value):
        raise ValidationError(
            _("This text holds characters that cannot be shown (%(found)s). Delete them."),
            params={"found": ", ".join(found[:5])},
            code="bad_characters",
        )
