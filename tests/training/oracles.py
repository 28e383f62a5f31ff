from datetime import date, timedelta
from decimal import Decimal

from tests.factories import make_person
from tests.indicators.oracle import any_day, oracle, share, within, world
from training.models import Attendance, Course, PlanLine, Session


@world
def trainings(studio, disciplines, random):
    lines = [plan_line(studio, random.choice([None, *disciplines]), random) for _number in range(10)]
    people = [make_person(studio) for _number in range(8)]
    for number in range(14):
        course = Course.objects.create(
            studio=studio,
            title_en=f"Course {number}",
            discipline=random.choice([None, *disciplines]),
            plan_line=random.choice(lines) if random.random() < 0.8 else None,
            hours=Decimal(8),
        )
        for _run in range(2):
            session = one_session(studio, course, people[0], random)
            for person in random.sample(people, random.randint(0, 5)):
                attend(session, person, random)


def plan_line(studio, discipline, random):
    approved_on = any_day(random, date(2020, 1, 1), date(2022, 2, 1), empty=0.1)
    withdrawn_on = approved_on and any_day(random, approved_on, approved_on + timedelta(days=200), empty=0.7)
    return PlanLine.objects.create(
        studio=studio,
        title_en="A line",
        discipline=discipline,
        year=random.choice((2020, 2021, 2021, 2021, 2022)),
        planned_sessions=random.randint(1, 9),
        planned_hours=Decimal("7.5"),
        planned_heads=20,
        state="withdrawn" if withdrawn_on else "approved" if approved_on else "draft",
        approved_on=approved_on,
        withdrawn_on=withdrawn_on,
    )


def one_session(studio, course, trainer, random):
    state = random.choice(("planned", "open", "held", "held", "closed", "closed", "closed", "cancelled"))
    day = any_day(random, date(2020, 6, 1), date(2022, 3, 1))
    return Session.objects.create(
        studio=studio,
        course=course,
        trainer=trainer,
        planned_on=day - timedelta(days=random.randint(0, 40)),
        class_hours=Decimal(random.randint(1, 30)) / 2 + Decimal("0.1"),
        state=state,
        held_on=day if state in ("held", "closed") else None,
        closed_on=day + timedelta(days=9) if state == "closed" else None,
        cancelled_on=day if state == "cancelled" else None,
    )


def attend(session, person, random):
    status, passed, score = "enrolled", None, None
    if session.held_on:
        status = random.choice(("present", "present", "present", "absent", "excused", "enrolled"))
    if status == "present":
        passed = random.choice((True, True, False, None))
        score = Decimal(random.randint(0, 100)) if passed is not None and random.random() < 0.5 else None
    Attendance.objects.create(
        studio=session.studio, session=session, person=person, status=status, passed=passed, score=score
    )


def lines_in_force(records, period, as_of):
    """Lines of the years touched, approved and not withdrawn on the last day that counts."""
    day = min(period.end, as_of)
    years = range(period.start.year, period.end.year + 1)
    return [
        line
        for line in records(PlanLine)
        if line.year in years
        and line.approved_on
        and line.approved_on <= day
        and not (line.withdrawn_on and line.withdrawn_on <= day)
    ]


@oracle("training.plan_lines")
def plan_lines(records, period, as_of, of):
    found = [line for line in lines_in_force(records, period, as_of) if of(line.discipline_id)]
    return len(found), found


@oracle("training.sessions_planned")
def sessions_planned(records, period, as_of, of):
    _lines, found = plan_lines(records, period, as_of, of)
    return sum(line.planned_sessions for line in found), found


@oracle("training.plan_sessions_held")
def plan_sessions_held(records, period, as_of, of):
    lines = {line.pk: line for line in lines_in_force(records, period, as_of)}
    found = [
        session
        for session in records(Session)
        if session.held_on
        and session.held_on <= min(period.end, as_of)
        and session.course.plan_line_id in lines
        and of(lines[session.course.plan_line_id].discipline_id)
    ]
    return len(found), found


@oracle("training.plan_completion")
def plan_completion(records, period, as_of, of):
    held, _sessions = plan_sessions_held(records, period, as_of, of)
    planned, lines = sessions_planned(records, period, as_of, of)
    return share(held, planned), lines


def held(records, period, as_of, of):
    return [
        session
        for session in records(Session)
        if within(session.held_on, period, as_of) and of(session.course.discipline_id)
    ]


@oracle("training.sessions_held")
def sessions_held(records, period, as_of, of):
    found = held(records, period, as_of, of)
    return len(found), found


@oracle("training.class_hours")
def class_hours(records, period, as_of, of):
    found = held(records, period, as_of, of)
    return sum((session.class_hours for session in found), Decimal(0)), found


def attendances(records, period, as_of, of, counts):
    sessions = {session.pk for session in held(records, period, as_of, of)}
    return [one for one in records(Attendance) if one.session_id in sessions and counts(one)]


def present(records, period, as_of, of):
    return attendances(records, period, as_of, of, lambda one: one.status == "present")


@oracle("training.person_times")
def person_times(records, period, as_of, of):
    found = present(records, period, as_of, of)
    return len(found), found


@oracle("training.persons_trained")
def persons_trained(records, period, as_of, of):
    found = present(records, period, as_of, of)
    return len({one.person_id for one in found}), found


@oracle("training.person_hours")
def person_hours(records, period, as_of, of):
    found = present(records, period, as_of, of)
    return sum((one.session.class_hours for one in found), Decimal(0)), found


@oracle("training.results")
def results(records, period, as_of, of):
    found = attendances(records, period, as_of, of, lambda one: one.passed is not None)
    return len(found), found


@oracle("training.passed")
def passed(records, period, as_of, of):
    found = attendances(records, period, as_of, of, lambda one: one.passed is True)
    return len(found), found


@oracle("training.pass_rate")
def pass_rate(records, period, as_of, of):
    number, found = results(records, period, as_of, of)
    return share(passed(records, period, as_of, of)[0], number), found
