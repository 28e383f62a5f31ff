"""Small makers of visits and what belongs to them."""

import itertools
from datetime import date

from studio.assessments.models import Comment, ImprovementAction, Topic, Visit
from tests.factories import make_person

_numbers = itertools.count(1)


def make_topic(**values) -> Topic:
    number = next(_numbers)
    return Topic.objects.create(**{"key": f"topic-{number}", "name_en": f"Topic {number}", **values})


def make_visit(studio, **values) -> Visit:
    values = {"kind": "national", "held_on": date(2021, 5, 20), "assessed_by_en": "Assessment team", **values}
    return Visit.objects.create(studio=studio, **values)


def make_comment(visit, kind="praise", **values) -> Comment:
    values = {"topic": values.pop("topic", None) or make_topic(), "given_by_en": "Li Shufeng", **values}
    return Comment.objects.create(studio=visit.studio, visit=visit, kind=kind, **values)


def make_request(visit, **values) -> Comment:
    return make_comment(visit, "request", **{"raised_on": date(2021, 5, 20), **values})


def make_action(request, owner=None, **values) -> ImprovementAction:
    owner = owner or make_person(request.studio, "office")
    values = {"title_en": "Keep a register", "due_on": date(2021, 9, 1), **values}
    return ImprovementAction.objects.create(studio=request.studio, request=request, owner=owner, **values)
