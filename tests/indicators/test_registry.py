import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db.models import Q

from studio.indicators.registry import CountDistinct, Sum, figures
from studio.organisation.models import Company
from tests.indicators.factories import HIGH, LEVELS, SHARE, declared, make_figure, make_ratio


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({"date": "reached"}, "no field 'reached'"),
        ({"date": "created_at"}, "not a plain date"),
        ({"date": ""}, "a flow needs a date"),
        ({"kind": "stock", "date": ""}, "a stock needs a start"),
        ({"kind": "expected", "date": ""}, "an expected figure needs a where"),
        ({"kind": "sometimes"}, "kind is one of"),
        ({"format": "stars"}, "format is one of"),
        ({"definition": ""}, "people need"),
        ({"area": ""}, "people need"),
        ({"model": None}, "only a ratio"),
        ({"discipline": "occupation__trade"}, "no field 'trade'"),
        ({"discipline": "occupation__code"}, "not a foreign key"),
        ({"where": Q(occupation__trade=1)}, "no field 'trade'"),
        ({"where": Q(person__memberships__role="lead")}, "leads to many rows"),
        ({"where": lambda period, as_of: Q(reached_on__lte=as_of) & ~Q(nowhere=1)}, "no field 'nowhere'"),
        ({"measure": CountDistinct("person__memberships")}, "leads to many rows"),
        ({"measure": CountDistinct("basis__person")}, "goes past"),
        ({"measure": Sum("person__name_en")}, "not an exact number"),
        ({"model": Company}, "no field"),
    ],
)
def test_a_figure_that_cannot_be_computed_stops_the_start(values, reason):
    with pytest.raises(ImproperlyConfigured, match=reason), declared(make_figure("test.wrong", **values)):
        pass
    assert "test.wrong" not in figures


def test_the_parts_of_a_ratio_exist_and_are_no_ratios():
    with pytest.raises(ImproperlyConfigured, match="not declared before"), declared(SHARE):
        pass
    nested = make_ratio("test.share", "test.levels", "test.nested")
    with pytest.raises(ImproperlyConfigured, match="itself a ratio"), declared(LEVELS, HIGH, SHARE, nested):
        pass
    dated = make_ratio("test.high", "test.levels", "test.dated", date="reached_on")
    with pytest.raises(ImproperlyConfigured, match="takes its rows"), declared(LEVELS, HIGH, dated):
        pass


def test_a_key_is_declared_once():
    with pytest.raises(ImproperlyConfigured, match="twice"), declared(LEVELS, LEVELS):
        pass


def test_a_look_up_may_end_in_a_comparison():
    with declared(make_figure("test.where", where=Q(level__step__gte=3, person__name_en__startswith="x"))):
        assert "test.where" in figures
