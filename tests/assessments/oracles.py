"""Visits and requests, counted in plain Python."""

from datetime import date

from studio.assessments.models import Comment, ImprovementAction, Visit
from tests.assessments.factories import make_action, make_comment, make_request, make_visit
from tests.indicators.oracle import any_day, oracle, within, world

FIRST, LAST = date(2020, 10, 1), date(2022, 3, 1)


@world
def make(studio, disciplines, random):
    for _number in range(12):
        held_on = any_day(random, FIRST, LAST, empty=0.3)
        visit = make_visit(studio, held_on=held_on, month=None if held_on else 10, day=None if held_on else 28)
        make_comment(visit, random.choice(["praise", "question"]))
        raised_on = any_day(random, FIRST, LAST, empty=0.2)
        closed_on = any_day(random, raised_on or FIRST, LAST, empty=0.5)
        request = make_request(visit, raised_on=raised_on, closed_on=closed_on)
        for discipline in [*disciplines, None]:
            done_on = any_day(random, FIRST, LAST, empty=0.5)
            state = "done" if done_on else random.choice(["open", "doing", "dropped"])
            due_on = any_day(random, FIRST, LAST)
            make_action(request, due_on=due_on, done_on=done_on, state=state, discipline=discipline)


@oracle("assessments.visits")
def visits(records, period, as_of, of):
    found = [visit for visit in records(Visit) if within(visit.held_on, period, as_of) and of(None)]
    return len(found), found


@oracle("assessments.requests_open")
def requests_open(records, period, as_of, of):
    day = min(period.end, as_of)
    found = [
        one
        for one in records(Comment)
        if one.kind == "request" and one.raised_on and one.raised_on <= day and of(None)
        if one.closed_on is None or one.closed_on > day
    ]
    return len(found), found


@oracle("assessments.requests_closed")
def requests_closed(records, period, as_of, of):
    found = [
        one
        for one in records(Comment)
        if one.kind == "request" and one.raised_on and within(one.closed_on, period, as_of) and of(None)
    ]
    return len(found), found


@oracle("assessments.actions_overdue")
def actions_overdue(records, period, as_of, of):
    day = min(period.end, as_of)
    found = [
        one
        for one in records(ImprovementAction)
        if one.state != "dropped" and one.due_on < day and of(one.discipline_id)
        if one.done_on is None or one.done_on > day
    ]
    return len(found), found
