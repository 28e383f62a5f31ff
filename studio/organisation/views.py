from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from studio.kit.addresses import studio_reverse
from studio.kit.details import DetailPage, Panel
from studio.kit.form_pages import FormPage
from studio.kit.lists import ListPage
from studio.organisation import actions, forms
from studio.organisation.columns import (
    base_columns,
    honour_columns,
    lead_columns,
    membership_columns,
    name_columns,
    studio_columns,
)
from studio.organisation.filters import HonourFilters, MembershipFilters
from studio.organisation.models import Studio


class OwnStudio:
    """Pages about the studio of the address itself."""

    def visible(self):
        return Studio.objects.filter(pk=self.studio.pk)


class StudioDetail(OwnStudio, DetailPage):
    columns = studio_columns
    title = _("Studio")
    template_name = "organisation/studio.html"
    facts = "company parent founded_on construction_mode platforms bases_planned coverage slug"
    panels = (
        Panel("bases", _("Bases"), base_columns, "studio", new="organisation:base_new", new_label=_("Add a base")),
        Panel("honours", _("Honours"), honour_columns, "studio", new="organisation:honour_new"),
        Panel("leads", _("Leads"), lead_columns, "studio"),
        Panel("names", _("Names"), name_columns, "studio"),
    )

    def more(self, record):
        return {"may_approve": self.person.has_perm("studio.approve", record)}


def own_studio(request):
    """The page of the studio without its number."""
    return redirect(studio_reverse(request.studio, "organisation:studio_detail", pk=request.studio.pk))


class StudioFacts(OwnStudio, FormPage):
    form_class = forms.StudioFactsForm
    title_edit = _("Change the studio's facts")
    creates = False
    update_action = staticmethod(actions.change_studio)


class UnderStudio:
    """Form pages of what stands on the studio's page: they lead back there."""

    updates = False
    permission = "studio.approve"

    def url(self, name, **kwargs):
        return studio_reverse(self.studio, "organisation:studio_list")


class StudioNamePage(UnderStudio, FormPage):
    form_class = forms.StudioNameForm
    title_new = _("Give the studio a new name")
    intro = _("The present name stays in the history and ends the day before.")
    create_action = staticmethod(actions.rename_studio)


class StudioLeadPage(UnderStudio, FormPage):
    form_class = forms.StudioLeadForm
    title_new = _("Name a new lead")
    intro = _("The rights of a lead are a role: give it on the person's page.")
    create_action = staticmethod(actions.change_lead)


class BaseList(ListPage):
    columns = base_columns
    purpose = _("The bases of the studio: what each is for.")
    new_label = _("Add a base")


class BaseDetail(DetailPage):
    columns = base_columns
    facts = "purpose order"


class BasePage(FormPage):
    form_class = forms.BaseForm
    title_new, title_edit = _("Add a base"), _("Change the base")


class HonourList(ListPage):
    columns, filters = honour_columns, HonourFilters
    purpose = _("Titles and awards of the studio as a whole, each with level, year and who granted it.")
    new_label = _("Record an honour")


class HonourDetail(DetailPage):
    columns = honour_columns
    facts = "level year granting_body valid_from valid_until"


class HonourPage(FormPage):
    form_class = forms.HonourForm
    title_new, title_edit = _("Record an honour"), _("Change the honour")


class MembershipList(ListPage):
    columns, filters = membership_columns, MembershipFilters
    purpose = _("Who holds which role in the studio, from when to when.")
    new_label = _("Give a role")


class MembershipPage(FormPage):
    form_class = forms.MembershipForm
    title_new, title_edit = _("Give a role"), _("End the role")
    create_action = staticmethod(actions.give_role)
    update_action = staticmethod(actions.end_role)
    initial_from = ("person", "role")

    def done_url(self, record):
        return studio_reverse(self.studio, "organisation:person_detail", pk=record.person_id)
