"""Lists, records and forms as the browser of each role meets them."""

from datetime import date
from decimal import Decimal
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from innovations.models import BenefitClaim, IntellectualProperty, Project, Proposal, Result, Transformation
from studio.files.actions import attach, of
from tests.factories import make_person, make_studio
from tests.innovations.factories import (
    add_member,
    any_kind,
    make_claim,
    make_project,
    make_property,
    make_proposal,
    make_result,
    make_transformation,
)

PDF = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"
HOME = "/s/here/innovations"
LISTS = ("proposals", "projects", "results", "properties", "transformations", "claims")
EVERYBODY = [
    "lead",
    "office",
    "leader",
    "member",
    "trainer",
    "judge",
    "appraiser",
    "finance",
    "manager",
    "assessor",
    "participant",
    "admin",
]


def get(client, address, **query):
    return client.get(f"{HOME}/{address}", query)


def errors(response):
    return {name: [str(text) for text in texts] for name, texts in response.context["form"].errors.items()}


def pks(response):
    """Primary keys behind the links of a list."""
    return {int(key) for key in response.context["pager"].keys}


@pytest.fixture
def one_of_each(studio, group, project):
    """A chain from proposal to claim, all in the group's discipline."""
    result = make_result(project)
    return {
        "proposals": make_proposal(studio, state="submitted", discipline=group.discipline),
        "projects": project,
        "results": result,
        "properties": make_property(studio, result=result, discipline=group.discipline),
        "transformations": make_transformation(result),
        "claims": make_claim(project, make_person(studio, "member"), result=result),
    }


# --- Who sees what -----------------------------------------------------------------------------------


@pytest.mark.parametrize("role", EVERYBODY)
def test_each_role_sees_what_the_table_says(sign_in, people, one_of_each, role):
    client = sign_in(people[role])
    for plural, record in one_of_each.items():
        response = get(client, f"{plural}/")
        closed = plural == "claims" and role in ("trainer", "judge", "appraiser", "assessor")
        assert response.status_code == (403 if closed else 200), plural
        if closed:
            assert get(client, f"{plural}/{record.pk}/").status_code in (403, 404)
            continue
        sees = role != "participant" and not (plural == "claims" and role == "member")
        assert pks(response) == ({record.pk} if sees else set()), plural
        assert get(client, f"{plural}/{record.pk}/").status_code == (200 if sees else 404), plural


def test_members_see_their_own_claims_only(sign_in, people, project):
    own = make_claim(project, people["member"])
    make_claim(project, people["leader"], method="energy")
    assert pks(get(sign_in(people["member"]), "claims/")) == {own.pk}


def test_participants_see_their_own_proposals_only(sign_in, studio, people):
    own = make_proposal(studio, people["participant"])
    shared = make_proposal(studio)
    shared.co_authors.add(people["participant"])
    make_proposal(studio)
    assert pks(get(sign_in(people["participant"]), "proposals/")) == {own.pk, shared.pk}


def test_another_studio_shows_nothing_and_gives_404(sign_in, people):
    there = make_studio(slug="there")
    project = make_project(there, title_en="Canary project")
    claim = make_claim(project)
    client = sign_in(people["lead"])
    assert client.get("/s/there/innovations/projects/").status_code == 404
    for plural, record in {"projects": project, "claims": claim}.items():
        for rest in ("", "edit/", "move/stop/"):
            assert get(client, f"{plural}/{record.pk}/{rest}").status_code == 404
    assert "Canary" not in get(client, "projects/").content.decode()


@pytest.mark.parametrize("plural", LISTS)
def test_an_empty_list_says_what_it_is_for(sign_in, people, plural):
    response = get(sign_in(people["office"]), f"{plural}/")
    assert response.status_code == 200
    assert str(response.context["page"].purpose) in response.content.decode()


# --- Lists -------------------------------------------------------------------------------------------


