"""Pages of shared resources and of their uses."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sharing import actions, filters, forms
from sharing.choices import ResourceState
from sharing.columns import resource_columns, use_columns
from studio.kit.addresses import studio_reverse
from studio.kit.details import DetailPage, Panel
from studio.kit.form_pages import FormPage
from studio.kit.lists import ListPage


class ResourceList(ListPage):
    columns, filters = resource_columns, filters.ResourceFilters
    purpose = _("The catalogue of what the studio gives to others and takes from them, and how often it is used.")
    new_label = _("Offer a resource")


class ResourceDetail(DetailPage):
    columns = resource_columns
    parents = ("partner",)
    facts = "kind direction discipline partner keeper offered_on retired_on used terms"
    files = True
    template_name = "sharing/resource_detail.html"
    panels = (
        Panel(
            "uses",
            pgettext_lazy("records", "Uses"),
            use_columns,
            "resource",
            show="used_by used_on hours heads purpose state",
            new="sharing:use_new",
            new_label=pgettext_lazy("shared resource", "Record a use"),
            all="sharing:use_list",
            empty=_("Nobody has used it yet."),
        ),
    )

    def more(self, record) -> dict:
        """Who may not record uses by others records the own one from here."""
        person = self.person
        mine = person.has_perm("sharing.use", record) and not person.has_perm("sharing_uses.edit", record)
        open_now = mine and record.state == ResourceState.OFFERED
        return {"use_url": f"{studio_reverse(self.studio, 'sharing:use_new')}?resource={record.pk}" if open_now else ""}


class ResourcePage(FormPage):
    form_class = forms.ResourceForm
    title_new, title_edit = _("Offer a resource"), _("Change the resource")
    create_action = staticmethod(actions.offer_resource)
    update_action = staticmethod(actions.change_resource)
    initial_from = ("partner", "discipline")


class UseList(ListPage):
    columns, filters, period_field = use_columns, filters.UseFilters, "used_on"
    purpose = _("Who used which shared resource, when, for how long and what for.")
    new_label = pgettext_lazy("shared resource", "Record a use")


class UseDetail(DetailPage):
    columns = use_columns
    parents = ("resource",)
    facts = "resource discipline partner person unit used_on hours heads purpose withdrawn_on note"


class UsePage(FormPage):
    form_class = forms.UseForm
    title_new, title_edit = (
        pgettext_lazy("shared resource", "Record a use"),
        pgettext_lazy("shared resource", "Change the use"),
    )
    create_action = staticmethod(actions.record_use)
    update_action = staticmethod(actions.change_use)
    initial_from = ("resource",)
