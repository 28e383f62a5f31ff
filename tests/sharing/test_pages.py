"""The declared screens: lists, details, forms and moves, for several roles."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sharing.models import Agreement, AllianceMember, ExchangeEvent, PartnerUnit, ResourceUse, SharedResource
from studio.organisation.models import Unit
from tests.factories import make_company, make_discipline, make_person, make_studio
from tests.sharing.factories import (
    make_agreement,
    make_alliance,
    make_event,
    make_member,
    make_partner,
    make_resource,
    make_use,
)

KINDS = ("partner", "alliance", "member", "agreement", "event", "resource", "use")
USE = {"used_on": "2021-03-10", "hours": "2", "purpose": "Practice"}


def make_all(studio, discipline=None):
    """One record of each kind, linked with each other."""
    partner = make_partner(studio, name="海湾工作室", name_en="Haiwan studio")
    alliance = make_alliance(studio)
    resource = make_resource(studio, discipline=discipline, direction="taken", partner=partner)
    return {
        "partner": partner,
        "alliance": alliance,
        "member": make_member(alliance, unit=partner),
        "agreement": make_agreement(studio, "signed", partner=partner, alliance=alliance, discipline=discipline),
        "event": make_event(studio, "held", partners=[partner], alliance=alliance, discipline=discipline),
        "resource": resource,
        "use": make_use(resource, partner=partner),
    }


@pytest.fixture
def records(studio, discipline):
    return make_all(studio, discipline)


def text_of(response):
    return response.content.decode()


@pytest.mark.parametrize("role", ["lead", "office", "member", "trainer", "judge", "finance", "manager", "assessor"])
def test_every_role_looks_and_a_participant_does_not(at, studio, records, role):
    person, participant = make_person(studio, role), make_person(studio)
    for kind in KINDS:
        assert at(person, f"sharing:{kind}_list").status_code == 200
        assert at(person, f"sharing:{kind}_detail", pk=records[kind].pk).status_code == 200
    assert at(participant, "sharing:event_list").status_code == 403


@pytest.mark.parametrize("kind", KINDS)
def test_another_studios_records_do_not_exist(at, office, kind):
    other = make_studio()
    foreign = make_all(other)[kind]
    for page in ("detail", "edit"):
        assert at(office, f"sharing:{kind}_{page}", pk=foreign.pk).status_code == 404
    assert at(office, f"sharing:{kind}_list", studio=other).status_code == 404


def test_one_walks_down_and_up_again(at, office, records):
    down = {"partner": ("agreements", "events", "alliances", "resources", "uses"), "alliance": ("members", "events")}
    shows = {"agreements": "agreement", "events": "event", "alliances": "member", "members": "member"}
    for upper, tabs in down.items():
        for tab in tabs:
            lower = records[shows.get(tab, tab.removesuffix("s"))]
            page = text_of(at(office, f"sharing:{upper}_detail", query=f"?tab={tab}", pk=records[upper].pk))
            assert f'href="{lower.get_absolute_url()}"' in page, (upper, tab)
    for lower, upper in (
        ("agreement", "partner"),
        ("use", "resource"),
        ("resource", "partner"),
        ("member", "alliance"),
    ):
        page = text_of(at(office, f"sharing:{lower}_detail", pk=records[lower].pk))
        assert f'href="{records[upper].get_absolute_url()}"' in page


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_number_of_queries_for_1_and_30_rows(at, office, studio, kind, records):
    def add(count):
        for _number in range(count):
            partner = make_partner(studio)
            make_member(records["alliance"], unit=partner)
            make_alliance(studio)
            make_agreement(studio, partner=partner)
            make_event(studio, partners=[partner])
            make_use(make_resource(studio), partner=partner)

    counts = []
    at(office, f"sharing:{kind}_list")  # signs in
    for more in (1, 29):
        add(more)
        with CaptureQueriesContext(connection) as queries:
            assert at(office, f"sharing:{kind}_list").status_code == 200
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 12, counts


@pytest.mark.parametrize("kind", KINDS)
def test_who_sees_and_reaches_the_new_form(at, studio, leader, kind):
    for role in ("lead", "office"):
        assert at(make_person(studio, role), f"sharing:{kind}_new").status_code == 200
    # What belongs to no discipline is in nobody's group; a member records own uses.
    assert at(leader, f"sharing:{kind}_new").status_code == (403 if kind in ("partner", "alliance", "member") else 200)
    member = make_person(studio, "member")
    assert at(member, f"sharing:{kind}_new").status_code == (200 if kind == "use" else 403)
    for role in ("trainer", "manager", "assessor"):
        assert at(make_person(studio, role), f"sharing:{kind}_new").status_code == 403


def test_the_list_offers_what_the_person_may_add(at, leader, office):
    assert "/partners/new/" in text_of(at(office, "sharing:partner_list"))
    assert "/partners/new/" not in text_of(at(leader, "sharing:partner_list"))
    assert "/events/new/" in text_of(at(leader, "sharing:event_list"))


def test_a_group_leader_adds_for_the_own_group_only(at, studio, leader, discipline):
    data = {"title_en": "Talk", "kind": "study", "planned_on": "2021-05-04", "partners": [make_partner(studio).pk]}
    assert at(leader, "sharing:event_new", data={**data, "discipline": discipline.pk}).status_code == 302
    assert at(leader, "sharing:event_new", data={**data, "discipline": make_discipline().pk}).status_code == 403
    assert at(leader, "sharing:event_new", data=data).status_code == 403
    assert ExchangeEvent.objects.get().discipline == discipline


def test_a_second_partner_of_a_name_is_told_beside_the_name(at, office, studio):
    make_partner(studio, name="海湾", name_en="")
    response = at(office, "sharing:partner_new", data={"name": "海湾", "kind": "studio"})
    assert response.status_code == 422 and "recorded already" in str(response.context["form"].errors["name"])
    assert PartnerUnit.objects.count() == 1


def test_an_agreement_from_its_partners_page_to_its_end(at, office, lead, studio):
    partner = make_partner(studio)
    page = text_of(at(office, "sharing:agreement_new", query=f"?partner={partner.pk}"))
    assert f'value="{partner.pk}" selected' in page
    data = {"title": "师资共享", "kind": "training", "from_date": "2021-01-01", "to_date": "2021-12-31"}
    alone = at(office, "sharing:agreement_new", data=data)
    assert alone.status_code == 422 and "partner" in alone.context["form"].errors
    assert at(office, "sharing:agreement_new", data={**data, "partner": partner.pk}).status_code == 302
    agreement = Agreement.objects.get()
    moved = at(office, "sharing:agreement_move", pk=agreement.pk, move="sign", data={"signed_on": "2021-01-05"})
    assert moved.status_code == 302
    edited = at(office, "sharing:agreement_edit", pk=agreement.pk, data={**data, "partner": partner.pk, "version": 2})
    assert edited.status_code == 409 and "stays as it is" in text_of(edited)
    assert at(office, "sharing:agreement_move", pk=agreement.pk, move="close", data={}).status_code == 302
    agreement.refresh_from_db()
    assert (agreement.state, str(agreement.ended_on)) == ("ended", "2021-12-31")


def test_an_event_asks_for_its_partners_and_its_people(at, office, studio):
    data = {"title_en": "Talk", "kind": "exchange", "planned_on": "2021-05-04"}
    alone = at(office, "sharing:event_new", data=data)
    assert alone.status_code == 409 and "nobody exchanges alone" in text_of(alone)
    assert at(office, "sharing:event_new", data={**data, "partners": [make_partner(studio).pk]}).status_code == 302
    event = ExchangeEvent.objects.get()
    form = at(office, "sharing:event_move", pk=event.pk, move="hold").context["form"]
    assert str(form["held_on"].value()) == "2021-05-04"
    empty = {"held_on": "2021-05-04", "own_heads": "0", "guest_heads": "0"}
    nobody = at(office, "sharing:event_move", pk=event.pk, move="hold", data=empty)
    assert nobody.status_code == 409 and "Somebody was there" in text_of(nobody)
    many = at(office, "sharing:event_move", pk=event.pk, move="hold", data={**empty, "guest_heads": "999999"})
    assert many.status_code == 422 and "guest_heads" in many.context["form"].errors
    held = at(office, "sharing:event_move", pk=event.pk, move="hold", data={**empty, "guest_heads": "12"})
    event.refresh_from_db()
    assert held.status_code == 302 and (event.state, event.guest_heads) == ("held", 12)


def test_a_member_records_the_own_use_from_the_resources_page(at, studio, member, office):
    resource = make_resource(studio)
    page = text_of(at(member, "sharing:resource_detail", pk=resource.pk))
    assert f"/uses/new/?resource={resource.pk}" in page and "Record my use" in page
    assert "Record my use" not in text_of(at(office, "sharing:resource_detail", pk=resource.pk))
    form = at(member, "sharing:use_new", query=f"?resource={resource.pk}").context["form"]
    assert not {"partner", "person", "unit"} & set(form.fields)
    data = {**USE, "resource": resource.pk, "partner": make_partner(studio).pk}
    assert at(member, "sharing:use_new", data=data).status_code == 302
    use = ResourceUse.objects.get()
    assert (use.person, use.partner) == (member, None)
    assert at(member, "sharing:use_edit", pk=use.pk).status_code == 200
    assert at(member, "sharing:use_edit", pk=make_use(resource).pk).status_code == 403


def test_nobody_records_a_use_of_what_is_retired_from_its_page(at, studio, member):
    resource = make_resource(studio, state="retired")
    assert "Record my use" not in text_of(at(member, "sharing:resource_detail", pk=resource.pk))


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"used_on": "2021-02-30"}, "used_on"),
        ({"hours": "0"}, "hours"),
        ({"hours": "1e9"}, "hours"),
        ({"hours": ""}, "hours"),
        ({"heads": "-1"}, "heads"),
        ({"purpose": ""}, "purpose"),
        ({"purpose": "a\u202eb"}, "purpose"),
        ({"resource": "999999"}, "resource"),
        ({"partner": ""}, "partner"),
    ],
    ids=str,
)
def test_bad_input_is_named_by_field_and_nothing_is_lost(at, office, resource, changed, field):
    data = {**USE, "resource": resource.pk, "partner": make_partner(resource.studio).pk, "note": "Kept", **changed}
    response = at(office, "sharing:use_new", data=data)
    assert response.status_code == 422 and field in response.context["form"].errors
    assert not ResourceUse.objects.exists() and "Kept" in text_of(response)


@pytest.mark.parametrize("field", ["resource", "partner", "person", "unit"])
def test_another_studios_ids_are_no_choice(at, office, resource, field):
    other = make_studio()
    foreign = {
        "resource": make_resource(other),
        "partner": make_partner(other),
        "person": make_person(other, "member"),
        "unit": Unit.objects.create(company=make_company(), name_en="Elsewhere"),
    }[field]
    response = at(office, "sharing:use_new", data={**USE, "resource": resource.pk, field: foreign.pk})
    assert response.status_code == 422 and field in response.context["form"].errors


def test_units_of_other_companies_are_not_offered(at, office, studio):
    Unit.objects.create(company=studio.company, name_en="Own workshop")
    Unit.objects.create(company=make_company(), name_en="Elsewhere")
    for page in (at(office, "sharing:use_new"), at(office, "sharing:use_list", query="?part=filters")):
        assert "Elsewhere" not in text_of(page)
    assert "Own workshop" in text_of(at(office, "sharing:use_new"))


def test_drafts_are_deleted_and_nothing_else(at, office, studio, resource):
    draft, signed = make_agreement(studio), make_agreement(studio, "signed")
    assert at(office, "sharing:agreement_delete", pk=draft.pk, data={}).status_code == 302
    assert at(office, "sharing:agreement_delete", pk=signed.pk, data={}).status_code == 409
    make_use(resource)
    assert at(office, "sharing:resource_delete", pk=resource.pk, data={}).status_code == 409
    assert at(office, "sharing:partner_delete", pk=signed.partner_id, data={}).status_code == 409
    unused = make_resource(studio)
    assert at(office, "sharing:resource_delete", pk=unused.pk, data={}).status_code == 302
    assert not SharedResource.objects.filter(pk=unused.pk).exists()


def test_a_unit_is_added_to_an_alliance(at, office, studio):
    alliance, partner = make_alliance(studio), make_partner(studio)
    data = {"alliance": alliance.pk, "unit": partner.pk, "role": "leading"}
    response = at(office, "sharing:member_new", data=data)
    assert response.status_code == 302 and response["Location"].endswith(f"/alliances/{alliance.pk}/?tab=members")
    again = at(office, "sharing:member_new", data=data)
    assert again.status_code == 422 and "unit" in again.context["form"].errors
    assert AllianceMember.objects.get().studio == studio


def test_an_alliance_without_a_date_says_so(at, office, studio):
    dated, undated = make_alliance(studio), make_alliance(studio, from_date=None)
    assert "No date recorded" in text_of(at(office, "sharing:alliance_detail", pk=undated.pk))
    assert "No date recorded" not in text_of(at(office, "sharing:alliance_detail", pk=dated.pk))


@pytest.mark.parametrize("kind", KINDS)
def test_lists_are_exported(at, office, records, kind):
    response = at(office, f"sharing:{kind}_export", data={"format": "csv"})
    assert response.status_code == 200 and response.content.startswith(b"\xef\xbb\xbf")


def test_the_export_names_partners_and_users(at, office, records):
    at(office, "sharing:event_list", headers={"Accept-Language": "en"})
    for kind in ("event", "use"):
        response = at(office, f"sharing:{kind}_export", data={"format": "csv"})
        assert "Haiwan studio" in response.content.decode("utf-8-sig")


def test_filters(at, office, studio):
    one, other = make_partner(studio), make_partner(studio)
    make_event(studio, partners=[one, other], title_en="Both")
    make_event(studio, partners=[other], title_en="Alone")
    page = text_of(at(office, "sharing:event_list", query=f"?partners={one.pk}"))
    assert "Both" in page and "Alone" not in page
    make_agreement(studio, "signed", to_date=None, title_en="Runs on")
    make_agreement(studio, "signed", title_en="Is over")
    for value, shown, hidden in (("true", "Runs on", "Is over"), ("false", "Is over", "Runs on")):
        page = text_of(at(office, "sharing:agreement_list", query=f"?in_force={value}"))
        assert shown in page and hidden not in page
    alliance = make_alliance(studio, name_en="Coast Alliance")
    make_agreement(studio, partner=None, alliance=alliance)
    assert "Coast Alliance" in text_of(at(office, "sharing:agreement_list"))
    assert at(office, "sharing:event_list", query="?partners=x&state=lost&sort=secret").status_code == 200


def test_a_figure_opens_exactly_its_rows(at, office, studio):
    make_agreement(studio, "signed", title_en="In force then")
    make_agreement(studio, title_en="A draft")
    query = "?figure=sharing.agreements&from=2021-01-01&to=2021-06-30"
    page = text_of(at(office, "sharing:agreement_list", query=query))
    assert "In force then" in page and "A draft" not in page
    partner = PartnerUnit.objects.get(agreements__title_en="In force then")
    page = text_of(at(office, "sharing:partner_list", query=query.replace("agreements", "partners")))
    assert str(partner) in page and page.count('<td class="link"') == 1


def test_both_languages(at, office, records):
    names = {"en": "Haiwan studio", "zh-hans": "海湾工作室"}
    for language, other in (("en", "zh-hans"), ("zh-hans", "en")):
        for kind in ("partner", "event", "use", "agreement"):
            page = text_of(at(office, f"sharing:{kind}_list", headers={"Accept-Language": language}))
            assert names[language] in page and names[other] not in page, (language, kind)