def fill(plural, studio, project, count):
    member = project.leader
    for number in range(count):
        match plural:
            case "proposals":
                make_proposal(studio, member, state="submitted")
            case "projects":
                make_project(studio, member, approved_by=project.approved_by)
            case "results":
                make_result(project, accepted_by=project.approved_by)
            case "properties":
                make_property(studio, number=f"N{count}-{number}")
            case "transformations":
                make_transformation(project.results.first() or make_result(project))
            case "claims":
                make_claim(project, member)


@pytest.mark.parametrize("plural", LISTS)
def test_a_list_of_fifty_asks_no_more_than_a_list_of_one(
    sign_in, people, studio, project, plural, django_assert_max_num_queries
):
    client = sign_in(people["lead"])
    fill(plural, studio, project, 1)
    get(client, f"{plural}/")
    with django_assert_max_num_queries(14) as few:
        get(client, f"{plural}/")
    fill(plural, studio, project, 49)
    with django_assert_max_num_queries(14) as many:
        response = get(client, f"{plural}/")
    assert len(many) == len(few)
    assert len(pks(response)) >= 49


@pytest.mark.parametrize("plural", LISTS)
@pytest.mark.parametrize("file_format", ["xlsx", "csv"])
def test_every_list_is_exported_with_all_its_columns(sign_in, people, one_of_each, plural, file_format):
    client = sign_in(people["manager"])
    page = get(client, f"{plural}/").context["page"]
    query = "&".join(f"cols={key}" for key, _label in page.column_choices())
    response = client.post(f"{HOME}/{plural}/export/?{query}", {"format": file_format})
    assert response.status_code == 200 and len(response.content) > 100


def test_filters_and_pickers_narrow_a_list(sign_in, studio, group, people):
    inside = make_proposal(studio, state="submitted", submitted_on=date(2021, 5, 1), discipline=group.discipline)
    make_proposal(studio, state="submitted", submitted_on=date(2020, 5, 1), discipline=group.discipline)
    make_proposal(studio, state="submitted", submitted_on=date(2021, 5, 1))
    make_proposal(studio, state="adopted", submitted_on=date(2021, 3, 1), discipline=group.discipline)
    query = {"period": "2021", "discipline": group.discipline.key, "state": "submitted"}
    assert pks(get(sign_in(people["trainer"]), "proposals/", **query)) == {inside.pk}


def test_a_figure_opens_exactly_its_rows(sign_in, people, project):
    counted = make_claim(project, state="judged")
    make_claim(project, method="energy")
    window = {"figure": "innovations.benefit_confirmed", "from": "2021-01-01", "to": "2021-12-31"}
    response = get(sign_in(people["manager"]), "claims/", **window)
    assert pks(response) == {counted.pk}
    assert "8.00" in response.content.decode()
    assert get(sign_in(people["member"]), "claims/", **window).status_code == 403


@pytest.mark.parametrize(
    "query", [{"period": "2021-13"}, {"submitted_on_after": "2021-02-30"}, {"author": "999999"}, {"sort": "secret"}]
)
def test_what_cannot_be_read_is_said(sign_in, people, query):
    response = get(sign_in(people["lead"]), "proposals/", **query)
    assert response.status_code == 200 and response.context["selection"].errors


# --- Records -----------------------------------------------------------------------------------------


def test_records_lead_to_each_other_both_ways(sign_in, studio, people):
    proposal = make_proposal(studio, state="adopted")
    project = make_project(studio, proposal=proposal)
    add_member(project, people["trainer"], share=Decimal(30))
    result = make_result(project)
    use, right = make_transformation(result), make_property(studio, result=result)
    claim = make_claim(project, result=result)
    client = sign_in(people["lead"])
    links = [
        (f"proposals/{proposal.pk}/", "projects", f"projects/{project.pk}/"),
        (f"projects/{project.pk}/", "results", f"results/{result.pk}/"),
        (f"projects/{project.pk}/", "claims", f"claims/{claim.pk}/"),
        (f"projects/{project.pk}/", "", f"proposals/{proposal.pk}/"),
        (f"results/{result.pk}/", "transformations", f"transformations/{use.pk}/"),
        (f"results/{result.pk}/", "properties", f"properties/{right.pk}/"),
        (f"results/{result.pk}/", "claims", f"claims/{claim.pk}/"),
        (f"results/{result.pk}/", "", f"projects/{project.pk}/"),
        (f"transformations/{use.pk}/", "", f"results/{result.pk}/"),
        (f"properties/{right.pk}/", "", f"results/{result.pk}/"),
        (f"claims/{claim.pk}/", "", f"projects/{project.pk}/"),
        (f"claims/{claim.pk}/", "", f"results/{result.pk}/"),
    ]
    for address, tab, target in links:
        html = get(client, address, **({"tab": tab} if tab else {})).content.decode()
        assert f'href="{HOME}/{target}"' in html, (address, tab, target)
    assert "Trainer" in get(client, f"projects/{project.pk}/", tab="team").content.decode()


