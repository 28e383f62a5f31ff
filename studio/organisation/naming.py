"""People named line by line, as a paper sheet lists them."""

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from studio.core.text import fold, fold_number, listed
from studio.organisation.models import Person

MOST_LINES = 500
PEOPLE_HELP = _("One a line: employee number or full name.")


def people_named(text: str, studio) -> list[Person]:
    """People of the studio by employee number or full name, one a line; the error lists the lines to mend."""
    lines = list(dict.fromkeys(line.strip() for line in text.splitlines() if line.strip()))
    if len(lines) > MOST_LINES:
        raise ValidationError(_("Give at most %(most)s lines at a time."), params={"most": MOST_LINES})
    known = _by_number_or_name(lines, studio)
    wrong = [line for line in lines if len(known.get(line, ())) != 1]
    if wrong:
        raise ValidationError(
            _("Not exactly one person of this studio: %(lines)s. Write the employee number or the full name."),
            params={"lines": listed(line[:40] for line in wrong[:10])},
        )
    return list(dict.fromkeys(known[line][0] for line in lines))


def _by_number_or_name(lines: list[str], studio) -> dict[str, list[Person]]:
    numbers = {fold_number(line) for line in lines}
    found = Person.objects.of_studio(studio).filter(
        Q(employee_number__in=numbers) | Q(name__in=lines) | Q(name_en__in=lines)
    )
    by_key: dict[str, list[Person]] = {}
    for person in found:
        for key in {person.employee_number, fold(person.name), fold(person.name_en)} - {""}:
            by_key.setdefault(key, []).append(person)
    return {line: by_key.get(fold_number(line)) or by_key.get(fold(line), []) for line in lines}
