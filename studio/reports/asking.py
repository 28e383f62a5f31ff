"""What is asked for: read from text with a clear message for everything that does not exist."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from disciplines.models import Discipline
from studio.audit.errors import Refused
from studio.core.periods import InvalidPeriod, Period
from studio.core.text import listed
from studio.organisation.models import Person

from .choices import Format, Language
from .registry import reports


class BadParameter(Refused):
    """A parameter that names nothing: which one, and what would do."""

    def __init__(self, parameter: str, text):
        super().__init__(text, 400)
        self.parameter = parameter


@dataclass(frozen=True)
class Asked:
    """A report's parameters, checked and in one order, so that equal requests are equal."""

    key: str
    period: Period
    discipline: Discipline | None
    languages: tuple[Language, ...]
    formats: tuple[Format, ...]
    person: Person | None = None

    @classmethod
    def read(cls, key, period, discipline="", languages=(), formats=(), person="") -> "Asked":
        """From plain texts; ``person`` is a sign-in name. Raises ``BadParameter``, whose message names the parameter.

        What the report does not need is left aside, so that equal reports are equal requests.
        """
        if key not in reports:
            raise BadParameter("report", _unknown(_("report"), key, reports.keys()))
        try:
            window = Period.of(period)
        except InvalidPeriod as problem:
            raise BadParameter("period", str(problem)) from problem
        needs = reports[key].needs
        about = _discipline("" if needs == "person" else discipline)
        if needs == "discipline" and about is None:
            raise BadParameter("discipline", _("This report is about one group. Choose its discipline."))
        return cls(
            key,
            window,
            about,
            several("language", _("language"), languages, Language),
            several("format", _("format"), formats, Format),
            _person(person) if needs == "person" else None,
        )

    @property
    def declared(self):
        """The declaration of the report."""
        return reports[self.key]

    def params(self) -> dict:
        """As plain JSON, for a job; ``read`` takes it back."""
        params = {
            "key": self.key,
            "period": self.period.key,
            "discipline": self.discipline.key if self.discipline else "",
            "languages": [str(one) for one in self.languages],
            "formats": [str(one) for one in self.formats],
        }
        return params | ({"person": self.person.login} if self.person else {})


def _discipline(key: str) -> Discipline | None:
    if not key:
        return None
    found = Discipline.objects.filter(key=key).first()
    if found is None:
        known = Discipline.objects.values_list("key", flat=True)
        raise BadParameter("discipline", _unknown(_("discipline"), key, known))
    return found


def _person(login: str) -> Person:
    if not login:
        raise BadParameter("person", _("This report is about one person. Choose whom."))
    found = Person.objects.filter(login=login).first()
    if found is None:
        text = _("There is no person with the sign-in name “%(login)s”.") % {"login": str(login)[:40]}
        raise BadParameter("person", text)
    return found


def several(parameter, label, given, choices) -> tuple:
    """Those of ``choices`` that are ``given``, in their own order; ``BadParameter`` for none and for unknown ones."""
    if not given:
        raise BadParameter(parameter, _("Choose at least one %(parameter)s.") % {"parameter": label})
    for one in given:
        if one not in choices.values:
            raise BadParameter(parameter, _unknown(label, one, choices.values))
    return tuple(choice for choice in choices if choice.value in set(given))


def _unknown(label, given, known) -> str:
    return _("There is no %(what)s “%(given)s”. There is: %(known)s.") % {
        "what": label,
        "given": str(given)[:40],
        "known": listed(known),
    }
