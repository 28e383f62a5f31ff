from datetime import date, timedelta
from decimal import Decimal

from appraisals.models import Appraiser, Batch, Candidate, Score
from disciplines.models import Group, GroupMembership, LevelRecord, Occupation, SkillLevel
from tests.factories import make_person
from tests.indicators.oracle import any_day, oracle, share, within, world

FIRST, LAST = date(2020, 6, 1), date(2022, 3, 1)


@world
def appraisals(studio, disciplines, random):
    levels = list(SkillLevel.objects.filter(step__range=(3, 7)))
    jobs = [
        Occupation.objects.create(name=f"{studio.pk} {number}", name_en=f"Job {studio.pk} {number}", discipline=one)
        for number, one in enumerate([None, *disciplines, *disciplines])
    ]
    people = [make_person(studio) for _number in range(9)]
    groups = [group_of(studio, discipline) for discipline in disciplines]
    for person in people[:7]:
        start = any_day(random, date(2019, 1, 1), LAST)
        end = any_day(random, start, LAST + timedelta(days=90), empty=0.5)
        GroupMembership.objects.create(
            studio=studio, group=random.choice(groups), person=person, from_date=start, to_date=end
        )
    for _number in range(45):
        one_level(studio, random.choice(people), random.choice(jobs[:4]), random.choice(levels), random)
    decider = make_person(studio, "lead")
    for _number in range(12):
        batch = one_batch(studio, random.choice(jobs), random.choice(levels), decider, random)
        for person in random.sample(people, random.randint(0, 6)):
            one_candidate(batch, person, random)


def group_of(studio, discipline):
    """A group of its own with an end: another world may make the open one of the discipline."""
    return Group.objects.create(
        studio=studio, discipline=discipline, name_en="G", from_date=FIRST, to_date=date(2030, 1, 1)
    )


def one_level(studio, person, job, level, random):
    reached = any_day(random, date(2018, 1, 1), LAST)
    known = LevelRecord.objects.filter(person=person, occupation=job, level=level, reached_on=reached)
    if known.exists():
        return
    withdrawn = any_day(random, reached, reached + timedelta(days=300), empty=0.8)
    LevelRecord.objects.create(
        studio=studio,
        person=person,
        occupation=job,
        level=level,
        reached_on=reached,
        basis=random.choice(("appraisal", "competition", "certificate")),
        withdrawn_on=withdrawn,
        withdrawn_reason="Wrong" if withdrawn else "",
    )


def one_batch(studio, job, level, decider, random):
    state = random.choice(("draft", "open", "examined", "decided", "decided", "decided", "cancelled"))
    day = any_day(random, FIRST, LAST)
    decided = day + timedelta(days=random.randint(0, 60)) if state == "decided" else None
    return Batch.objects.create(
        studio=studio,
        title_en="A batch",
        occupation=job,
        discipline=job.discipline,
        level=level,
        closes_on=day - timedelta(days=20),
        exam_on=day,
        state=state,
        examined_on=day if state in ("examined", "decided") else None,
        decided_on=decided,
        decided_by=decider if decided else None,
        cancelled_on=day if state == "cancelled" else None,
    )


def one_candidate(batch, person, random):
    state = random.choice(("applied", "accepted", "accepted", "accepted", "accepted", "declined", "withdrawn"))
    candidate = Candidate(
        studio=batch.studio,
        batch=batch,
        person=person,
        route="application",
        state=state,
        answered_on=batch.closes_on if state in ("accepted", "declined") else None,
        answer_reason="Papers" if state == "declined" else "",
        withdrawn_on=batch.closes_on if state == "withdrawn" else None,
    )
    if batch.decided_on and state == "accepted":
        candidate.outcome = random.choice(("passed", "passed", "failed", "absent"))
    if candidate.outcome == "passed":
        candidate.level_record, _new = LevelRecord.objects.get_or_create(
            studio=batch.studio,
            person=person,
            occupation=batch.occupation,
            level=batch.level,
            reached_on=batch.decided_on,
            withdrawn_on=None,
            defaults={"basis": "appraisal"},
        )
        if Candidate.objects.filter(level_record=candidate.level_record).exists():
            candidate.outcome, candidate.level_record = "failed", None
    candidate.save()
    if random.random() < 0.5:
        Score.objects.create(studio=batch.studio, candidate=candidate, theory=Decimal(70))
    if random.random() < 0.2 and not Appraiser.objects.filter(batch=batch, person=person).exists():
        Appraiser.objects.create(studio=batch.studio, batch=batch, person=person)


@oracle("appraisals.batches")
def batches(records, period, as_of, of):
    found = [one for one in records(Batch) if within(one.examined_on, period, as_of) and of(one.discipline_id)]
    return len(found), found


def candidates(records, of, day_of, period, as_of, counts):
    return [
        one
        for one in records(Candidate)
        if within(day_of(one.batch), period, as_of) and of(one.batch.discipline_id) and counts(one)
    ]


def examined_on(batch):
    return batch.examined_on


def decided_on(batch):
    return batch.decided_on


@oracle("appraisals.candidates")
def candidates_examined(records, period, as_of, of):
    def sat(one):
        return one.state == "accepted" and one.outcome != "absent"

    found = candidates(records, of, examined_on, period, as_of, sat)
    return len(found), found


@oracle("appraisals.decisions")
def decisions(records, period, as_of, of):
    found = candidates(records, of, decided_on, period, as_of, lambda one: one.outcome in ("passed", "failed"))
    return len(found), found


@oracle("appraisals.passed")
def passed(records, period, as_of, of):
    found = candidates(records, of, decided_on, period, as_of, lambda one: one.outcome == "passed")
    return len(found), found


@oracle("appraisals.pass_rate")
def pass_rate(records, period, as_of, of):
    number, found = decisions(records, period, as_of, of)
    return share(passed(records, period, as_of, of)[0], number), found


@oracle("appraisals.promoted")
def promoted(records, period, as_of, of):
    day = min(period.end, as_of)
    standing = [one for one in records(LevelRecord) if one.withdrawn_on is None or one.withdrawn_on > day]
    places = records(GroupMembership)

    def is_promotion(level):
        before = [
            one.level.step
            for one in standing
            if one.person_id == level.person_id
            and one.occupation_id == level.occupation_id
            and one.reached_on < level.reached_on
        ]
        inside = any(
            place.person_id == level.person_id
            and place.from_date <= level.reached_on
            and (place.to_date is None or level.reached_on <= place.to_date)
            for place in places
        )
        return inside and bool(before) and max(before) < level.level.step

    found = [
        one
        for one in standing
        if within(one.reached_on, period, as_of) and of(one.occupation.discipline_id) and is_promotion(one)
    ]
    return len({one.person_id for one in found}), found
