from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from studio.kit.columns import Column, Columns
from studio.regulations.models import Fund, Spend

fund_columns = Columns(
    Fund,
    Column("title", _("Fund"), kind="link"),
    Column("source"),
    Column("year", kind="text"),
    Column("discipline"),
    Column("budget", _("Budget"), kind="money"),
    Column("spent", pgettext_lazy("money", "Spent"), kind="money", using="with_balance"),
    Column("waiting", _("To be approved"), kind="money", using="with_balance"),
    Column("balance", _("Balance"), kind="money", using="with_balance"),
    Column("state", kind="state"),
    Column("opened_on"),
    Column("opened_by", kind="person"),
    Column("closed_on"),
    Column("recorder", kind="person"),
    Column("note"),
    url="regulations:fund_detail",
    default="title source year budget spent balance state",
    sort="-year",
    card="year balance state",
)

spend_columns = Columns(
    Spend,
    Column("voucher", kind="link"),
    Column("spent_on"),
    Column("purpose"),
    Column("category"),
    Column("amount", _("Amount"), kind="money"),
    Column("fund"),
    Column("discipline", path="fund__discipline"),
    Column("state", kind="state"),
    Column("beneficiary", kind="person"),
    Column("recorder", kind="person"),
    Column("approved_on"),
    Column("approved_by", kind="person"),
    Column("voided_on"),
    url="regulations:spend_detail",
    default="voucher spent_on purpose category amount state",
    sort="-spent_on",
    card="spent_on amount state",
)
