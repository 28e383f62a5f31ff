"""Pages of regulations, their versions and confirmations, required kinds and duties."""

from django.utils.translation import gettext_lazy as _

from studio.kit.acts import ActPage
from studio.kit.details import DetailPage, Panel
from studio.kit.form_pages import FormPage
from studio.kit.lists import ListPage
from studio.regulations import actions, filters, forms
from studio.regulations.choices import VersionState
from studio.regulations.columns import (
    duty_columns,
    reading_columns,
    regulation_columns,
    required_columns,
    review_columns,
    version_columns,
)
from studio.regulations.models import RegulationVersion
from studio.regulations.querysets import waiting_for

MOST_NAMES = 100


class RegulationList(ListPage):
    columns, filters = regulation_columns, filters.RegulationFilters
    purpose = _("The rules the studio keeps: each with its owner, the version in force and the day of its next review.")
    new_label = _("Add a regulation")


class RegulationDetail(DetailPage):
    columns = regulation_columns
    facts = "code kind owner standing number effective_on review_due"
    panels = (
        Panel(
            "versions",
            _("Versions"),
            version_columns,
            "regulation",
            show="number state effective_on review_due replaced_on abolished_on",
            new="regulations:version_new",
            new_label=_("Write a version"),
            empty=_("No version is written yet. Write the first one and have it put in force."),
        ),
    )


class RegulationPage(FormPage):
    form_class = forms.RegulationForm
    title_new, title_edit = _("Add a regulation"), _("Change the regulation")


class VersionList(ListPage):
    columns, filters = version_columns, filters.VersionFilters
    title = _("Versions")
    purpose = _("Every wording of every regulation: from when it holds, until when it is reviewed, what replaced it.")
    new_label = _("Write a version")


class VersionDetail(DetailPage):
    columns = version_columns
    parents = ("regulation",)
    facts = (
        "number effective_on review_due owner author approved_by approved_on replaced_on abolished_on"
        " confirmed asked change_note text"
    )
    files = True
    template_name = "regulations/version.html"
    panels = (
        Panel(
            "readings",
            _("Read by"),
            reading_columns,
            "version_read",
            show="person unit confirmed_on",
            all="regulations:reading_list",
            empty=_("Nobody has confirmed this version yet."),
        ),
        Panel(
            "reviews",
            _("Reviews"),
            review_columns,
            "version_reviewed",
            empty=_("The first entry is written when the version comes into force."),
        ),
    )

    def more(self, record) -> dict:
        """Who has not confirmed yet (for whoever may remind them), and the way to confirm."""
        in_force = record.state == VersionState.IN_FORCE
        edits = in_force and self.person.has_perm("regulations.edit", record)
        waiting = list(waiting_for(record)[: MOST_NAMES + 1]) if edits else []
        reads = in_force and self.person.has_perm("regulations.read", record)
        confirmed = record.readings.own(self.person).first() if reads else None
        return {
            "waiting": waiting[:MOST_NAMES],
            "more_waiting": len(waiting) > MOST_NAMES,
            "remind_url": self.url("remind", pk=record.pk) if waiting else "",
            "confirmed": confirmed,
            "read_url": self.url("read", pk=record.pk) if reads and not confirmed else "",
        }


class VersionPage(FormPage):
    form_class = forms.VersionForm
    title_new, title_edit = _("Write a version"), _("Change the draft")
    create_action = staticmethod(actions.write_version)
    update_action = staticmethod(actions.change_version)
    initial_from = ("regulation",)


class ReadPage(ActPage):
    model, permission = RegulationVersion, "regulations.read"
    label = _("I have read it")

    def act(self, record, form):
        actions.confirm_reading(record, self.person)


class RemindPage(ActPage):
    model, permission = RegulationVersion, "regulations.edit"
    label = _("Remind them")

    def act(self, record, form):
        actions.remind_readers(record, self.person)


class ReadingList(ListPage):
    columns, filters, period_field = reading_columns, filters.ReadingFilters, "confirmed_on"
    purpose = _("Which member confirmed having read which version, and when. Confirming is done on a version's page.")


class RequiredList(ListPage):
    columns, filters = required_columns, filters.RequiredFilters
    purpose = _("The kinds of regulation the studio must keep, and how each stands today.")
    new_label = _("Require a kind")


class RequiredDetail(DetailPage):
    columns = required_columns
    facts = "standing from_date to_date basis"


class RequiredPage(FormPage):
    form_class = forms.RequiredForm
    title_new, title_edit = _("Require a kind"), _("Change the required kind")
    create_action = staticmethod(actions.require_kind)
    update_action = staticmethod(actions.change_required)


class DutyList(ListPage):
    columns, filters = duty_columns, filters.DutyFilters
    purpose = _("Who answers for what in the studio, from when to when.")
    new_label = _("Give a duty")


class DutyDetail(DetailPage):
    columns = duty_columns
    facts = "person unit discipline from_date to_date description"


class DutyPage(FormPage):
    form_class = forms.DutyForm
    title_new, title_edit = _("Give a duty"), _("Change the duty")
    create_action = staticmethod(actions.give_duty)
    update_action = staticmethod(actions.change_duty)
