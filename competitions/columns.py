"""Columns of competition records: for lists, exports and report tables."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from competitions.models import Competition, Correction, Entrant, Entry, Event, JudgeAssignment, Mark, Result
from studio.kit.columns import Column, Columns

competition_columns = Columns(
    Competition,
    Column("title", _("Competition"), kind="link"),
    Column("kind"),
    Column("level"),
    Column("organiser"),
    Column("place"),
    Column("from_date"),
    Column("to_date"),
    Column("discipline"),
    Column("event_count", pgettext_lazy("competition", "Events"), kind="number", using="with_counts"),
    Column("entrant_count", _("Entrants"), kind="number", using="with_counts"),
    Column("state", kind="state"),
    Column("held_on"),
    Column("closed_on"),
    Column("cancelled_on"),
    Column("note"),
    url="competitions:competition_detail",
    default="title kind level from_date discipline state",
    sort="-from_date",
    card="kind level state",
)

event_columns = Columns(
    Event,
    Column("title", pgettext_lazy("competition", "Event"), kind="link"),
    Column("competition"),
    Column("kind", path="competition__kind"),
    Column("level", path="competition__level"),
    Column("discipline"),
    Column("occupation"),
    Column("form"),
    Column("planned_on"),
    Column("enter_until"),
    Column("place"),
    Column("entry_count", pgettext_lazy("competition", "Entries"), kind="number", using="with_counts"),
    Column("state", kind="state"),
    Column("held_on"),
    Column("locked_on"),
    Column("published_on"),
    Column("cancelled_on"),
    url="competitions:event_detail",
    default="title competition discipline planned_on state entry_count",
    sort="-planned_on",
    card="planned_on discipline state",
)

judge_columns = Columns(
    JudgeAssignment,
    Column("person", kind="link"),
    Column("unit", path="person__unit"),
    Column("event"),
    Column("discipline", path="event__discipline"),
    Column("planned_on", path="event__planned_on"),
    url="competitions:judge_detail",
    default="person unit",
    sort="person__sort_key",
)

entry_columns = Columns(
    Entry,
    Column("who", pgettext_lazy("competition", "Entry"), kind="link", using="with_who"),
    Column("event"),
    Column("competition", path="event__competition"),
    Column("discipline", path="event__discipline"),
    Column("held_on", path="event__held_on"),
    Column("planned_on", path="event__planned_on"),
    Column("absent"),
    Column("event_state", _("State"), path="event__state", kind="state"),
    url="competitions:entry_detail",
    default="who event competition discipline planned_on event_state",
    sort="-pk",
    card="event planned_on event_state",
)

entrant_columns = Columns(
    Entrant,
    Column("who", _("Person"), kind="link", using="with_who"),
    Column("unit", path="person__unit"),
    Column("event"),
    Column("competition", path="event__competition"),
    Column("level", path="event__competition__level"),
    Column("team", pgettext_lazy("competition", "Team"), path="entry__team_name", kind="text"),
    Column("discipline", path="event__discipline"),
    Column("held_on", path="event__held_on"),
    Column("absent", path="entry__absent"),
    url="competitions:entry_detail",
    link_pk="entry_id",
    default="who event competition level discipline held_on",
    sort="-pk",
    card="event level held_on",
)

mark_columns = Columns(
    Mark,
    Column("who", pgettext_lazy("competition", "Entry"), kind="link", using="with_who"),
    Column("event", path="entry__event"),
    Column("competition", path="entry__event__competition"),
    Column("discipline", path="entry__event__discipline"),
    Column("held_on", path="entry__event__held_on"),
    Column("score"),
    Column("rank"),
    Column("award"),
    Column("marked_by"),
    url="competitions:mark_detail",
    default="who event held_on score rank award",
    sort="-pk",
    card="score rank award",
)

correction_columns = Columns(
    Correction,
    Column("who", pgettext_lazy("competition", "Entry"), kind="link", using="with_who"),
    Column("event", path="entry__event"),
    Column("discipline", path="entry__event__discipline"),
    Column("old_score"),
    Column("new_score"),
    Column("reason"),
    Column("proposed_by"),
    Column("proposed_on"),
    Column("state", kind="state"),
    Column("decided_by"),
    Column("decided_on"),
    url="competitions:correction_detail",
    default="who event old_score new_score proposed_by proposed_on state",
    sort="-pk",
    card="old_score new_score state",
)

result_columns = Columns(
    Result,
    Column("who", pgettext_lazy("competition", "Entry"), kind="link", using="with_who"),
    Column("event", path="entry__event"),
    Column("competition", path="entry__event__competition"),
    Column("level", path="entry__event__competition__level"),
    Column("discipline", path="entry__event__discipline"),
    Column("award"),
    Column("rank"),
    Column("score"),
    Column("awarded_on"),
    Column("expert_level"),
    Column("basis"),
    url="competitions:result_detail",
    default="who event competition level award rank awarded_on",
    sort="-awarded_on",
    card="award level awarded_on",
)
