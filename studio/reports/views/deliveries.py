"""Scheduled deliveries: what is made by itself, and what came of it."""

from django.utils.translation import gettext_lazy as _

from studio.kit.details import DetailPage, Panel
from studio.kit.form_pages import FormPage
from studio.kit.lists import ListPage

from .. import delivering
from ..columns import delivery_columns, delivery_run_columns
from ..filters import DeliveryFilters
from ..forms import DeliveryForm


class DeliveryList(ListPage):
    columns, filters = delivery_columns, DeliveryFilters
    title = _("Scheduled deliveries")
    purpose = _("Reports that are made by themselves for each month, quarter or year, and who is told.")
    new_label = _("Schedule a delivery")


class DeliveryDetail(DetailPage):
    columns = delivery_columns
    facts = "rhythm days_after discipline next_period next_on owner"
    template_name = "reports/delivery_detail.html"
    panels = (
        Panel(
            "runs",
            _("Deliveries so far"),
            delivery_run_columns,
            "delivery",
            show="period_key due_on state problem told left_out",
            empty=_("Nothing was delivered yet."),
        ),
    )

    def more(self, record) -> dict:
        """Languages and formats in words, the recipients, and the reports made so far."""
        runs = record.runs.filter(report__isnull=False).with_job()[:5]
        return {
            "languages": record.languages_in_words,
            "formats": record.formats_in_words,
            "recipients": record.recipients.order_by("sort_key", "pk"),
            "made": [run.report for run in runs],
        }


class DeliveryPage(FormPage):
    form_class = DeliveryForm
    title_new, title_edit = _("Schedule a delivery"), _("Change the delivery")
    intro = _("It is made with the rights of whoever saves it last, as they are on that day.")
    create_action = staticmethod(delivering.schedule)
    update_action = staticmethod(delivering.change)
    initial_from = ("key", "discipline")
