"""A version from its draft to what ends it, who may do that, and who reads it."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from studio.audit.errors import Refused
from studio.audit.models import AuditRow
from studio.notices.models import Notice
from studio.regulations import actions
from studio.regulations.flows import version_flow
from studio.regulations.models import Reading, RegulationVersion, VersionReview
from studio.regulations.todo import to_approve, to_read, to_review
from tests.factories import make_person
from tests.regulations.factories import DAY, confirm, make_regulation, make_version

TODAY = timezone.localdate()
LATER = {"effective_on": date(2021, 9, 1), "review_due": date(2024, 9, 1)}


@pytest.fixture
def draft(regulation, people):
    return make_version(regulation, state="draft", number="2.0", author=people["office"])


@pytest.fixture
def current(regulation, people):
    return make_version(regulation, number="1.0", author=people["office"], approved_by=people["lead"])


def test_a_version_comes_into_force_and_replaces_the_one_before_on_its_day(current, draft, people):
    version = version_flow.go(draft, "approve", people["lead"], **LATER)
    current.refresh_from_db()
    assert (current.state, current.replaced_on) == ("replaced", date(2021, 9, 1))
    assert (version.state, version.effective_on, version.review_due) == ("in_force", *LATER.values())
    assert (version.approved_by, version.approved_on) == (people["lead"], TODAY)
    noted = AuditRow.objects.get(verb="replace_version")
    assert (noted.object_id, noted.facts["by"]) == (str(current.pk), version.pk)
    review = VersionReview.objects.get(version_reviewed=version)
    assert (review.reviewed_on, review.next_due) == (version.effective_on, version.review_due)


def test_members_are_told_and_asked_to_read(draft, people):
    version_flow.go(draft, "approve", people["lead"], **LATER)
    told = {notice.person for notice in Notice.objects.filter(kind="regulations.in_force")}
    assert told == {people["member"], people["leader"]}
    assert draft.regulation.title_en in Notice.objects.first().text


@pytest.mark.parametrize("role", ["office", "admin"])
def test_nobody_approves_what_they_wrote(regulation, people, role):
    own = make_version(regulation, state="draft", author=people[role])
    if role == "admin":
        with pytest.raises(Refused, match="You wrote this version"):
            version_flow.go(own, "approve", people["admin"], **LATER)
    else:
        with pytest.raises(Refused, match="Only these roles"):
            version_flow.go(own, "approve", people["office"], **LATER)


def test_who_changes_a_draft_becomes_its_author(draft, people):
    actions.change_version(draft, people["lead"], text="Other words.")
    with pytest.raises(Refused, match="You wrote this version"):
        version_flow.go(draft, "approve", people["lead"], **LATER)


def test_the_database_refuses_an_own_approval_two_in_force_and_two_drafts(current, draft, people):
    for values in ({"author": people["lead"]}, {"approved_by": people["office"]}):
        with pytest.raises(IntegrityError), transaction.atomic():
            RegulationVersion.objects.filter(pk=current.pk).update(**values)
    for state in ("in_force", "draft"):
        with pytest.raises(IntegrityError), transaction.atomic():
            make_version(current.regulation, state=state, number="9.9")


@pytest.mark.parametrize(
    "values",
    [
        {"state": "replaced"},
        {"state": "abolished"},
        {"replaced_on": date(2021, 9, 1)},
        {"state": "replaced", "replaced_on": DAY},
        {"state": "abolished", "abolished_on": DAY - timedelta(days=1)},
        {"effective_on": None},
        {"review_due": DAY},
        {"state": "lost"},
    ],
    ids=str,
)
def test_states_and_their_days_stay_together(current, values):
    with pytest.raises(IntegrityError), transaction.atomic():
        RegulationVersion.objects.filter(pk=current.pk).update(**values)


def test_a_version_needs_a_text(regulation, people):
    empty = make_version(regulation, state="draft", text="", author=people["office"])
    with pytest.raises(Refused, match="Type the text"):
        version_flow.go(empty, "approve", people["lead"], **LATER)


@pytest.mark.parametrize(
    ("days", "reason"),
    [
        ({"effective_on": DAY}, "Choose a later day"),
        ({"effective_on": TODAY + timedelta(days=1), "review_due": TODAY + timedelta(days=9)}, "lies ahead"),
        ({"review_due": date(2021, 9, 1)}, "comes after the day"),
    ],
    ids=["same day", "ahead", "review too early"],
)
def test_days_that_cannot_be_are_refused(current, draft, people, days, reason):
    with pytest.raises(Refused, match=reason):
        version_flow.go(draft, "approve", people["lead"], **LATER | days)
    current.refresh_from_db()
    assert current.state == "in_force"


def test_a_new_version_begins_after_an_abolished_one_ended(current, draft, people):
    abolished = version_flow.go(
        current, "abolish", people["lead"], reason="No longer needed", abolished_on=date(2021, 10, 1)
    )
    assert abolished.state == "abolished" and abolished.ended_on == date(2021, 10, 1)
    with pytest.raises(Refused, match="Choose a later day"):
        version_flow.go(draft, "approve", people["lead"], **LATER)
    again = version_flow.go(draft, "approve", people["lead"], **LATER | {"effective_on": date(2021, 10, 1)})
    abolished.refresh_from_db()
    assert (again.state, abolished.state) == ("in_force", "abolished")


def test_abolishing_asks_for_a_reason_and_the_right(current, people):
    with pytest.raises(Refused, match="Give a reason"):
        version_flow.go(current, "abolish", people["lead"], abolished_on=TODAY)
    with pytest.raises(Refused, match="Only these roles"):
        version_flow.go(current, "abolish", people["office"], reason="Because", abolished_on=TODAY)


def test_a_review_sets_a_later_day_and_keeps_the_former_one(current, people):
    reviewed = version_flow.go(
        current, "review", people["lead"], reviewed_on=date(2023, 12, 1), next_due=date(2027, 1, 1), note="Fine"
    )
    assert (reviewed.state, reviewed.review_due) == ("in_force", date(2027, 1, 1))
    assert list(VersionReview.objects.order_by("pk").values_list("next_due", flat=True)) == [
        date(2024, 3, 1),
        date(2027, 1, 1),
    ]
    with pytest.raises(Refused, match="comes after 2027-01-01"):
        version_flow.go(current, "review", people["lead"], reviewed_on=TODAY, next_due=date(2026, 12, 31))


def test_what_is_in_force_stays_word_for_word(current, people):
    assert current.why_locked(people["office"])


# --- Reading -------------------------------------------------------------------------------------


def test_a_member_confirms_once(current, people):
    assert list(to_read(people["member"], current.studio)) == [current]
    reading = actions.confirm_reading(current, people["member"])
    assert reading.confirmed_on == TODAY and not to_read(people["member"], current.studio).exists()
    with pytest.raises(Refused, match="confirmed this version already"):
        actions.confirm_reading(current, people["member"])
    assert AuditRow.objects.get(verb="confirm_reading").actor_id == people["member"].pk


@pytest.mark.parametrize("role", ["office", "lead", "admin", "participant", "assessor"])
def test_others_confirm_nothing(current, people, role):
    with pytest.raises(Refused) as refused:
        actions.confirm_reading(current, people[role])
    assert refused.value.status == 403 and not Reading.objects.exists()


def test_only_the_version_in_force_is_read(draft, people):
    with pytest.raises(Refused, match="Only the version in force"):
        actions.confirm_reading(draft, people["member"])
    assert not to_read(people["member"], draft.studio).exists()


def test_who_has_not_confirmed_is_reminded_once_a_day(current, people):
    confirm(current, people["member"])
    for _time in range(2):
        assert actions.remind_readers(current, people["office"]) == 1
    (notice,) = Notice.objects.filter(kind="regulations.reminder")
    assert notice.person == people["leader"]
    confirm(current, people["leader"])
    with pytest.raises(Refused, match="Every member has confirmed"):
        actions.remind_readers(current, people["office"])


def test_the_number_of_readers_follows_the_members_of_a_day(current, people):
    confirm(current, people["member"], date(2021, 5, 1))
    confirm(current, people["office"], date(2021, 5, 1))  # no member
    (found,) = RegulationVersion.objects.with_readers(date(2021, 4, 30))
    assert (found.asked, found.confirmed) == (2, 0)
    (found,) = RegulationVersion.objects.with_readers(date(2021, 5, 1))
    assert (found.asked, found.confirmed) == (2, 1)


# --- Tasks ---------------------------------------------------------------------------------------


def test_drafts_wait_for_whoever_may_approve_and_did_not_write_them(draft, people):
    assert list(to_approve(people["lead"], draft.studio)) == [draft]
    assert not to_approve(people["office"], draft.studio).exists()


def test_reviews_wait_for_the_office_and_for_the_owner(studio, people):
    owner, soon, far = people["trainer"], TODAY + timedelta(days=59), TODAY + timedelta(days=61)
    late, due, fine = (
        make_version(make_regulation(studio, owner=owner), review_due=day) for day in (date(2022, 1, 1), soon, far)
    )
    for person in (people["office"], owner):
        assert list(to_review(person, studio)) == [late, due]
    assert not to_review(people["judge"], studio).exists() and fine.review_due == far


def test_an_outsider_is_asked_nothing(current):
    assert not to_read(make_person(), current.studio).exists()
