"""Batches, applications, nominations and appraisers: who may, when, and who is told."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from appraisals import actions
from appraisals.models import Appraiser, Batch, Candidate
from studio.audit.errors import Refused
from studio.audit.models import AuditRow
from studio.notices.models import Notice
from studio.organisation.models import Membership
from studio.organisation.records import StaleRecord
from tests.appraisals.factories import (
    assign,
    level,
    make_batch,
    make_candidate,
    make_level,
    make_occupation,
    make_score,
)
from tests.factories import make_discipline, make_person

TODAY = timezone.localdate()


def told(person):
    return list(Notice.objects.filter(person=person).order_by("pk").values_list("kind", flat=True))


def values_of(batch, **changed):
    names = ("title", "title_en", "occupation", "level", "closes_on", "exam_on", "place", "note")
    return {**{name: getattr(batch, name) for name in names}, **changed}


def test_a_batch_takes_the_discipline_of_its_occupation(studio, office, occupation, discipline):
    batch = actions.write_batch(
        office,
        studio,
        occupation=occupation,
        level=level(4),
        title_en="A batch",
        closes_on=date(2021, 4, 1),
        exam_on=date(2021, 5, 1),
    )
    assert (batch.discipline, batch.studio, batch.state) == (discipline, studio, "draft")
    assert AuditRow.objects.get(verb="create").object_id == str(batch.pk)
    # A later change of the catalogue leaves past batches where they were.
    occupation.discipline = make_discipline()
    occupation.save()
    assert Batch.objects.get(pk=batch.pk).effective_discipline_id == discipline.pk


def test_another_occupation_brings_its_discipline_while_nobody_applied(open_batch, office):
    other = make_occupation(make_discipline())
    after = actions.change_batch(open_batch, office, **values_of(open_batch, occupation=other))
    assert after.discipline == other.discipline
    make_candidate(after)
    with pytest.raises(Refused, match="have applied"):
        actions.change_batch(after, office, **values_of(after, level=level(5)))


def test_who_is_accepted_learns_of_another_day_or_place(open_batch, office):
    accepted, waiting = make_candidate(open_batch), make_candidate(open_batch, state="applied")
    later = open_batch.exam_on + timedelta(days=2)
    after = actions.change_batch(open_batch, office, **values_of(open_batch, exam_on=later))
    actions.change_batch(after, office, **values_of(after, note="Bring gloves"))
    assert told(accepted.person) == ["appraisals.moved"] and told(waiting.person) == []


def test_two_changes_at_once(open_batch, office):
    first, second = Batch.objects.get(pk=open_batch.pk), Batch.objects.get(pk=open_batch.pk)
    actions.change_batch(first, office, **values_of(first, place="Hall 1"))
    with pytest.raises(StaleRecord):
        actions.change_batch(second, office, **values_of(second, place="Hall 2"))


@pytest.mark.parametrize("role", ["member", None])
def test_members_and_staff_apply_for_themselves(open_batch, studio, role):
    person = make_person(studio, role)
    candidate = actions.apply(open_batch, person)
    assert (candidate.person, candidate.route, candidate.state) == (person, "application", "applied")
    assert (candidate.studio, candidate.applied_on) == (studio, TODAY)
    with pytest.raises(Refused, match="Already a candidate"):
        actions.apply(open_batch, person)


@pytest.mark.parametrize("role", ["trainer", "judge", "finance", "manager", "assessor"])
def test_other_roles_do_not_apply(open_batch, studio, role):
    with pytest.raises(Refused) as refused:
        actions.apply(open_batch, make_person(studio, role))
    assert refused.value.status == 403


@pytest.mark.parametrize("state", ["examined", "decided"])
def test_only_open_batches_take_applications(studio, state, leader, occupation):
    with pytest.raises(Refused, match="not open"):
        actions.nominate(make_batch(studio, occupation, state=state), leader, [make_person(studio)])


def test_applications_end(open_batch, member):
    Batch.objects.update(closes_on=TODAY - timedelta(days=1))
    with pytest.raises(Refused, match="ended on"):
        actions.apply(open_batch, member)
    Batch.objects.update(closes_on=TODAY)
    assert actions.apply(open_batch, member).pk


@pytest.mark.parametrize(("step", "refused"), [(3, False), (4, True), (5, True)])
def test_who_holds_the_level_does_not_apply_for_it(open_batch, member, step, refused):
    make_level(member, open_batch.studio, open_batch.occupation, step, date(2019, 1, 1))
    if not refused:
        assert actions.apply(open_batch, member).pk
        return
    with pytest.raises(Refused, match="held already"):
        actions.apply(open_batch, member)


def test_a_withdrawn_level_or_another_occupation_is_no_hindrance(open_batch, member, studio):
    make_level(
        member,
        studio,
        open_batch.occupation,
        4,
        date(2019, 1, 1),
        withdrawn_on=date(2020, 1, 1),
        withdrawn_reason="A wrong entry",
    )
    make_level(member, studio, make_occupation(), 6, date(2019, 1, 1))
    assert actions.apply(open_batch, member).pk


def test_group_leaders_nominate_in_their_group(open_batch, leader, studio):
    one, two = make_person(studio), make_person(studio)
    rows = actions.nominate(open_batch, leader, [one, two, one])
    assert {(row.person, row.route, row.nominated_by) for row in rows} == {
        (one, "nomination", leader),
        (two, "nomination", leader),
    }
    assert told(one) == ["appraisals.nominated"]
    days = {"closes_on": open_batch.closes_on, "exam_on": open_batch.exam_on}
    elsewhere = make_batch(studio, make_occupation(make_discipline()), state="open", **days)
    with pytest.raises(Refused) as refused:
        actions.nominate(elsewhere, leader, [one])
    assert refused.value.status == 403
    assert actions.nominate(elsewhere, make_person(studio, "office"), [one])


def test_nobody_else_nominates(open_batch, studio, member):
    for actor in (member, make_person(studio, "trainer"), make_person(studio, "manager"), make_person(studio)):
        with pytest.raises(Refused) as refused:
            actions.nominate(open_batch, actor, [make_person(studio)])
        assert refused.value.status == 403


def test_a_list_with_one_impossible_name_adds_nobody(open_batch, office, studio):
    known = make_candidate(open_batch)
    with pytest.raises(Refused, match="Already a candidate"):
        actions.nominate(open_batch, office, [make_person(studio), known.person])
    assert Candidate.objects.count() == 1


def test_appraisers_hold_the_role(open_batch, office, studio, member):
    person = make_person(studio, "appraiser")
    row = actions.assign_appraiser(office, studio, batch=open_batch, person=person)
    assert (row.studio, told(person)) == (studio, ["appraisals.assigned"])
    with pytest.raises(Refused, match="assigned already"):
        actions.assign_appraiser(office, studio, batch=open_batch, person=person)
    with pytest.raises(Refused, match="role of appraiser"):
        actions.assign_appraiser(office, studio, batch=open_batch, person=member)
    former = make_person(studio, "appraiser")
    Membership.objects.filter(person=former).update(to_date=TODAY - timedelta(days=1))
    with pytest.raises(Refused, match="role of appraiser"):
        actions.assign_appraiser(office, studio, batch=open_batch, person=former)


def test_nobody_is_candidate_and_appraiser(open_batch, office, studio):
    appraiser = make_person(studio, "appraiser")
    Membership.objects.create(studio=studio, person=appraiser, role="member", from_date=date(2015, 1, 1))
    row = assign(open_batch, appraiser)
    with pytest.raises(Refused, match="Appraisers of this batch"):
        actions.apply(open_batch, appraiser)
    row.delete()
    actions.apply(open_batch, appraiser)
    with pytest.raises(Refused, match="is a candidate"):
        actions.assign_appraiser(office, studio, batch=open_batch, person=appraiser)


def test_settled_batches_take_no_appraiser(studio, office):
    for state in ("decided", "cancelled"):
        with pytest.raises(Refused, match="This batch is"):
            actions.assign_appraiser(
                office, studio, batch=make_batch(studio, state=state), person=make_person(studio, "appraiser")
            )
    assert not Appraiser.objects.exists()


def test_an_appraiser_stays_once_scores_are_recorded(examined, office):
    row = assign(examined)
    assert row.why_locked(office) is None
    make_score(make_candidate(examined), 70)
    assert "stays named" in row.why_locked(office)


def test_the_certificate_number_is_written_once(studio, office, member):
    passed = make_candidate(make_batch(studio, state="decided"), outcome="passed")
    actions.record_certificate(passed, office, "Y0001-1")
    passed.level_record.refresh_from_db()
    assert passed.level_record.certificate_number == "Y0001-1"
    with pytest.raises(Refused, match="recorded already"):
        actions.record_certificate(passed, office, "Y0001-2")
    failed = make_candidate(make_batch(studio, state="decided"), outcome="failed")
    with pytest.raises(Refused, match="Only who passed"):
        actions.record_certificate(failed, office, "Y0001-3")
    with pytest.raises(Refused) as refused:
        actions.record_certificate(passed, member, "Y0001-4")
    assert refused.value.status == 403
