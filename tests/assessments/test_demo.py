"""The sample visits of the demonstration."""

import pytest
from django.core.management import call_command

from studio.assessments.models import Comment, ImprovementAction, Visit
from studio.core.periods import Period
from studio.files.actions import of
from studio.indicators.engine import compute
from studio.organisation.models import Studio

pytestmark = pytest.mark.django_db


def test_the_demonstration_has_the_article_s_visit_and_two_sample_years(settings, tmp_path):
    settings.PRIVATE_DIR = tmp_path
    settings.MODE = "demo"
    call_command("demo")
    studio = Studio.objects.get(slug="zhang-zhaohong")
    visits = Visit.objects.filter(studio=studio)
    assert visits.undated().count() == 1
    assert sorted(visit.held_on.year for visit in visits if visit.held_on) == [2020, 2021]
    states = set(ImprovementAction.objects.filter(studio=studio).values_list("state", flat=True))
    assert states == {"open", "doing", "done", "verified", "dropped"}
    for action in ImprovementAction.objects.filter(studio=studio, state__in=["done", "verified"]):
        assert of(action).filter(kind="proof").exists()
    table = compute(studio, Period.year(2021))
    assert table.value("assessments.visits").value == 1
    assert table.value("assessments.requests_closed").value == 1
    assert table.value("assessments.requests_open").value == 2
    closed = Comment.objects.filter(studio=studio, closed_on__isnull=False)
    assert all(comment.closed_on >= comment.raised_on for comment in closed)
