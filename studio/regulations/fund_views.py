"""Pages of funds and what was spent from them."""

from django.utils.translation import gettext_lazy as _

from studio.kit.details import DetailPage, Panel
from studio.kit.form_pages import FormPage
from studio.kit.lists import ListPage
from studio.regulations import actions, filters, forms
from studio.regulations.fund_columns import fund_columns, spend_columns


class FundList(ListPage):
    columns, filters = fund_columns, filters.FundFilters
    purpose = _("The money of each year by source: what was granted, what is spent, what is left.")
    new_label = _("Record a fund")


class FundDetail(DetailPage):
    columns = fund_columns
    facts = "source year discipline budget spent waiting balance opened_on opened_by closed_on recorder note"
    files = True
    panels = (
        Panel(
            "spends",
            _("Spends"),
            spend_columns,
            "fund",
            show="voucher spent_on purpose category amount state",
            new="regulations:spend_new",
            new_label=_("Record a spend"),
            all="regulations:spend_list",
            empty=_("Nothing is spent from this fund yet."),
        ),
    )


class FundPage(FormPage):
    form_class = forms.FundForm
    title_new, title_edit = _("Record a fund"), _("Change the fund")
    create_action = staticmethod(actions.plan_fund)
    update_action = staticmethod(actions.change_fund)


class SpendList(ListPage):
    columns, filters, period_field = spend_columns, filters.SpendFilters, "spent_on"
    purpose = _("What was spent on what, with its voucher. A spend counts once somebody else has approved it.")
    new_label = _("Record a spend")


class SpendDetail(DetailPage):
    columns = spend_columns
    parents = ("fund",)
    facts = "spent_on amount category fund discipline purpose beneficiary recorder approved_by approved_on voided_on"
    files = True


class SpendPage(FormPage):
    form_class = forms.SpendForm
    title_new, title_edit = _("Record a spend"), _("Change the spend")
    create_action = staticmethod(actions.record_spend)
    update_action = staticmethod(actions.change_spend)
    initial_from = ("fund",)
