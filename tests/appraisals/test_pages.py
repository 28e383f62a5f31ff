"""The screens as each role meets them; hidden scores stand nowhere."""

from datetime import date, timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from appraisals.models import Appraiser, Batch, Candidate, Score
from studio.files.actions import attach
from studio.organisation.models import Unit
from tests.appraisals.factories import assign, level, make_batch, make_candidate, make_occupation, make_score
from tests.factories import make_discipline, make_person, make_studio

TODAY = timezone.localdate()
KINDS = ("batch", "candidate", "score")
SECRET = "87.31"


def text_of(response):
    return b"".join(response).decode(errors="replace") if response.streaming else response.content.decode()


@pytest.fixture
def records(examined):
    """An examined batch with one candidate and a score that stands nowhere else."""
    candidate = make_candidate(examined, make_person(examined.studio, "member"))
    return {"batch": examined, "candidate": candidate, "score": make_score(candidate, SECRET, 70)}


@pytest.mark.parametrize("kind", KINDS)
def test_lists_and_details_open_for_the_office(at, office, records, kind):
    assert at(office, f"appraisals:{kind}_list").status_code == 200
    assert at(office, f"appraisals:{kind}_detail", pk=records[kind].pk).status_code == 200


@pytest.mark.parametrize("kind", KINDS)
def test_empty_lists_say_what_they_are_for(at, office, kind):
    page = at(office, f"appraisals:{kind}_list")
    assert str(page.context["page"].purpose) in text_of(page).replace("&#x27;", "'")


OPEN_TO = {
    "lead": {"batch", "candidate", "score"},
    "member": {"batch", "candidate", "score"},
    "trainer": {"batch", "candidate"},
    "manager": {"batch", "candidate", "score"},
    "appraiser": {"batch", "candidate", "score"},
    "finance": set(),
    "judge": set(),
    "assessor": set(),
}


@pytest.mark.parametrize("role", OPEN_TO)
def test_lists_are_closed_where_only_totals_show(at, studio, records, role):
    person = make_person(studio, role)
    found = {kind for kind in KINDS if at(person, f"appraisals:{kind}_list").status_code == 200}
    assert found == OPEN_TO[role]


def everywhere(at, person, records) -> str:
    """What ``person`` finds on every page and in every file that could show the score."""
    batch, candidate, score = records["batch"], records["candidate"], records["score"]
    asked = [
        ("batch_list", {}),
        ("batch_detail", {"pk": batch.pk}),
        ("batch_detail", {"pk": batch.pk, "query": "?tab=scores"}),
        ("batch_detail", {"pk": batch.pk, "query": "?part=history"}),
        ("candidate_list", {}),
        ("candidate_detail", {"pk": candidate.pk}),
        ("candidate_detail", {"pk": candidate.pk, "query": "?part=history"}),
        ("score_list", {"query": "?cols=theory&cols=practical"}),
        ("score_list", {"query": f"?candidate__batch={batch.pk}&sort=theory"}),
        ("score_detail", {"pk": score.pk}),
        ("score_detail", {"pk": score.pk, "query": "?part=history"}),
        ("batch_scores", {"pk": batch.pk}),
    ]
    texts = [text_of(at(person, f"appraisals:{name}", **values)) for name, values in asked]
    for kind in KINDS:
        texts.append(text_of(at(person, f"appraisals:{kind}_export", data={"format": "csv"})))
    return "\n".join(texts)


def test_hidden_scores_stand_nowhere(at, studio, records, leader):
    hidden_from = [make_person(studio, role) for role in ("member", "trainer", "judge", "finance", "assessor")]
    hidden_from += [make_person(studio, "appraiser"), make_person(studio), leader, records["candidate"].person]
    for person in hidden_from:
        assert SECRET not in everywhere(at, person, records), person


def test_the_same_search_finds_them_for_whoever_may_see_them(at, studio, records):
    for person in (make_person(studio, "manager"), make_person(studio, "lead")):
        assert SECRET in everywhere(at, person, records)


def test_the_candidate_reads_them_after_the_decision_line_by_line(at, studio):
    batch = make_batch(studio, step=5, state="decided")
    own = make_candidate(batch, make_person(studio, "member"), outcome="failed")
    make_score(own, SECRET, "59.5", review_absent=True, theory_mark=60, practical_mark=60, review_mark=60)
    other = make_candidate(batch, outcome="passed")
    make_score(other, "91.17", 90, 90, theory_mark=60, practical_mark=60, review_mark=60)
    page = text_of(at(own.person, "appraisals:candidate_detail", pk=own.pk))
    assert SECRET in page and "59.50" in page and "absent" in page and "Comprehensive review" in page
    batches = text_of(at(own.person, "appraisals:batch_detail", pk=batch.pk, query="?tab=scores"))
    assert SECRET in batches and "91.17" not in batches
    assert at(own.person, "appraisals:score_detail", pk=other.score.pk).status_code == 404