@pytest.mark.parametrize("plural", LISTS)
def test_a_record_asks_the_same_however_much_belongs_to_it(
    sign_in, people, studio, project, one_of_each, plural, django_assert_max_num_queries
):
    client, address = sign_in(people["lead"]), f"{plural}/{one_of_each[plural].pk}/"
    get(client, address)
    with django_assert_max_num_queries(40) as few:
        get(client, address)
    for other in ("results", "transformations", "claims"):
        fill(other, studio, project, 20)
    with django_assert_max_num_queries(40) as many:
        get(client, address)
    assert len(many) == len(few)


def test_evidence_is_attached_to_a_transformation(sign_in, people, one_of_each):
    use = one_of_each["transformations"]
    client = sign_in(people["member"])
    upload = SimpleUploadedFile(
        "proof.pdf", b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n", "application/pdf"
    )

    attach(use, "evidence", upload, people["member"])
    assert [one.original_name for one in of(use)] == ["proof.pdf"]
    assert "proof.pdf" in get(client, f"transformations/{use.pk}/").content.decode()


# --- Forms -------------------------------------------------------------------------------------------


def proposal_values(**more):
    values = {"title_en": "Better clamp", "kind": any_kind().pk, "problem": "It slips.", "idea": "Teeth."}
    return {**values, "form_key": str(uuid4()), **more}


@pytest.mark.parametrize("role", ["lead", "office", "leader", "member", "participant", "admin"])
def test_a_proposal_is_written_and_submitted(sign_in, group, people, role):
    client = sign_in(people[role])
    response = client.post(f"{HOME}/proposals/new/", proposal_values(discipline=group.discipline.pk))
    proposal = Proposal.objects.get()
    assert (response.status_code, response.url) == (302, f"{HOME}/proposals/{proposal.pk}/")
    assert (proposal.author, proposal.state) == (people[role], "draft")
    moved = client.post(f"{HOME}/proposals/{proposal.pk}/move/submit/", {"day": "2021-05-01"})
    assert moved.status_code == 302
    assert Proposal.objects.get().submitted_on == date(2021, 5, 1)


@pytest.mark.parametrize("role", ["trainer", "judge", "finance", "manager", "assessor"])
def test_who_only_looks_gets_no_form(sign_in, people, project, role):
    client = sign_in(people[role])
    for address in ("proposals/new/", "projects/new/", "results/new/", f"projects/{project.pk}/edit/", "claims/new/"):
        assert get(client, address).status_code == 403
        assert client.post(f"{HOME}/{address}", {}).status_code == 403


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"title_en": ""}, "title"),
        ({"title_en": "x" * 10_000}, "title_en"),
        ({"title_en": "a\x00b"}, "title_en"),
        ({"title_en": "a\u202eb"}, "title_en"),
        ({"problem": ""}, "problem"),
        ({"idea": "x" * 10_000}, "idea"),
        ({"kind": "999999"}, "kind"),
        ({"kind": "nonsense"}, "kind"),
        ({"discipline": "999999"}, "discipline"),
        ({"co_authors": ["999999"]}, "co_authors"),
    ],
)
def test_bad_values_of_a_proposal_are_named_and_nothing_is_lost(sign_in, people, more, field):
    response = sign_in(people["member"]).post(f"{HOME}/proposals/new/", proposal_values(**more))
    assert response.status_code == 422
    assert field in errors(response)
    assert response.context["form"].data["problem"] == proposal_values(**more)["problem"]
    assert not Proposal.objects.exists()


