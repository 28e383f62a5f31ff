from datetime import date, timedelta

from studio.assessments.models import Comment, Topic, Visit
from tests.indicators.oracle import any_day, oracle, within, world


@world
def visits(studio, disciplines, random):
    topic, _new = Topic.objects.get_or_create(key="any", defaults={"name_en": "Anything"})
    for number in range(6):
        held_on = any_day(random, date(2020, 6, 1), date(2022, 3, 1), empty=0.3)
        visit = Visit.objects.create(studio=studio, kind="provincial", held_on=held_on, assessed_by_en=f"Team {number}")
        for order in range(random.randint(0, 5)):
            kind = random.choice(("request", "request", "praise", "question"))
            raised_on = closed_on = None
            if kind == "request":
                raised_on = any_day(random, date(2020, 6, 1), date(2021, 12, 31), empty=0.2)
                first = raised_on or date(2020, 6, 1)
                closed_on = any_day(random, first, first + timedelta(days=300), empty=0.4)
            Comment.objects.create(
                studio=studio, visit=visit, order=order, kind=kind, topic=topic,
                gist_en="Do more", raised_on=raised_on, closed_on=closed_on,
            )  # fmt: skip


@oracle("assessments.visits")
def visits_held(records, period, as_of, of):
    found = [visit for visit in records(Visit) if within(visit.held_on, period, as_of) and of(None)]
    return len(found), found


def requests(records):
    return [comment for comment in records(Comment) if comment.kind == "request" and comment.raised_on]


@oracle("assessments.requests_open")
def requests_open(records, period, as_of, of):
    day = min(period.end, as_of)
    found = [
        one
        for one in requests(records)
        if one.raised_on <= day and not (one.closed_on and one.closed_on <= day) and of(None)
    ]
    return len(found), found


@oracle("assessments.requests_closed")
def requests_closed(records, period, as_of, of):
    found = [one for one in requests(records) if within(one.closed_on, period, as_of) and of(None)]
    return len(found), found
