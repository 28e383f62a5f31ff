from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from studio.kit.columns import Column, Columns
from studio.regulations.models import Meeting, MeetingRule

meeting_columns = Columns(
    Meeting,
    Column("title", _("Meeting"), kind="link"),
    Column("kind"),
    Column("discipline"),
    Column("planned_on"),
    Column("state", kind="state"),
    Column("held_on"),
    Column("heads", pgettext_lazy("meeting", "Present"), kind="number", using="with_heads"),
    Column("place"),
    Column("cancelled_on"),
    Column("agenda"),
    Column("decisions"),
    url="regulations:meeting_detail",
    default="title kind discipline planned_on state heads",
    sort="-planned_on",
    card="planned_on discipline state",
)

rule_columns = Columns(
    MeetingRule,
    Column("kind", kind="link"),
    Column("discipline"),
    Column("times"),
    Column("per"),
    Column("from_date"),
    Column("to_date"),
    url="regulations:rule_detail",
    default="kind discipline times per from_date to_date",
    sort="kind",
    card="discipline times per",
)