def test_a_proposal_sent_twice_is_one_proposal(sign_in, people):
    client, values = sign_in(people["member"]), proposal_values()
    urls = {client.post(f"{HOME}/proposals/new/", values).url for _time in range(2)}
    assert len(urls) == Proposal.objects.count() == 1


def test_a_submitted_proposal_is_locked(sign_in, studio, people):
    proposal = make_proposal(studio, people["member"], state="submitted")
    response = sign_in(people["member"]).post(f"{HOME}/proposals/{proposal.pk}/edit/", proposal_values())
    assert response.status_code == 409
    assert Proposal.objects.get().title_en == proposal.title_en


def test_nobody_overwrites_another_silently(sign_in, studio, people):
    proposal = make_proposal(studio, people["member"])
    client = sign_in(people["member"])
    stale = proposal_values(version=proposal.version)
    proposal.title_en = "Changed meanwhile"
    proposal.save()
    assert client.post(f"{HOME}/proposals/{proposal.pk}/edit/", stale).status_code == 409
    assert Proposal.objects.get().title_en == "Changed meanwhile"


def test_another_studios_ids_are_refused_in_every_field(sign_in, studio, people, project):
    there = make_studio()
    foreign = make_project(there, title_en="Canary")
    ids = {
        "proposal": make_proposal(there, state="adopted").pk,
        "leader": make_person(there, "member").pk,
        "project": foreign.pk,
        "result": make_result(foreign).pk,
        "person": make_person(there, "member").pk,
        "inventors": [make_person(there, "member").pk],
        "co_authors": [make_person(there, "member").pk],
    }
    fields = {
        "proposals": ["co_authors"],
        "projects": ["proposal", "leader"],
        "members": ["project", "person"],
        "results": ["project"],
        "properties": ["result", "inventors"],
        "transformations": ["result"],
        "claims": ["project", "result"],
    }
    client = sign_in(people["office"])
    for plural, names in fields.items():
        response = client.post(f"{HOME}/{plural}/new/", {name: ids[name] for name in names})
        assert response.status_code == 422
        assert set(names) <= set(errors(response)), plural
        assert "Canary" not in response.content.decode()


def test_a_project_is_planned_from_its_proposal(sign_in, studio, group, people):
    proposal = make_proposal(studio, state="adopted")
    client = sign_in(people["leader"])
    assert get(client, "projects/new/", proposal=proposal.pk).context["form"].initial["proposal"] == str(proposal.pk)
    values = {"title_en": "Clamp", "kind": any_kind().pk, "leader": people["member"].pk, "proposal": proposal.pk}
    refused = client.post(f"{HOME}/projects/new/", values)
    assert refused.status_code == 403 and not Project.objects.exists()
    made = client.post(f"{HOME}/projects/new/", values | {"discipline": group.discipline.pk})
    assert made.status_code == 302 and Project.objects.get().state == "draft"


def test_a_member_does_not_plan_for_others(sign_in, people):
    values = {"title_en": "Clamp", "kind": any_kind().pk, "leader": people["lead"].pk}
    response = sign_in(people["member"]).post(f"{HOME}/projects/new/", values)
    assert response.status_code == 403 and not Project.objects.exists()


def test_the_team_of_a_project_is_kept_on_its_page(sign_in, people, project):
    client = sign_in(people["member"])
    values = {"project": project.pk, "person": people["trainer"].pk, "part": "Drawings", "share": "70"}
    assert client.post(f"{HOME}/members/new/", values).url == f"{HOME}/projects/{project.pk}/?tab=team"
    twice = client.post(f"{HOME}/members/new/", values)
    assert twice.status_code == 422
    too_much = client.post(f"{HOME}/members/new/", values | {"person": people["judge"].pk, "share": "31"})
    assert too_much.status_code == 409
    assert project.members.shares() == 70


