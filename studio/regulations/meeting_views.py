"""Pages of meetings and of the rules that ask for them."""

from django.utils.translation import gettext_lazy as _

from studio.kit.details import DetailPage
from studio.kit.form_pages import FormPage
from studio.kit.lists import ListPage
from studio.regulations import actions, filters, forms
from studio.regulations.meeting_columns import meeting_columns, rule_columns


class MeetingList(ListPage):
    columns, filters, period_field = meeting_columns, filters.MeetingFilters, "planned_on"
    purpose = _("Each meeting of the studio and its groups: when, who was there, what was decided.")
    new_label = _("Plan a meeting")


class MeetingDetail(DetailPage):
    columns = meeting_columns
    facts = "kind discipline planned_on held_on place heads cancelled_on agenda decisions"
    files = True
    template_name = "regulations/meeting.html"

    def more(self, record) -> dict:
        """Names of the people present."""
        return {"people": list(record.present.order_by("sort_key", "pk"))}


class MeetingPage(FormPage):
    form_class = forms.MeetingForm
    title_new, title_edit = _("Plan a meeting"), _("Change the meeting")


class RuleList(ListPage):
    columns, filters = rule_columns, filters.RuleFilters
    purpose = _("How often meetings of each kind are to be held. What is expected in any period follows from it.")
    new_label = _("Add a meeting rule")


class RuleDetail(DetailPage):
    columns = rule_columns
    facts = "kind discipline times per from_date to_date"


class RulePage(FormPage):
    form_class = forms.RuleForm
    title_new, title_edit = _("Add a meeting rule"), _("Change the meeting rule")
    intro = _(
        "So many meetings fall due on the last day of each month, quarter or year. "
        "A rule that has begun keeps its terms: give it an end, and add a new one."
    )
    create_action = staticmethod(actions.set_rule)
    update_action = staticmethod(actions.change_rule)
