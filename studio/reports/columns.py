from django.utils.translation import gettext_lazy as _

from studio.kit.columns import Column, Columns
from studio.reports.models import Report

report_columns = Columns(
    Report,
    Column("title_now", _("Report"), kind="link", using="with_title"),
    Column("period_key"),
    Column("discipline"),
    Column("as_of"),
    Column("languages", _("Languages"), kind="text", using="with_parameters"),
    Column("formats", _("Formats"), kind="text", using="with_parameters"),
    Column("asked_by", kind="person"),
    Column("asked_at"),
    Column("kilobytes", _("Size"), kind="number", unit="KB", using="with_size"),
    Column("short_hash", _("SHA-256 begins"), kind="text", using="with_size"),
    Column("released_to_assessors_at"),
    url="reports:report_detail",
    default="title_now period_key discipline languages formats asked_by asked_at kilobytes short_hash",
    sort="-asked_at",
    card="period_key asked_by asked_at",
)
