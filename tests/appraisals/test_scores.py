"""Who enters the scores of a batch, and what the sheet writes."""

from datetime import date
from decimal import Decimal

import pytest

from appraisals.conflicts import same_unit
from appraisals.models import Score
from appraisals.scores import Entry, record_scores
from studio.audit.errors import Refused
from studio.audit.models import AuditRow
from studio.organisation.models import Membership, Unit
from studio.organisation.records import StaleRecord
from tests.appraisals.factories import assign, make_batch, make_candidate, make_score
from tests.factories import make_person


def entry(candidate, absent=(), **scores):
    return Entry(candidate.pk, {test: Decimal(str(value)) for test, value in scores.items()}, frozenset(absent))


def record(batch, actor, *entries, **values):
    return record_scores(batch, actor, entries, **{"version": batch.version, **values})


def refused(batch, actor, *entries) -> Refused:
    batch.refresh_from_db()
    with pytest.raises(Refused) as caught:
        record(batch, actor, *entries)
    return caught.value


def test_a_whole_sheet_in_one_go(examined, office):
    both, part, away, open_line = (make_candidate(examined) for _number in range(4))
    record(
        examined,
        office,
        entry(both, theory=81.25, practical=70),
        entry(part, theory=55, absent=["practical"]),
        entry(away, absent=["theory", "practical"]),
        entry(open_line),
    )
    rows = Score.objects.order_by("candidate").values_list("theory", "theory_absent", "practical", "practical_absent")
    assert list(rows) == [
        (Decimal("81.25"), False, Decimal(70), False),
        (Decimal(55), False, None, True),
        (None, True, None, True),
    ]
    assert both.score.studio == examined.studio and both.score.history.first().history_user == office
    assert AuditRow.objects.get(verb="record_scores").facts["candidates"] == [both.pk, part.pk, away.pk]


def test_a_second_sheet_changes_what_differs(examined, office):
    same, other = make_candidate(examined), make_candidate(examined)
    after = record(examined, office, entry(same, theory=70), entry(other, theory=60))
    record(after, office, entry(same, theory=70), entry(other, theory=61, practical=80))
    assert list(Score.objects.order_by("candidate").values_list("version", flat=True)) == [1, 2]
    assert other.score.history.count() == 2


def test_below_technician_no_review_is_asked_for(studio, office):
    senior, technician = (make_batch(studio, step=step, state="examined") for step in (4, 5))
    for batch in (senior, technician):
        record(batch, office, entry(make_candidate(batch), theory=70, practical=70, review=70))
    assert list(Score.objects.order_by("pk").values_list("review", flat=True)) == [None, Decimal(70)]


@pytest.mark.parametrize("value", ["-0.01", "100.01"])
def test_scores_out_of_range(examined, office, value):
    assert "0 to 100" in refused(examined, office, entry(make_candidate(examined), theory=value)).text


def test_who_was_absent_has_no_score(examined, office):
    line = entry(make_candidate(examined), theory=50, absent=["theory"])
    assert "no score" in refused(examined, office, line).text


def test_two_sheets_at_once(examined, office):
    candidate = make_candidate(examined)
    record(examined, office, entry(candidate, theory=70))
    with pytest.raises(StaleRecord):
        record(examined, office, entry(candidate, theory=80), version=examined.version)
    assert Score.objects.get().theory == 70


@pytest.mark.parametrize("state", ["draft", "open", "decided", "cancelled"])
def test_scores_are_entered_between_exam_and_decision(studio, office, state):
    assert "between the exam day" in refused(make_batch(studio, state=state), office).text


def test_only_accepted_candidates_of_this_batch_are_scored(examined, office, studio):
    elsewhere = make_candidate(make_batch(studio, state="examined"))
    declined = make_candidate(examined, state="declined")
    for candidate in (elsewhere, declined):
        assert "no candidate any more" in refused(examined, office, entry(candidate, theory=70)).text


def test_without_appraisers_only_the_office_enters(examined, studio, office):
    line = entry(make_candidate(examined), theory=70)
    others = [make_person(studio, role) for role in ("lead", "appraiser", "judge", "trainer", "manager", "member")]
    for actor in (*others, make_person(studio), make_person(is_staff=True)):
        assert refused(examined, actor, line).status == 403
    assert record(examined, office, line)


def test_with_an_appraiser_only_assigned_ones_enter(examined, studio, office):
    line = entry(make_candidate(examined), theory=70)
    appraiser = assign(examined).person
    for actor in (office, make_person(studio, "appraiser"), make_person(is_staff=True)):
        answer = refused(examined, actor, line)
        assert (answer.status, "appraisers assigned" in answer.text) == (403, True)
    assert record(examined, appraiser, line)