@pytest.mark.parametrize(("plural", "role"), [("results", "member"), ("transformations", "member")])
def test_a_member_records_for_own_projects_only(sign_in, studio, people, project, plural, role):
    client = sign_in(people[role])
    for owner, status in ((project, 302), (make_project(studio), 403)):
        values = {"project": owner.pk, "title_en": "Tool"}
        if plural == "transformations":
            values = {"result": make_result(owner).pk, "unit_en": "Unit", "since": "2021-09-01", "form": "own_use"}
        assert client.post(f"{HOME}/{plural}/new/", values).status_code == status
    assert Result.objects.filter(state="draft").count() + Transformation.objects.count() == 1


def test_a_use_in_the_future_is_refused(sign_in, people, project):
    values = {"result": make_result(project).pk, "unit_en": "Unit", "since": "2190-01-01", "form": "own_use"}
    response = sign_in(people["office"]).post(f"{HOME}/transformations/new/", values)
    assert response.status_code == 422 and list(errors(response)) == ["since"]


def test_a_use_is_changed_and_its_result_dated_again(sign_in, people, project):
    result = make_result(project)
    use = make_transformation(result)
    values = {"unit_en": "Unit", "since": "2021-09-09", "form": "sale", "version": use.version}
    assert sign_in(people["office"]).post(f"{HOME}/transformations/{use.pk}/edit/", values).status_code == 302
    assert Result.objects.get().transformed_on == date(2021, 9, 9)


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({}, "filed_on"),
        ({"granted_on": "2021-02-30"}, "granted_on"),
        ({"granted_on": "2021-01-01", "filed_on": "2021-02-01"}, "granted_on"),
        ({"kind": "paper", "granted_on": "2021-01-01"}, "granted_on"),
        ({"granted_on": "2021-01-01", "number": "ZL1"}, "number"),
    ],
)
def test_property_says_what_is_wrong_with_its_dates_and_number(sign_in, studio, people, values, field):
    make_property(studio, number="ZL1")
    values = {"kind": "utility", "title_en": "Clamp", **values}
    response = sign_in(people["office"]).post(f"{HOME}/properties/new/", values)
    assert response.status_code == 422 and field in errors(response)


def test_property_is_recorded_with_its_inventors(sign_in, people):
    values = {
        "kind": "invention",
        "title": "夹具",
        "granted_on": "2021-01-01",
        "inventors": [people["member"].pk, people["trainer"].pk],
    }
    assert sign_in(people["member"]).post(f"{HOME}/properties/new/", values).status_code == 302
    assert IntellectualProperty.objects.get().inventors.count() == 2


# --- Benefit -----------------------------------------------------------------------------------------


def claim_values(project, **more):
    return {
        "project": project.pk,
        "method": "labour",
        "calculation": "8 h before, 3 h after.",
        "effect_from": "2021-08-01",
        "effect_to": "2022-07-31",
        "gross": "1000.10",
        "cost": "0.20",
        **more,
    }


def test_a_claim_is_made_submitted_and_confirmed(sign_in, people, project):
    client = sign_in(people["member"])
    client.post(f"{HOME}/claims/new/", claim_values(project))
    claim = BenefitClaim.objects.get()
    assert (claim.claimant, claim.net) == (people["member"], Decimal("999.90"))
    assert client.post(f"{HOME}/claims/{claim.pk}/move/submit/").status_code == 302
    client, address = sign_in(people["finance"]), f"{HOME}/claims/{claim.pk}/move/confirm/"
    assert "999.90" in client.get(address).content.decode()
    for values, field in [
        ({"confirmed": "999.91", "reason": "x"}, "confirmed"),
        ({"confirmed": "-1", "reason": "x"}, "confirmed"),
        ({"confirmed": "1.001", "reason": "x"}, "confirmed"),
        ({"confirmed": "1", "reason": ""}, "reason"),
    ]:
        response = client.post(address, values)
        assert response.status_code == 422 and field in errors(response)
    assert client.post(address, {"confirmed": "900", "reason": "By invoice."}).status_code == 302
    again = client.post(address, {"confirmed": "800", "reason": "Twice."})
    assert again.status_code == 409
    assert list(claim.verdicts.values_list("confirmed", flat=True)) == [Decimal(900)]
    assert "By invoice." in get(client, f"claims/{claim.pk}/").content.decode()


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"effect_to": "2022-08-01"}, "effect_to"),
        ({"effect_to": "2021-07-31"}, "effect_to"),
        ({"effect_from": "2021-02-30"}, "effect_from"),
        ({"cost": "1000.11"}, "cost"),
        ({"gross": "-1", "cost": "-2"}, "gross"),
        ({"gross": "1e30"}, "gross"),
        ({"calculation": ""}, "calculation"),
        ({"method": "luck"}, "method"),
    ],
)
def test_bad_values_of_a_claim_are_named(sign_in, people, project, more, field):
    response = sign_in(people["member"]).post(f"{HOME}/claims/new/", claim_values(project, **more))
    assert response.status_code == 422
    assert field in errors(response)


