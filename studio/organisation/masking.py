"""Contacts as people see them who may know that there are some."""

from studio.core.text import fold_number

STARS = "****"


def masked(value: str, first: int, last: int) -> str:
    """``value`` with its middle hidden; short values are hidden whole."""
    value = fold_number(value)
    if not value:
        return ""
    if len(value) <= first + last + 2:
        return STARS
    return f"{value[:first]}{STARS}{value[-last:] if last else ''}"


def masked_contacts(person) -> dict[str, str]:
    """Phone and identity number masked, the e-mail by its domain."""
    _name, at, domain = person.email.partition("@")
    return {
        "phone": masked(person.phone, 3, 4),
        "email": f"{STARS}@{domain}" if at else "",
        "identity_number": masked(person.identity_number, 3, 2),
    }