def test_assigning_without_the_role_gives_nothing(examined, studio):
    line = entry(make_candidate(examined), theory=70)
    administrator, former = make_person(is_staff=True), make_person(studio, "appraiser")
    Membership.objects.filter(person=former).update(to_date=date(2020, 1, 1))
    for person in (administrator, former):
        assign(examined, person)
        answer = refused(examined, person, line)
        assert (answer.status, "role of appraiser" in answer.text) == (403, True)
        assert not person.has_perm("appraisal_scores.edit", examined)


def test_nobody_enters_their_own_scores(examined, studio, office):
    own, other = make_candidate(examined, office), make_candidate(examined)
    assert not office.has_perm("appraisal_scores.edit", own)
    assert office.has_perm("appraisal_scores.edit", other)
    assert refused(examined, office, entry(own, theory=100)).status == 403
    record(examined, office, entry(own), entry(other, theory=70))  # an untouched own line is no refusal
    assert Score.objects.get().candidate == other


def test_an_appraiser_leaves_the_own_unit_to_others(examined, studio):
    company = studio.company
    workshop = Unit.objects.create(company=company, name_en="Workshop")
    team = Unit.objects.create(company=company, name_en="Team 1", parent=workshop)
    elsewhere = Unit.objects.create(company=company, name_en="Power plant")
    appraiser = assign(examined, make_person(studio, "appraiser", unit=workshop)).person
    near = make_candidate(examined, make_person(studio, unit=team, name_en="Chen Ming"))
    far = make_candidate(examined, make_person(studio, unit=elsewhere))
    answer = refused(examined, appraiser, entry(far, theory=70), entry(near, theory=70))
    assert answer.status == 403 and "Chen Ming belongs to your unit (Team 1)" in answer.text
    assert not Score.objects.exists()
    assert record(examined, appraiser, entry(far, theory=70))
    second = assign(examined, make_person(studio, "appraiser", unit=elsewhere)).person
    examined.refresh_from_db()
    assert record(examined, second, entry(near, theory=70))
    assert Score.objects.count() == 2


def test_units_are_compared_up_the_tree(studio):
    company = studio.company
    plant = Unit.objects.create(company=company, name_en="Plant")
    one, two = (Unit.objects.create(company=company, name_en=name, parent=plant) for name in ("One", "Two"))
    assert same_unit(one, one) and same_unit(one, plant) and same_unit(plant, two)
    assert not same_unit(one, two) and not same_unit(None, None) and not same_unit(one, None)


def test_the_office_notes_scores_of_its_own_unit(examined, studio, office):
    unit = Unit.objects.create(company=studio.company, name_en="Office")
    office.unit = unit
    office.save()
    assert record(examined, office, entry(make_candidate(examined, make_person(studio, unit=unit)), theory=70))


def test_scores_of_many_take_no_more_queries(examined, office, django_assert_max_num_queries):
    candidates = [make_candidate(examined) for _number in range(12)]
    with django_assert_max_num_queries(20):
        record(examined, office, *(entry(one, theory=70, practical=75) for one in candidates))
    assert Score.objects.count() == 12


def test_scores_are_seen_by_whom_the_table_names(studio, office, lead, leader):
    batch = make_batch(studio, state="examined")
    candidate = make_candidate(batch, make_person(studio, "member"))
    make_score(candidate, 70, 70)
    appraiser = assign(batch).person
    seeing = (office, lead, make_person(studio, "manager"), appraiser, make_person(is_staff=True))
    blind = [make_person(studio, role) for role in ("trainer", "judge", "finance", "assessor", "appraiser", "member")]
    for person in seeing:
        assert Score.objects.visible_to(person, studio).count() == 1, person
    for person in (*blind, leader, candidate.person, make_person(studio)):
        assert not Score.objects.visible_to(person, studio).exists(), person


@pytest.mark.parametrize("role", ["member", None])
def test_ones_own_scores_are_seen_after_the_decision(studio, role):
    person = make_person(studio, role)
    batch = make_batch(studio, state="examined")
    score = make_score(make_candidate(batch, person), 70, 70)
    assert not Score.objects.visible_to(person, studio).exists()
    assert not person.has_perm("appraisal_scores.view", score)
    decided = make_batch(studio, state="decided")
    score = make_score(make_candidate(decided, person), 70, 70)
    make_score(make_candidate(decided), 90, 90)
    assert list(Score.objects.visible_to(person, studio)) == [score]
