from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.utils import timezone, translation

from sharing import actions
from sharing.models import ExchangeEvent
from studio.audit.errors import Refused
from studio.audit.models import AuditRow
from studio.notices.models import Notice
from studio.organisation.models import Unit
from tests.factories import make_discipline, make_person
from tests.sharing.factories import DAY, make_alliance, make_event, make_partner, make_resource, make_use

TODAY = timezone.localdate()
EVENT = {"title_en": "A talk", "kind": "exchange", "planned_on": DAY}
RESOURCE = {"title_en": "A rig", "kind": "equipment", "offered_on": DAY}
USE = {"used_on": DAY, "hours": Decimal(2), "purpose": "Practice"}


def test_an_event_names_partners_or_an_alliance(studio, office):
    partner = make_partner(studio)
    event = actions.plan_event(office, studio, partners=[partner], **EVENT)
    assert list(event.partners.all()) == [partner] and event.studio == studio
    assert AuditRow.objects.get(verb="create", object_id=str(event.pk)).object_type == "sharing.exchangeevent"
    assert actions.plan_event(office, studio, alliance=make_alliance(studio), **EVENT).pk
    with pytest.raises(Refused, match="at least one partner unit"):
        actions.plan_event(office, studio, alliance=None, **EVENT)


def test_a_changed_event_keeps_a_partner_or_its_alliance(studio, office):
    one, other = make_partner(studio), make_partner(studio)
    event = make_event(studio, partners=[one])
    actions.change_event(event, office, partners=[other], **EVENT)
    assert list(event.partners.all()) == [other]
    with pytest.raises(Refused, match="nobody exchanges alone"):
        actions.change_event(event, office, partners=[], **EVENT)
    assert list(ExchangeEvent.objects.get(pk=event.pk).partners.all()) == [other]


def test_a_resource_is_not_offered_ahead(studio, office):
    with pytest.raises(Refused, match="lies ahead"):
        actions.offer_resource(office, studio, **{**RESOURCE, "offered_on": TODAY + timedelta(days=1)})


def test_keepers_are_told_once_and_never_by_themselves(studio, office, member):
    resource = actions.offer_resource(office, studio, **RESOURCE, keeper=member)
    resource = actions.change_resource(resource, office, **RESOURCE, keeper=member, terms="Ask first")
    actions.change_resource(resource, office, **RESOURCE, keeper=office)
    (notice,) = Notice.objects.all()
    assert (notice.person, notice.url) == (member, resource.get_absolute_url())
    with translation.override("en"):
        assert notice.text == "You look after the shared resource “A rig”."


def test_a_resource_was_on_offer_by_its_first_use(studio, office):
    resource = make_resource(studio)
    make_use(resource, used_on=date(2020, 6, 1), state="withdrawn")
    make_use(resource)
    with pytest.raises(Refused, match="used on 2021-03-10 already"):
        actions.change_resource(resource, office, **{**RESOURCE, "offered_on": date(2021, 3, 11)})
    assert actions.change_resource(resource, office, **{**RESOURCE, "offered_on": DAY}).offered_on == DAY


@pytest.mark.parametrize(
    ("day", "why"),
    [
        (TODAY + timedelta(days=1), "lies ahead"),
        (date(2019, 12, 31), "on offer since 2020-01-01 only"),
        (date(2021, 7, 1), "retired on 2021-06-30"),
    ],
)
def test_a_use_lies_on_a_day_on_offer(studio, office, day, why):
    resource = make_resource(studio, state="retired")
    with pytest.raises(Refused, match=why):
        actions.record_use(office, studio, resource=resource, partner=make_partner(studio), **{**USE, "used_on": day})
    use = make_use(resource, used_on=date(2021, 6, 30))
    with pytest.raises(Refused, match=why):
        actions.change_use(use, office, partner=use.partner, **{**USE, "used_on": day})


def test_the_keeper_is_told_of_each_use(studio, office):
    keeper = make_person(studio, "member")
    resource = make_resource(studio, keeper=keeper)
    partner = make_partner(studio, name="海湾", name_en="Haiwan")
    actions.record_use(office, studio, resource=resource, partner=partner, **USE)
    actions.record_use(keeper, studio, resource=resource, **USE)
    (notice,) = Notice.objects.all()
    with translation.override("en"):
        assert notice.text == "Haiwan used “Pump rig” on 2021-03-10."
    with translation.override("zh-hans"):
        assert "海湾" in notice.text and "Haiwan" not in notice.text


def test_a_member_records_and_mends_own_uses_only(studio, resource, member):
    use = actions.record_use(member, studio, resource=resource, **USE)
    assert (use.person, use.studio) == (member, studio)
    assert actions.change_use(use, member, **{**USE, "hours": Decimal(3)}).hours == 3
    unit = Unit.objects.create(company=studio.company, name_en="Workshop")
    for other in ({"partner": make_partner(studio)}, {"unit": unit}, {"person": make_person(studio)}):
        with pytest.raises(Refused, match="your own use only"):
            actions.record_use(member, studio, resource=resource, **USE, **other)


def test_a_group_leader_records_for_anybody_in_the_own_group(studio, resource, leader):
    partner = make_partner(studio)
    assert actions.record_use(leader, studio, resource=resource, partner=partner, **USE).partner == partner
    elsewhere = make_resource(studio, discipline=make_discipline())
    assert actions.record_use(leader, studio, resource=elsewhere, **USE).person == leader
    with pytest.raises(Refused, match="your own use only"):
        actions.record_use(leader, studio, resource=elsewhere, partner=partner, **USE)


@pytest.mark.parametrize("role", ["trainer", "judge", "finance", "manager", "assessor", None])
def test_who_may_not_record_uses(studio, resource, role):
    with pytest.raises(Refused) as refused:
        actions.record_use(make_person(studio, role), studio, resource=resource, **USE)
    assert refused.value.status == 403
