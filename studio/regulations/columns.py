"""Columns of regulations, versions, confirmations and duties; meetings and funds have files of their own."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from studio.kit.columns import Column, Columns
from studio.regulations.choices import Standing
from studio.regulations.models import Duty, Reading, Regulation, RegulationVersion, RequiredKind, VersionReview

regulation_columns = Columns(
    Regulation,
    Column("title", _("Title"), kind="link"),
    Column("code"),
    Column("kind"),
    Column("owner"),
    Column("standing", pgettext_lazy("regulation", "Standing"), kind="state", using="with_standing", choices=Standing),
    Column("number", _("Version in force"), path="current__number", using="with_current"),
    Column("effective_on", _("Effective from"), path="current__effective_on", kind="date", using="with_current"),
    Column("review_due", _("Review due"), path="current__review_due", kind="date", using="with_current"),
    url="regulations:regulation_detail",
    default="title code number effective_on review_due standing",
    sort="code",
    card="code number standing",
)

version_columns = Columns(
    RegulationVersion,
    Column("regulation", kind="link"),
    Column("code", path="regulation__code"),
    Column("kind", path="regulation__kind"),
    Column("number", kind="link"),
    Column("state", kind="state"),
    Column("effective_on"),
    Column("review_due"),
    Column("replaced_on"),
    Column("abolished_on"),
    Column("author", kind="person"),
    Column("approved_by", kind="person"),
    Column("approved_on"),
    Column("confirmed", _("Read by"), kind="number", using="with_readers"),
    Column("asked", _("Asked to read"), kind="number", using="with_readers"),
    Column("change_note"),
    Column("text"),
    Column("owner", path="regulation__owner"),
    url="regulations:version_detail",
    default="regulation code number state effective_on review_due",
    sort="regulation__code",
    card="number effective_on state",
)

required_columns = Columns(
    RequiredKind,
    Column("kind", kind="link"),
    Column("standing", pgettext_lazy("regulation", "Standing"), kind="state", using="with_standing", choices=Standing),
    Column("from_date"),
    Column("to_date"),
    Column("basis"),
    url="regulations:required_detail",
    default="kind standing from_date to_date basis",
    sort="kind__order",
    card="standing from_date to_date",
)

reading_columns = Columns(
    Reading,
    Column("person"),
    Column("unit", path="person__unit"),
    Column("regulation", path="version_read__regulation"),
    Column("number", path="version_read__number"),
    Column("confirmed_on"),
    default="person regulation number confirmed_on",
    sort="-confirmed_on",
    card="regulation number confirmed_on",
)

review_columns = Columns(
    VersionReview,
    Column("reviewed_on"),
    Column("next_due"),
    Column("reviewer", kind="person"),
    Column("note"),
    sort="-reviewed_on",
)

duty_columns = Columns(
    Duty,
    Column("title", _("Duty"), kind="link"),
    Column("person"),
    Column("unit", path="person__unit"),
    Column("discipline"),
    Column("from_date"),
    Column("to_date"),
    Column("description"),
    url="regulations:duty_detail",
    default="title person discipline from_date to_date",
    sort="title",
    card="person discipline from_date",
)
