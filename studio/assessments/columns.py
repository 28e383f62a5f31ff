from django.utils.translation import gettext_lazy as _

from studio.assessments.models import Comment, ImprovementAction, Visit
from studio.kit.columns import Column, Columns

visit_columns = Columns(
    Visit,
    Column("assessed_by", _("Visitors"), kind="link"),
    Column("date_text", _("Date"), using="with_date_text", sort="held_on"),
    Column("kind"),
    Column("purpose", _("Purpose")),
    url="assessments:visit_detail",
    default="assessed_by date_text kind",
    sort="-held_on",
    card="date_text kind",
)

comment_columns = Columns(
    Comment,
    Column("topic", kind="link"),
    Column("kind"),
    Column("given_by", _("Said by")),
    Column("gist", _("Gist")),
    Column("raised_on"),
    Column("closed_on"),
    Column("visit", _("Visitors"), path="visit__assessed_by", kind="text"),
    Column("visit_held_on", _("Visit on"), path="visit__held_on"),
    url="assessments:comment_detail",
    default="topic kind given_by gist raised_on closed_on",
    sort="-raised_on",
    card="kind given_by raised_on",
)

action_columns = Columns(
    ImprovementAction,
    Column("title", _("What will be done"), kind="link"),
    Column("request", _("Request"), path="request__topic"),
    Column("owner"),
    Column("discipline"),
    Column("due_on"),
    Column("done_on"),
    Column("closed_on"),
    Column("closed_by"),
    Column("note"),
    Column("state", kind="state"),
    url="assessments:action_detail",
    default="title request owner discipline due_on state",
    sort="due_on",
    card="owner due_on state",
)