@pytest.fixture
def roll(records, office, settings, tmp_path):
    """A scanned score roll at the batch."""
    settings.PRIVATE_DIR = tmp_path / "private"
    return attach(records["batch"], "score_roll", SimpleUploadedFile("roll.csv", b"name,score\nA,87\n"), office)


def test_the_score_roll_opens_for_whoever_may_see_all_scores(at, studio, records, roll, leader):
    batch = records["batch"]
    assigned = assign(batch).person
    assert "A,87" in text_of(at(assigned, "files:download", pk=roll.pk))
    for role in ("lead", "office", "manager"):
        person = make_person(studio, role)
        assert "A,87" in text_of(at(person, "files:download", pk=roll.pk)), role
        assert "roll.csv" in text_of(at(person, "appraisals:batch_detail", pk=batch.pk))
    others = [make_person(studio, role) for role in ("trainer", "appraiser", "member")]
    for person in (*others, leader, records["candidate"].person):
        assert at(person, "files:download", pk=roll.pk).status_code == 404, person
        assert at(person, "files:retire", pk=roll.pk, data={"reason": "x"}).status_code == 404
        page = at(person, "appraisals:batch_detail", pk=batch.pk)
        assert page.status_code == 404 or "roll.csv" not in text_of(page)


def test_a_member_sees_open_batches_and_own_things(at, studio, open_batch, member):
    draft, past = make_batch(studio), make_batch(studio, state="decided")
    own = make_batch(studio, state="examined")
    mine, other = make_candidate(own, member), make_candidate(own)
    codes = [at(member, "appraisals:batch_detail", pk=one.pk).status_code for one in (open_batch, own, draft, past)]
    assert codes == [200, 200, 404, 404]
    codes = [at(member, "appraisals:candidate_detail", pk=one.pk).status_code for one in (mine, other)]
    assert codes == [200, 404]


def test_a_group_leader_sees_the_own_group(at, studio, examined, leader):
    elsewhere = make_batch(studio, make_occupation(make_discipline()), state="examined")
    codes = [at(leader, "appraisals:batch_detail", pk=one.pk).status_code for one in (examined, elsewhere)]
    assert codes == [200, 404]


def test_applying_with_one_button(at, open_batch, member):
    page = at(member, "appraisals:batch_detail", pk=open_batch.pk)
    assert page.context["apply_url"] and not page.context["nominate_url"]
    assert at(member, "appraisals:batch_apply", pk=open_batch.pk, data={}).status_code == 302
    page = at(member, "appraisals:batch_detail", pk=open_batch.pk)
    assert page.context["mine"].person == member and not page.context["apply_url"]
    assert at(member, "appraisals:batch_apply", pk=open_batch.pk, data={}).status_code == 409
    assert Candidate.objects.count() == 1


def test_a_form_sent_twice_applies_once(at, open_batch, member):
    data = {"form_key": str(uuid4())}
    codes = [at(member, "appraisals:batch_apply", pk=open_batch.pk, data=data).status_code for _time in range(2)]
    assert codes == [302, 302] and Candidate.objects.count() == 1


def test_withdrawing_is_offered_to_the_person_only(at, open_batch, member, office):
    own = make_candidate(open_batch, member, state="applied")

    def offered(person):
        page = at(person, "appraisals:candidate_detail", pk=own.pk)
        return {one["move"].key for one in page.context["offers"]}

    assert offered(member) == {"withdraw"}
    assert offered(office) == offered(make_person(is_staff=True)) == {"accept", "decline"}
    assert at(member, "appraisals:candidate_move", pk=own.pk, move="withdraw", data={}).status_code == 302
    assert offered(member) == {"apply_again"}


def test_nominating_from_a_list_of_names(at, open_batch, leader, studio):
    make_person(studio, name_en="Chen Ming", employee_number="A17")
    page = at(leader, "appraisals:batch_detail", pk=open_batch.pk)
    assert page.context["nominate_url"] and not page.context["answers_url"]
    wrong = at(leader, "appraisals:batch_nominate", pk=open_batch.pk, data={"people": "A17\nNobody Known"})
    assert wrong.status_code == 422 and "Nobody Known" in text_of(wrong)
    assert at(leader, "appraisals:batch_nominate", pk=open_batch.pk, data={"people": "a17"}).status_code == 302
    assert Candidate.objects.get().nominated_by == leader


