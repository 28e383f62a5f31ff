"""Pages of partners, alliances, agreements and events; those of shared resources are in resource_pages.py."""

from django.utils.translation import gettext_lazy as _

from sharing import actions, filters, forms
from sharing.columns import (
    agreement_columns,
    alliance_columns,
    event_columns,
    member_columns,
    partner_columns,
    resource_columns,
    use_columns,
)
from studio.kit.addresses import studio_reverse
from studio.kit.details import DetailPage, Panel
from studio.kit.form_pages import FormPage
from studio.kit.lists import ListPage


def agreements(path: str) -> Panel:
    """Agreements under a partner unit or an alliance."""
    return Panel(
        "agreements",
        _("Agreements"),
        agreement_columns,
        path,
        show="title kind from_date to_date state in_force_today",
        new="sharing:agreement_new",
        new_label=_("Draft an agreement"),
        all="sharing:agreement_list",
        empty=_("No agreement is recorded yet."),
    )


def events(path: str) -> Panel:
    """Exchange events with a partner unit or of an alliance."""
    return Panel(
        "events",
        _("Exchange events"),
        event_columns,
        path,
        show="title planned_on kind state own_heads guest_heads",
        new="sharing:event_new",
        new_label=_("Plan an event"),
        all="sharing:event_list",
        empty=_("No exchange event is recorded yet."),
    )


class PartnerList(ListPage):
    columns, filters = partner_columns, filters.PartnerFilters
    purpose = _("The units with which the studio shares: studios, enterprises, schools, institutes, union bodies.")
    new_label = _("Add a partner unit")


class PartnerDetail(DetailPage):
    columns = partner_columns
    facts = "kind region contact"
    panels = (
        agreements("partner"),
        events("partners"),
        Panel(
            "alliances",
            _("Alliances"),
            member_columns,
            "unit",
            show="membership role from_date to_date",
            empty=_("It belongs to none of the studio's alliances."),
        ),
        Panel(
            "resources",
            _("Taken from it"),
            resource_columns,
            "partner",
            show="title kind discipline used state",
            new="sharing:resource_new",
            new_label=_("Offer a resource"),
            all="sharing:resource_list",
            empty=_("Nothing is taken from this unit."),
        ),
        Panel(
            "uses",
            _("Used by it"),
            use_columns,
            "partner",
            show="used_by resource used_on hours heads state",
            all="sharing:use_list",
            empty=_("It has used none of the shared resources."),
        ),
    )


class PartnerPage(FormPage):
    form_class = forms.PartnerForm
    title_new, title_edit = _("Add a partner unit"), _("Change the partner unit")


class AllianceList(ListPage):
    columns, filters = alliance_columns, filters.AllianceFilters
    purpose = _("The alliances the studio belongs to, its role in each, and since when.")
    new_label = _("Add an alliance")


class AllianceDetail(DetailPage):
    columns = alliance_columns
    facts = "role level cluster from_date to_date secretariat units"
    files = True
    template_name = "sharing/alliance_detail.html"
    panels = (
        Panel(
            "members",
            _("Other units"),
            member_columns,
            "alliance",
            show="unit kind role from_date to_date",
            new="sharing:member_new",
            new_label=_("Add a unit"),
            all="sharing:member_list",
            empty=_("No other unit of this alliance is recorded yet."),
        ),
        agreements("alliance"),
        events("alliance"),
    )


class AlliancePage(FormPage):
    form_class = forms.AllianceForm
    title_new, title_edit = _("Add an alliance"), _("Change the alliance")


class MemberList(ListPage):
    columns, filters = member_columns, filters.AllianceMemberFilters
    purpose = _("The other units of the studio's alliances. Units are added on an alliance's page.")


class MemberDetail(DetailPage):
    columns = member_columns
    parents = ("alliance",)
    facts = "alliance unit kind role from_date to_date"


class MemberPage(FormPage):
    form_class = forms.AllianceMemberForm
    title_new, title_edit = _("Add a unit to the alliance"), _("Change the unit's part")
    initial_from = ("alliance",)

    def done_url(self, record) -> str:
        """Back to the alliance's units."""
        return studio_reverse(self.studio, "sharing:alliance_detail", pk=record.alliance_id) + "?tab=members"


class AgreementList(ListPage):
    columns, filters = agreement_columns, filters.AgreementFilters
    purpose = _("What is shared with whom, from when to when, and whether it is in force.")
    new_label = _("Draft an agreement")


class AgreementDetail(DetailPage):
    columns = agreement_columns
    parents = ("partner", "alliance")
    facts = "kind discipline partner alliance from_date to_date signed_on ended_on in_force_today aims"
    files = True


class AgreementPage(FormPage):
    form_class = forms.AgreementForm
    title_new, title_edit = _("Draft an agreement"), _("Change the agreement")
    initial_from = ("partner", "alliance", "discipline")


class EventList(ListPage):
    columns, filters, period_field = event_columns, filters.EventFilters, "planned_on"
    purpose = _("Meetings, lessons and visits with others: when, with whom, how many came, and what came of it.")
    new_label = _("Plan an event")


class EventDetail(DetailPage):
    columns = event_columns
    parents = ("alliance",)
    facts = (
        "kind discipline planned_on place partner_names alliance held_on own_heads guest_heads cancelled_on "
        "agenda output"
    )
    files = True
    panels = (
        Panel(
            "partners",
            _("Partner units"),
            partner_columns,
            "events",
            empty=_("No partner unit is named; it is an event of the alliance."),
        ),
    )


class EventPage(FormPage):
    form_class = forms.EventForm
    title_new, title_edit = _("Plan an event"), _("Change the event")
    create_action = staticmethod(actions.plan_event)
    update_action = staticmethod(actions.change_event)
    initial_from = ("partners", "alliance", "discipline")
