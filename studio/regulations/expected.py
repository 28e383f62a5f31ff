"""How many meetings a rule asks for between two dates, as the database works it out.

A rule asks for ``times`` meetings in each month (quarter, year) that ends within it; they fall due on that last day.
Number the months: ``number(day)`` = 12 × year + month. Those that end from ``s`` to ``e``, both included, are
``number(e + 1 day) − number(s)``; quarters and years go the same way. With ``s`` = the later first day of period and
rule, and ``e`` = the earliest of the period's last day, the cut-off and the rule's last day, this is exact for any two
dates, and neighbouring periods add up.
"""

from datetime import date, timedelta

from django.db.models import Case, DateField, Expression, ExpressionWrapper, F, IntegerField, Q, Value, When
from django.db.models.functions import Coalesce, ExtractMonth, ExtractQuarter, ExtractYear, Greatest, Least

from studio.regulations.choices import Per

DAY = timedelta(days=1)


def asked_between(period, as_of: date) -> Q:
    """Rules that hold on some day of the period, as far as the cut-off."""
    return Q(from_date__lte=min(period.end, as_of)) & (Q(to_date__isnull=True) | Q(to_date__gte=period.start))


def expected_meetings(period, as_of: date) -> Expression:
    """What each rule adds."""
    last = _of_day(min(period.end, as_of) + DAY)
    after_end = ExpressionWrapper(F("to_date") + DAY, output_field=DateField())
    end = Least(last, Coalesce(_of_column(after_end), last))
    start = Greatest(_of_day(period.start), _of_column(F("from_date")))
    return F("times") * Greatest(end - start, Value(0), output_field=IntegerField())


def _of_day(day: date) -> Case:
    """The number of the month, quarter or year that holds ``day``, by the rule's own measure."""
    quarter = 4 * day.year + (day.month + 2) // 3
    return _by_measure(Value(12 * day.year + day.month), Value(quarter), Value(day.year))


def _of_column(day: Expression) -> Case:
    year = ExtractYear(day)
    return _by_measure(12 * year + ExtractMonth(day), 4 * year + ExtractQuarter(day), year)


def _by_measure(month, quarter, year) -> Case:
    return Case(
        When(per=Per.MONTH, then=month),
        When(per=Per.QUARTER, then=quarter),
        When(per=Per.YEAR, then=year),
        output_field=IntegerField(),
    )