def test_answering_on_one_sheet(at, open_batch, office):
    yes, no = (make_candidate(open_batch, state="applied") for _number in range(2))
    own = make_candidate(open_batch, office, state="applied")
    page = at(office, "appraisals:batch_answers", pk=open_batch.pk)
    assert "left to somebody else" in text_of(page)
    data = {f"line-{yes.pk}-answer": "accept", f"line-{no.pk}-answer": "decline", f"line-{own.pk}-answer": "accept"}
    assert "the person reads it" in text_of(at(office, "appraisals:batch_answers", pk=open_batch.pk, data=data))
    data[f"line-{no.pk}-reason"] = "Papers are missing"
    assert at(office, "appraisals:batch_answers", pk=open_batch.pk, data=data).status_code == 302
    states = Candidate.objects.order_by("pk").values_list("state", flat=True)
    assert list(states) == ["accepted", "declined", "applied"]  # a locked line is not read


def sheet(batch, version=None, **typed):
    return {"version": version or batch.version, "form_key": str(uuid4()), **typed}


def test_the_score_sheet(at, examined, office):
    candidate = make_candidate(examined)
    page = at(office, "appraisals:batch_scores", pk=examined.pk)
    assert page.context["form"].heads == ["Theory", "Practical", "Absent: theory", "Absent: practical"]
    typed = {f"line-{candidate.pk}-theory": "81.25", f"line-{candidate.pk}-practical_absent": "on"}
    assert at(office, "appraisals:batch_scores", pk=examined.pk, data=sheet(examined, **typed)).status_code == 302
    assert (candidate.score.theory, candidate.score.practical_absent) == (Decimal("81.25"), True)


def test_the_sheet_of_technicians_has_the_review(at, studio, office):
    batch = make_batch(studio, step=5, state="examined")
    make_candidate(batch)
    heads = at(office, "appraisals:batch_scores", pk=batch.pk).context["form"].heads
    assert heads[:3] == ["Theory", "Practical", "Review"] and "Absent: review" in heads


@pytest.mark.parametrize(
    ("typed", "told"),
    [({"theory": "101"}, "less than or equal to 100"), ({"theory": "5", "theory_absent": "on"}, "has no score")],
)
def test_a_wrong_line_says_why(at, examined, office, typed, told):
    candidate = make_candidate(examined)
    data = sheet(examined, **{f"line-{candidate.pk}-{name}": value for name, value in typed.items()})
    page = at(office, "appraisals:batch_scores", pk=examined.pk, data=data)
    assert page.status_code == 422 and told in text_of(page)
    assert not Score.objects.exists()


def test_two_people_on_one_sheet_do_not_overwrite_each_other(at, examined, office):
    candidate = make_candidate(examined)
    name = f"line-{candidate.pk}-theory"
    version = examined.version
    at(office, "appraisals:batch_scores", pk=examined.pk, data=sheet(examined, version, **{name: "70"}))
    page = at(office, "appraisals:batch_scores", pk=examined.pk, data=sheet(examined, version, **{name: "80"}))
    assert page.status_code == 409 and "Saved by somebody else: 70.00 · —" in text_of(page)
    assert Score.objects.get().theory == 70


def test_locked_lines_of_an_appraiser(at, examined, studio):
    unit = Unit.objects.create(company=studio.company, name_en="Pump workshop")
    appraiser = assign(examined, make_person(studio, "appraiser", unit=unit)).person
    near = make_candidate(examined, make_person(studio, unit=unit, name_en="Chen Ming"))
    far = make_candidate(examined)
    page = at(appraiser, "appraisals:batch_scores", pk=examined.pk)
    assert "Chen Ming belongs to your unit (Pump workshop)" in text_of(page)
    typed = {f"line-{near.pk}-theory": "99", f"line-{far.pk}-theory": "70"}
    assert at(appraiser, "appraisals:batch_scores", pk=examined.pk, data=sheet(examined, **typed)).status_code == 302
    assert list(Score.objects.values_list("candidate", "theory")) == [(far.pk, 70)]


def test_the_office_is_closed_out_once_an_appraiser_is_assigned(at, examined, office):
    assert at(office, "appraisals:batch_detail", pk=examined.pk).context["sheet_url"]
    assign(examined)
    assert not at(office, "appraisals:batch_detail", pk=examined.pk).context["sheet_url"]
    assert at(office, "appraisals:batch_scores", pk=examined.pk).status_code == 403


BATCH = {"title_en": "A batch", "closes_on": "2021-04-01", "exam_on": "2021-05-01"}


def test_writing_a_batch(at, office, occupation, discipline):
    data = {**BATCH, "occupation": occupation.pk, "level": level(5).pk}
    wrong = at(office, "appraisals:batch_new", data={**data, "closes_on": "2021-05-02"})
    assert wrong.status_code == 422 and "at the latest" in text_of(wrong)
    assert at(office, "appraisals:batch_new", data=data).status_code == 302
    batch = Batch.objects.get()
    assert (batch.discipline, batch.state) == (discipline, "draft")
    page = at(office, "appraisals:batch_edit", pk=batch.pk)
    assert page.status_code == 200
    data |= {"version": batch.version, "place": "Hall 1"}
    assert at(office, "appraisals:batch_edit", pk=batch.pk, data=data).status_code == 302
    assert Batch.objects.get().place == "Hall 1"