def test_a_claims_result_belongs_to_its_project(sign_in, studio, people, project):
    result = make_result(make_project(studio))
    response = sign_in(people["office"]).post(f"{HOME}/claims/new/", claim_values(project, result=result.pk))
    assert response.status_code == 422 and list(errors(response)) == ["result"]


@pytest.mark.parametrize("role", ["lead", "office", "leader", "admin", "manager"])
def test_the_page_to_confirm_is_closed_to_all_but_finance(sign_in, studio, people, project, role):
    claim = make_claim(project, make_person(studio, "member"))
    client, address = sign_in(people[role]), f"{HOME}/claims/{claim.pk}/move/confirm/"
    assert client.get(address).status_code == 403
    assert client.post(address, {"confirmed": "1", "reason": "x"}).status_code == 403
    assert BenefitClaim.objects.get().state == "submitted"


@pytest.mark.parametrize("day", ["2190-01-01", "2021-02-30", "2021-06-30"])
def test_the_day_of_acceptance_has_come_and_is_not_before_submission(sign_in, people, project, day):
    result = make_result(project, state="submitted")
    response = sign_in(people["lead"]).post(f"{HOME}/results/{result.pk}/move/accept/", {"day": day})
    assert response.status_code == 422 and list(errors(response)) == ["day"]


def test_an_unknown_move_is_404(sign_in, people, project):
    assert get(sign_in(people["lead"]), f"projects/{project.pk}/move/fly/").status_code == 404


def test_a_draft_is_deleted_and_nothing_else(sign_in, studio, people):
    draft, submitted = make_proposal(studio), make_proposal(studio, state="submitted")
    client = sign_in(people["office"])
    assert client.post(f"{HOME}/proposals/{draft.pk}/delete/").status_code == 302
    assert client.post(f"{HOME}/proposals/{submitted.pk}/delete/").status_code == 409
    assert list(Proposal.objects.all()) == [submitted]


def test_pages_speak_chinese(sign_in, people, one_of_each):
    client = sign_in(people["lead"])
    client.cookies["django_language"] = "zh-hans"
    for plural, record in one_of_each.items():
        assert get(client, f"{plural}/").status_code == 200
        assert get(client, f"{plural}/{record.pk}/").status_code == 200


def test_a_project_and_its_team_are_changed_until_it_ends(sign_in, studio, people, project):
    client = sign_in(people["office"])
    member = add_member(project, people["trainer"], share=Decimal(30))
    values = {"title_en": "Renamed", "kind": project.kind_id, "leader": people["member"].pk, "version": project.version}
    assert client.post(f"{HOME}/projects/{project.pk}/edit/", values).status_code == 302
    assert Project.objects.get(pk=project.pk).title_en == "Renamed"
    values = {"project": project.pk, "person": people["trainer"].pk, "share": "100", "version": member.version}
    assert client.post(f"{HOME}/members/{member.pk}/edit/", values).status_code == 302
    assert get(client, f"members/{member.pk}/").status_code == 200
    ended = add_member(make_project(studio, state="concluded"))
    response = client.post(f"{HOME}/members/{ended.pk}/edit/", {"version": ended.version})
    assert response.status_code == 409
