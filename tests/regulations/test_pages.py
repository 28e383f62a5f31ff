"""Lists, records and forms as the browser of each role meets them."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.html import escape

from studio.regulations.models import (
    Duty,
    Fund,
    Meeting,
    MeetingRule,
    Reading,
    Regulation,
    RegulationVersion,
    RequiredKind,
    Spend,
    SpendCategory,
)
from tests.factories import make_person, make_studio
from tests.regulations.factories import (
    confirm,
    kind,
    make_duty,
    make_fund,
    make_meeting,
    make_regulation,
    make_required,
    make_rule,
    make_spend,
    make_version,
)

MONEY = ("fund", "spend")
EVERYBODY = ("lead", "office", "leader", "member", "trainer", "judge", "appraiser", "finance", "manager", "assessor")
SEES_MONEY = {"lead", "office", "finance", "manager"}


def one_of_each(studio, discipline=None):
    version = make_version(make_regulation(studio))
    fund = make_fund(studio, discipline=discipline)
    return {
        "regulation": version.regulation,
        "version": version,
        "required": make_required(studio),
        "duty": make_duty(studio),
        "meeting": make_meeting(studio),
        "rule": make_rule(studio),
        "fund": fund,
        "spend": make_spend(fund),
    }


@pytest.fixture
def records(studio, people):
    return one_of_each(studio)


def text_of(response):
    return response.content.decode()


def pks(response):
    return {int(key) for key in response.context["pager"].keys}


# --- Who sees what -------------------------------------------------------------------------------


@pytest.mark.parametrize("role", EVERYBODY)
def test_each_role_sees_what_the_table_says(at, people, records, role):
    for name, record in records.items():
        closed = name in MONEY and role not in SEES_MONEY | {"leader"}
        answer = at(people[role], f"{name}_list")
        assert answer.status_code == (403 if closed else 200), name
        outside = closed or (name in MONEY and role == "leader")  # no fund of the own discipline
        detail = at(people[role], f"{name}_detail", pk=record.pk).status_code
        assert detail in (403, 404) if outside else detail == 200, name


def test_participants_see_nothing(at, people, records):
    for name, record in records.items():
        assert at(people["participant"], f"{name}_list").status_code == 403
        assert at(people["participant"], f"{name}_detail", pk=record.pk).status_code in (403, 404)


def test_a_group_leader_sees_the_funds_of_the_own_discipline(at, studio, people, discipline):
    own, other = make_fund(studio, discipline=discipline), make_fund(studio)
    spend, foreign = make_spend(own), make_spend(other)
    assert pks(at(people["leader"], "fund_list")) == {own.pk}
    assert pks(at(people["leader"], "spend_list")) == {spend.pk}
    assert at(people["leader"], "spend_detail", pk=foreign.pk).status_code == 404
    assert at(people["leader"], "spend_edit", pk=spend.pk).status_code == 403


@pytest.mark.parametrize("role", EVERYBODY)
def test_who_reaches_the_forms(at, people, records, role):
    for name in records:
        edits = role in ({"lead", "office", "finance"} if name in MONEY else {"lead", "office"})
        assert at(people[role], f"{name}_new").status_code == (200 if edits else 403), name


def test_another_studios_records_do_not_exist(at, people, records):
    for name, foreign in one_of_each(make_studio()).items():
        for page in ("detail", "edit"):
            assert at(people["lead"], f"{name}_{page}", pk=foreign.pk).status_code == 404, name
        assert pks(at(people["lead"], f"{name}_list")) == {records[name].pk}


@pytest.mark.parametrize("name", ["regulation", "version", "reading", "required", "duty", "meeting", "rule", *MONEY])
def test_an_empty_list_says_what_it_is_for(at, people, name):
    answer = at(people["office"], f"{name}_list")
    assert answer.status_code == 200 and escape(str(answer.context["page"].purpose)) in text_of(answer)


@pytest.mark.parametrize("name", ["regulation", "version", "meeting", "fund", "spend", "reading"])
def test_the_same_number_of_queries_for_1_and_50_rows(at, studio, people, name):
    def add(count):
        fund, version = make_fund(studio), make_version(make_regulation(studio, owner=people["office"]))
        for _number in range(count):
            one = make_version(make_regulation(studio, owner=people["office"]), author=people["office"])
            confirm(version, make_person(studio))
            make_meeting(studio, [people["member"]], state="held")
            make_spend(fund, recorder=people["office"])
            make_fund(studio, recorder=people["office"], opened_by=people["finance"])
            assert one.pk

    counts = []
    at(people["office"], f"{name}_list")  # signs in
    for more in (1, 49):
        add(more)
        with CaptureQueriesContext(connection) as queries:
            assert at(people["office"], f"{name}_list").status_code == 200
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 12, counts


@pytest.mark.parametrize("name", ["regulation", "version", "reading", "required", "duty", "meeting", "rule", *MONEY])
def test_lists_are_exported(at, people, records, name):
    confirm(records["version"], people["member"])
    answer = at(people["office"], f"{name}_export", data={"format": "csv"})
    assert answer.status_code == 200 and len(text_of(answer).strip().splitlines()) >= 2


# --- Filled in -----------------------------------------------------------------------------------


def test_a_regulation_from_its_form_to_being_in_force_and_read(at, people):
    office, lead, member = people["office"], people["lead"], people["member"]
    data = {"code": "ZD-01", "title": "例会制度", "kind": kind().pk, "owner": office.pk}
    assert at(office, "regulation_new", data=data).status_code == 302
    regulation = Regulation.objects.get()
    page = at(office, "version_new", query=f"?regulation={regulation.pk}")
    assert f'value="{regulation.pk}" selected' in text_of(page)
    data = {"regulation": regulation.pk, "number": "1.0", "text": "Monthly."}
    assert at(office, "version_new", data=data).status_code == 302
    version = RegulationVersion.objects.get()
    assert (version.author, version.state) == (office, "draft")
    days = {"effective_on": "2021-03-01", "review_due": "2024-03-01", "version": version.version}
    assert at(office, "version_move", pk=version.pk, move="approve", data=days).status_code == 403
    assert at(lead, "version_move", pk=version.pk, move="approve", data=days).status_code == 302
    assert 'action="' in text_of(at(member, "version_detail", pk=version.pk))
    assert at(member, "version_read", pk=version.pk, data={}).status_code == 302
    assert Reading.objects.get().person == member
    assert "You confirmed this version" in text_of(at(member, "version_detail", pk=version.pk))
    assert at(member, "version_read", pk=version.pk, data={}).status_code == 409


def test_the_office_sees_who_has_not_confirmed_and_reminds_them(at, people, records):
    version = records["version"]
    assert "Not confirmed yet" not in text_of(at(people["manager"], "version_detail", pk=version.pk))
    page = text_of(at(people["office"], "version_detail", pk=version.pk))
    assert "Not confirmed yet" in page and str(people["member"]) in page
    assert at(people["office"], "version_remind", pk=version.pk, data={}).status_code == 302
    assert at(people["member"], "version_remind", pk=version.pk, data={}).status_code == 403


def test_codes_and_numbers_are_told_apart_beside_their_field(at, people, records):
    regulation, version = records["regulation"], records["version"]
    data = {"code": regulation.code, "title_en": "Other", "kind": kind().pk, "owner": people["office"].pk}
    answer = at(people["office"], "regulation_new", data=data)
    assert answer.status_code == 422 and "code" in answer.context["form"].errors
    answer = at(people["office"], "version_new", data={"regulation": regulation.pk, "number": version.number})
    assert answer.status_code == 422 and "number" in answer.context["form"].errors
    answer = at(people["office"], "required_new", data={"kind": kind().pk, "from_date": "2021-01-01"})
    assert answer.status_code == 422 and "kind" in answer.context["form"].errors


def test_what_is_in_force_is_neither_changed_nor_deleted(at, people, records):
    version = records["version"]
    data = {"number": "9", "text": "Other", "version": version.version}
    assert at(people["office"], "version_edit", pk=version.pk, data=data).status_code == 409
    assert at(people["office"], "version_delete", pk=version.pk, data={}).status_code == 409
    assert at(people["office"], "regulation_delete", pk=version.regulation.pk, data={}).status_code == 409


def test_a_meeting_from_its_form_to_its_record(at, people, studio):
    office = people["office"]
    data = {"kind": "monthly", "title_en": "March", "planned_on": "2021-03-30"}
    assert at(office, "meeting_new", data=data).status_code == 302
    meeting = Meeting.objects.get()
    data = {
        "held_on": "2021-03-30",
        "who": "ticked",
        "present": [people["member"].pk],
        "guests": "2",
        "decisions": "Go on",
    }
    assert at(office, "meeting_move", pk=meeting.pk, move="hold", data=data).status_code == 302
    page = text_of(at(office, "meeting_detail", pk=meeting.pk))
    assert str(people["member"]) in page and "Go on" in page and "2 others" in page
    shown = at(office, "meeting_move", pk=meeting.pk, move="correct").context["form"]
    assert shown.initial["present"] == [people["member"].pk]


def test_money_from_the_fund_to_the_approved_spend(at, people, studio):
    office, finance = people["office"], people["finance"]
    data = {"title_en": "Grant", "source": "union", "year": "2021", "budget": "50000"}
    assert at(office, "fund_new", data=data).status_code == 302
    fund = Fund.objects.get()
    assert at(finance, "fund_move", pk=fund.pk, move="open", data={"opened_on": "2021-01-15"}).status_code == 302
    research = SpendCategory.objects.get(key="research").pk
    data = {"fund": fund.pk, "voucher": "A-1", "spent_on": "2021-02-01", "amount": "60000", "category": research}
    assert at(office, "spend_new", data={**data, "purpose": "Rig"}).status_code == 302
    spend = Spend.objects.get()
    assert at(finance, "spend_move", pk=spend.pk, move="approve", data={}).status_code == 409
    assert "5.00 (10,000 CNY) left" in text_of(at(finance, "spend_detail", pk=spend.pk))
    changed = {**data, "purpose": "Rig", "amount": "40000", "version": spend.version}
    assert at(office, "spend_edit", pk=spend.pk, data=changed).status_code == 302
    assert at(finance, "spend_move", pk=spend.pk, move="approve", data={}).status_code == 302
    page = text_of(at(office, "fund_list"))
    assert "4.00" in page and "1.00" in page


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"amount": "0"}, "amount"),
        ({"amount": "1e15"}, "amount"),
        ({"voucher": "  "}, "voucher"),
        ({"spent_on": "2150-01-01"}, "spent_on"),
        ({"spent_on": "2020-12-31"}, "spent_on"),
        ({"fund": "999999"}, "fund"),
        ({"purpose": "a\u202eb"}, "purpose"),
    ],
    ids=str,
)
def test_bad_input_is_named_by_field_and_nothing_is_written(at, people, studio, changed, field):
    research = SpendCategory.objects.get(key="research").pk
    data = {"fund": make_fund(studio).pk, "voucher": "A-1", "spent_on": "2021-02-01", "amount": "5", "purpose": "Rig"}
    answer = at(people["office"], "spend_new", data={**data, "category": research, **changed})
    assert answer.status_code == 422 and field in answer.context["form"].errors and not Spend.objects.exists()


def test_money_of_a_fund_that_is_not_open_is_no_choice(at, people, studio):
    answer = at(people["office"], "spend_new", data={"fund": make_fund(studio, state="closed").pk})
    assert "fund" in answer.context["form"].errors


def test_records_without_states_are_changed_and_deleted(at, people, studio):
    office, today = people["office"], timezone.localdate().isoformat()
    assert at(office, "required_new", data={"kind": kind("funds").pk, "from_date": today}).status_code == 302
    data = {"person": office.pk, "title_en": "Keeper", "from_date": "2021-01-01"}
    assert at(office, "duty_new", data=data).status_code == 302
    data = {"kind": "group", "times": "1", "per": "quarter", "from_date": "2021-01-01"}
    assert at(office, "rule_new", data=data).status_code == 302
    for name, model in (("required", RequiredKind), ("duty", Duty), ("rule", MeetingRule)):
        record = model.objects.get()
        assert at(office, f"{name}_delete", pk=record.pk, data={}).status_code == 302
        assert not model.objects.exists()


# --- Standing ------------------------------------------------------------------------------------


def test_standing_shows_and_filters(at, people, studio):
    fine = make_version(make_regulation(studio), review_due=date(2199, 1, 1)).regulation
    late = make_version(make_regulation(studio), review_due=date(2021, 6, 30)).regulation
    none = make_regulation(studio)
    page = text_of(at(people["manager"], "regulation_list"))
    for tone, words in (("good", "In force"), ("waiting", "Review overdue"), ("bad", "None in force")):
        assert f'<span class="state" data-tone="{tone}">{words}</span>' in page
    found = [
        pks(at(people["manager"], "regulation_list", query=f"?standing={one}"))
        for one in ("in_force", "overdue", "missing")
    ]
    assert found == [{fine.pk}, {late.pk}, {none.pk}]
    sheet = text_of(at(people["manager"], "regulation_export", data={"format": "csv"}))
    assert "Review overdue" in sheet


def test_an_old_copy_is_told_also_where_nothing_differs(at, people, records):
    rule = records["rule"]
    answer = at(people["office"], "rule_edit", pk=rule.pk, data={"to_date": "", "version": rule.version + 1})
    assert answer.status_code == 409 and "Somebody else changed this record" in text_of(answer)


def test_a_rule_is_named_by_its_kind_in_words(at, people, records):
    assert ">Monthly member meeting</a>" in text_of(at(people["manager"], "rule_list"))


def test_both_languages(at, people, studio):
    make_regulation(studio, title="例会制度", title_en="Meetings")
    page = text_of(at(people["office"], "regulation_list", headers={"Accept-Language": "zh-hans"}))
    assert "例会制度" in page and "无现行制度" in page and ">Meetings<" not in page