def test_assigning_and_taking_back_an_appraiser(at, examined, office, studio):
    person, other = make_person(studio, "appraiser"), make_person(studio, "member")
    query = f"?batch={examined.pk}"
    choices = at(office, "appraisals:appraiser_new", query=query).context["form"].fields["person"].queryset
    assert person in choices and other not in choices
    data = {"batch": examined.pk, "person": person.pk}
    answer = at(office, "appraisals:appraiser_new", data=data)
    assert answer.url == examined.get_absolute_url()
    row = Appraiser.objects.get()
    assert at(office, "appraisals:appraiser_detail", pk=row.pk).status_code == 200
    score = make_score(make_candidate(examined), 70)
    assert at(office, "appraisals:appraiser_delete", pk=row.pk, data={}).status_code == 409
    score.delete()
    assert at(office, "appraisals:appraiser_delete", pk=row.pk, data={}).status_code == 302
    assert not Appraiser.objects.exists()


def test_deciding_through_the_pages(at, examined, lead, member):
    candidate = make_candidate(examined, member)
    page = at(lead, "appraisals:batch_detail", pk=examined.pk)
    refusals = {one["move"].key: one["refusal"] for one in page.context["offers"]}
    assert "Scores are missing" in refusals["decide"]
    make_score(candidate, 70, 70)
    data = {"decided_on": "2021-05-28", "version": examined.version}
    assert at(lead, "appraisals:batch_move", pk=examined.pk, move="decide", data=data).status_code == 302
    candidate.refresh_from_db()
    page = at(lead, "appraisals:candidate_detail", pk=candidate.pk)
    assert page.context["level"] == candidate.level_record and page.context["certificate_url"]
    assert at(lead, "appraisals:candidate_certificate", pk=candidate.pk, data={"number": "N1"}).status_code == 302
    assert not at(lead, "appraisals:candidate_detail", pk=candidate.pk).context["certificate_url"]


def test_the_offices_notes_on_a_candidate(at, open_batch, office, member):
    candidate = make_candidate(open_batch, member)
    data = {"admission_number": "2021-07", "note": "Brings papers", "version": candidate.version}
    assert at(member, "appraisals:candidate_edit", pk=candidate.pk).status_code == 403
    answer = at(office, "appraisals:candidate_edit", pk=candidate.pk, data={**data, "outcome": "passed"})
    assert answer.status_code == 302
    candidate.refresh_from_db()
    assert (candidate.admission_number, candidate.outcome) == ("2021-07", "")


def test_another_studio_is_404(at, records):
    other = make_studio()
    person = make_person(other, "office")
    for kind in KINDS:
        assert at(person, f"appraisals:{kind}_detail", pk=records[kind].pk).status_code == 404
        assert at(person, f"appraisals:{kind}_detail", studio=other, pk=records[kind].pk).status_code == 404
    assert at(person, "appraisals:batch_scores", studio=other, pk=records["batch"].pk).status_code == 404


@pytest.mark.parametrize("kind", KINDS)
def test_lists_take_as_many_queries_for_many_rows(at, office, records, kind):
    at(office, f"appraisals:{kind}_list")

    def queries():
        with CaptureQueriesContext(connection) as seen:
            assert at(office, f"appraisals:{kind}_list").status_code == 200
        return len(seen)

    before = queries()
    for _number in range(8):
        batch = make_batch(records["batch"].studio, state="examined", exam_on=date(2021, 5, 3))
        make_score(make_candidate(batch), 70, 70)
    assert queries() == before <= 14


def test_the_sheet_takes_as_many_queries_for_many_candidates(at, examined, studio):
    unit = Unit.objects.create(company=studio.company, name_en="Pump workshop")
    appraiser = assign(examined, make_person(studio, "appraiser", unit=unit)).person

    def queries():
        with CaptureQueriesContext(connection) as seen:
            assert at(appraiser, "appraisals:batch_scores", pk=examined.pk).status_code == 200
        return len(seen)

    make_candidate(examined, make_person(studio, unit=unit))
    queries()
    before = queries()
    for _number in range(8):
        make_candidate(examined, make_person(studio, unit=unit))
    assert queries() == before


def test_applications_closed_are_not_offered(at, open_batch, member, office):
    Batch.objects.update(closes_on=TODAY - timedelta(days=1))
    assert not at(member, "appraisals:batch_detail", pk=open_batch.pk).context["apply_url"]
    assert not at(office, "appraisals:batch_detail", pk=open_batch.pk).context["nominate_url"]
