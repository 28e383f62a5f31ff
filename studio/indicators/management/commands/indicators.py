import datetime
import json

from django.core.management.base import BaseCommand, CommandError
from django.core.serializers.json import DjangoJSONEncoder
from django.utils.translation import gettext as _

from disciplines.models import Discipline
from studio.core.periods import InvalidPeriod, Period
from studio.indicators.engine import compute
from studio.indicators.table import FigureValue
from studio.indicators.text import stored_unit
from studio.organisation.models import Studio


class Command(BaseCommand):
    help = "Print every figure of a studio for a period, with its definition."

    def add_arguments(self, parser):
        parser.add_argument("--studio", required=True, help="address (slug) of the studio")
        when = parser.add_mutually_exclusive_group(required=True)
        when.add_argument("--year", dest="period", help="such as 2021")
        when.add_argument("--period", help="such as 2021-H1, 2021-Q3, 2021-03 or 2021-01-05..2021-02-06")
        parser.add_argument("--discipline", default="all", help="key of a discipline, all, or cross for those of none")
        parser.add_argument("--as-of", help="count what was known on this day; the period's last day unless given")
        parser.add_argument("--json", action="store_true", help="print JSON; decimals are strings")

    def handle(self, *args, **options):
        studio = Studio.objects.filter(slug=options["studio"]).first()
        if studio is None:
            raise refuse(_("There is no studio “%(slug)s”.") % {"slug": options["studio"]})
        discipline = read_discipline(options["discipline"])
        table = compute(studio, read_period(options["period"]), as_of=read_day(options["as_of"]))
        values = [table.value(key, discipline) for key in table.keys]
        if not options["json"]:
            for value in values:
                self.stdout.write(f"{value.figure.label}: {value.text} {value.unit}")
            return
        document = {
            "studio": studio.slug,
            "period": table.period.key,
            "from": table.period.start,
            "to": table.period.end,
            "as_of": table.as_of,
            "discipline": options["discipline"],
            "figures": [describe(value) for value in values],
        }
        self.stdout.write(json.dumps(document, cls=DjangoJSONEncoder, ensure_ascii=False, indent=2))


def describe(value: FigureValue) -> dict:
    """The value with what it means; a value of ``None`` is "no data"."""
    figure = value.figure
    return {
        "key": value.key,
        "label": figure.label,
        "kind": figure.kind,
        "value": value.value,
        "unit": stored_unit(figure.format, figure.unit),
        "numerator": value.numerator,
        "denominator": value.denominator,
        "definition": figure.definition,
    }


def read_period(text: str) -> Period:
    """The period that the command line names."""
    try:
        return Period.of(text)
    except InvalidPeriod as problem:
        raise refuse(str(problem)) from problem


def read_day(text: str | None) -> datetime.date | None:
    """The cut-off that the command line names, if any."""
    try:
        return datetime.date.fromisoformat(text) if text else None
    except ValueError as problem:
        raise refuse(_("“%(text)s” is no date. Write it like 2021-10-28.") % {"text": text}) from problem


def read_discipline(key: str) -> Discipline | str:
    """The discipline that the command line names, or ``all`` or ``cross``."""
    if key in ("all", "cross"):
        return key
    found = Discipline.objects.filter(key=key).first()
    if found is None:
        known = ", ".join(Discipline.objects.values_list("key", flat=True))
        raise refuse(
            _("There is no discipline “%(key)s”; these are: %(known)s, all, cross.") % {"key": key, "known": known}
        )
    return found


def refuse(text: str) -> CommandError:
    """What was asked for does not exist: exit code 2."""
    return CommandError(text, returncode=2)
