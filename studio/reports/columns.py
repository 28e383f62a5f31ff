from django.utils.translation import gettext_lazy as _

from studio.kit.columns import Column, Columns
from studio.reports.models import Delivery, DeliveryRun, Report

report_columns = Columns(
    Report,
    Column("title_now", _("Report"), kind="link", using="with_title"),
    Column("period_key"),
    Column("discipline"),
    Column("person"),
    Column("as_of"),
    Column("languages", _("Languages"), kind="text", using="with_parameters"),
    Column("formats", _("Formats"), kind="text", using="with_parameters"),
    Column("asked_by", kind="person"),
    Column("asked_at"),
    Column("kilobytes", _("Size"), kind="number", unit="KB", using="with_size"),
    Column("short_hash", _("SHA-256 begins"), kind="text", using="with_size"),
    Column("released_to_assessors_at"),
    url="reports:report_detail",
    default="title_now period_key discipline person languages formats asked_by asked_at kilobytes short_hash",
    sort="-asked_at",
    card="period_key asked_by asked_at",
)

delivery_columns = Columns(
    Delivery,
    Column("title_now", _("Report"), kind="link", using="with_title"),
    Column("rhythm"),
    Column("discipline"),
    Column("state", kind="state"),
    Column("next_period"),
    Column("next_on"),
    Column("owner", kind="person"),
    Column("days_after"),
    url="reports:delivery_detail",
    default="title_now rhythm discipline state next_period next_on owner",
    sort="next_on",
    card="rhythm state next_on",
)

delivery_run_columns = Columns(
    DeliveryRun,
    Column("period_key"),
    Column("due_on"),
    Column("state", _("Job"), path="job__state", kind="state"),
    Column("problem"),
    Column("told"),
    Column("left_out"),
    sort="-due_on",
)
