"""Pages of the records; the pages that act on an event or an entry are in event_pages.py."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from competitions import actions, awards, entering
from competitions.choices import ENTERING, SEALED, EventState
from competitions.columns import (
    competition_columns,
    correction_columns,
    entrant_columns,
    entry_columns,
    event_columns,
    judge_columns,
    mark_columns,
    result_columns,
)
from competitions.filters import (
    CompetitionFilters,
    CorrectionFilters,
    EntrantFilters,
    EntryFilters,
    EventFilters,
    MarkFilters,
    ResultFilters,
)
from competitions.forms import CompetitionForm, EventRecordForm, JudgeForm, ResultForm, TeamForm
from competitions.models import JudgeAssignment
from studio.kit.addresses import studio_reverse
from studio.kit.deletes import DeleteView
from studio.kit.details import DetailPage, Panel
from studio.kit.form_pages import FormPage
from studio.kit.lists import ListPage


class CompetitionList(ListPage):
    columns, filters, period_field = competition_columns, CompetitionFilters, "from_date"
    purpose = _("Skills competitions that the studio organises or attends: level, days, and what became of them.")
    new_label = _("Plan a competition")


class CompetitionDetail(DetailPage):
    columns = competition_columns
    facts = (
        "kind level organiser place from_date to_date discipline event_count entrant_count"
        " held_on closed_on cancelled_on note"
    )
    files = True
    panels = (
        Panel(
            "events",
            pgettext_lazy("competition", "Events"),
            event_columns,
            "competition",
            show="title discipline form planned_on state entry_count",
            new="competitions:event_new",
            new_label=_("Add an event"),
            all="competitions:event_list",
            empty=_("No event yet. A competition consists of its events."),
        ),
        Panel(
            "results",
            _("Results and awards"),
            result_columns,
            "entry__event__competition",
            show="who event award rank score expert_level",
            empty=_("No result or award is recorded yet."),
        ),
    )


class CompetitionPage(FormPage):
    form_class = CompetitionForm
    title_new, title_edit = _("Plan a competition"), _("Change the competition")
    update_action = staticmethod(actions.change_competition)


class EventList(ListPage):
    columns, filters, period_field = event_columns, EventFilters, "planned_on"
    title = _("Events of competitions")
    purpose = _("Each event of a competition: what is competed in, when, and how many are entered.")
    new_label = _("Add an event")


class EventDetail(DetailPage):
    columns = event_columns
    parents = ("competition",)
    title = _("Events of competitions")
    facts = (
        "kind level discipline occupation form planned_on enter_until place entry_count"
        " held_on locked_on published_on cancelled_on"
    )
    files = True
    template_name = "competitions/event_detail.html"
    panels = (
        Panel(
            "entries",
            pgettext_lazy("competition", "Entries"),
            entry_columns,
            "event",
            show="who absent",
            all="competitions:entry_list",
            empty=_("Nobody is entered yet."),
        ),
        Panel(
            "results",
            _("Results and awards"),
            result_columns,
            "entry__event",
            show="who award rank score awarded_on expert_level",
            empty=_("No result or award is recorded yet."),
        ),
        Panel(
            "judges",
            _("Judges"),
            judge_columns,
            "event",
            new="competitions:judge_new",
            new_label=_("Assign a judge"),
            empty=_("No judge is assigned. Judges give the marks of events that the studio organises."),
        ),
        Panel(
            "marks",
            pgettext_lazy("competition", "Marks"),
            mark_columns,
            "entry__event",
            show="who rank score award marked_by",
            empty=_("No mark that you may see. Marks show once they are locked; your own once they are published."),
        ),
    )

    def more(self, record) -> dict:
        """The person's own entry, and the ways to the sheets, each with its address where it is open."""
        mine = record.entries.filter(entrants__person=self.person).first()
        edits = self.person.has_perm("competitions.edit", record)
        takes = record.state in (*ENTERING, EventState.HELD) and not record.competition.why_locked(self.person)
        return {
            "mine": mine,
            "enter_url": self._enter_url(record, mine),
            "people_url": self._at(record, "people", edits and takes and not record.is_team),
            "team_url": self._team_url(record) if edits and takes and record.is_team else "",
            "withdraw_url": self._withdraw_url(mine) if mine and record.state in ENTERING else "",
            **self._sheets(record),
        }

    def _sheets(self, record) -> dict:
        ours, held = record.competition.is_ours, record.state == EventState.HELD
        marks = ours and held and self.person.has_perm("competition_marks.edit", record)
        results = not ours and held and self.person.has_perm("competition_results.edit", record)
        prizes = record.state in SEALED and self.person.has_perm("competitions.approve", record)
        return {
            "scores_url": self._at(record, "scores", marks),
            "results_url": self._at(record, "results", results and not record.competition.why_locked(self.person)),
            "awards_url": self._at(record, "awards", prizes),
        }

    def _enter_url(self, record, mine) -> str:
        may = self.person.has_perm("competitions.enter", record) and not entering.why_not_enter(record)
        judges = may and record.judges.filter(person=self.person).exists()
        return self._at(record, "enter", may and not mine and not judges)

    def _at(self, record, name: str, is_open: bool) -> str:
        return self.url(name, pk=record.pk) if is_open else ""

    def _team_url(self, record) -> str:
        return studio_reverse(self.studio, "competitions:entry_new") + f"?event={record.pk}"

    def _withdraw_url(self, entry) -> str:
        if entry.event.is_team and not self.person.has_perm("competitions.edit", entry):
            return ""
        return studio_reverse(self.studio, "competitions:entry_withdraw", pk=entry.pk)


class EventPage(FormPage):
    form_class = EventRecordForm
    title = _("Events of competitions")
    title_new, title_edit = _("Add an event"), pgettext_lazy("competition", "Change the event")
    create_action = staticmethod(actions.plan_event)
    update_action = staticmethod(actions.change_event)
    initial_from = ("competition", "discipline", "planned_on")


class JudgeDetail(DetailPage):
    columns = judge_columns
    title = _("Events of competitions")
    parents = ("event__competition", "event")
    facts = "person unit event discipline planned_on"

    def url(self, name, **kwargs):
        """Judges stand under their events and have no list."""
        return super().url(name, **kwargs) or (
            studio_reverse(self.studio, "competitions:event_list") if name == "list" else ""
        )


class JudgePage(FormPage):
    form_class = JudgeForm
    updates = False
    title_new = _("Assign a judge")
    create_action = staticmethod(actions.assign_judge)
    initial_from = ("event",)

    def done_url(self, record) -> str:
        """Back to the event's judges."""
        return record.get_absolute_url()


class JudgeDelete(DeleteView):
    """Taking a judge off leads back to the event."""

    model = JudgeAssignment

    def url(self, name, **kwargs):
        """The event's page stands for the list and the record's own."""
        if name in ("detail", "list"):
            event = getattr(self, "event_pk", None)
            if event:
                return studio_reverse(self.studio, "competitions:event_detail", pk=event) + "?tab=judges"
            return studio_reverse(self.studio, "competitions:event_list")
        return super().url(name, **kwargs)

    def _find(self, pk):
        record = super()._find(pk)
        self.event_pk = record.event_id
        return record


class EntryList(ListPage):
    columns, filters, period_field = entry_columns, EntryFilters, "event__planned_on"
    purpose = _("Who is entered into which event, alone or as a team. People are entered on an event's page.")
    new_label = _("Enter a team")


class EntryDetail(DetailPage):
    columns = entry_columns
    parents = ("event__competition", "event")
    facts = "event competition discipline planned_on held_on absent"
    template_name = "competitions/entry_detail.html"
    panels = (
        Panel("people", _("People"), entrant_columns, "entry", show="who unit"),
        Panel(
            "result",
            pgettext_lazy("competition", "Result"),
            result_columns,
            "entry",
            show="who award rank score awarded_on expert_level",
            empty=_("No result or award is recorded yet."),
        ),
        Panel(
            "mark",
            pgettext_lazy("competition", "Mark"),
            mark_columns,
            "entry",
            show="who score rank award marked_by",
            empty=_("No mark that you may see. Marks show once they are locked; your own once they are published."),
        ),
        Panel(
            "corrections",
            _("Corrections"),
            correction_columns,
            "entry",
            show="who old_score new_score proposed_by state decided_by",
            empty=_("No correction of a locked mark was asked for."),
        ),
    )

    def more(self, record) -> dict:
        """Entries are withdrawn from here, and corrections of locked marks asked for."""
        event = record.event
        own = record.has_entrant(self.person) and not event.is_team
        withdraws = own or self.person.has_perm("competitions.edit", record)
        corrects = self.person.has_perm("competition_marks.edit", record)
        return {
            "withdraw_url": self.url("withdraw", pk=record.pk) if withdraws and event.state in ENTERING else "",
            "correct_url": self.url("correct", pk=record.pk) if corrects and event.state in SEALED else "",
        }


class EntryPage(FormPage):
    form_class = TeamForm
    title_new, title_edit = _("Enter a team"), _("Change the team")
    create_action = staticmethod(entering.enter_team)
    update_action = staticmethod(entering.change_team)
    initial_from = ("event",)


class EntrantList(ListPage):
    columns, filters, period_field = entrant_columns, EntrantFilters, "event__held_on"
    purpose = _("Everybody who competed in an event, one line for each time.")


class MarkList(ListPage):
    columns, filters, period_field = mark_columns, MarkFilters, "entry__event__held_on"
    purpose = _("Marks of the events that the studio organises: score, rank and award, as far as you may see them.")


class MarkDetail(DetailPage):
    columns = mark_columns
    parents = ("entry__event__competition", "entry__event", "entry")
    facts = "event competition discipline held_on score rank award marked_by"


class CorrectionList(ListPage):
    columns, filters, period_field = correction_columns, CorrectionFilters, "proposed_on"
    purpose = _("Changes of locked marks: a judge asks for them with a reason, a second person decides.")


class CorrectionDetail(DetailPage):
    columns = correction_columns
    parents = ("entry__event__competition", "entry__event", "entry")
    facts = "event discipline old_score new_score proposed_by proposed_on decided_by decided_on reason"


class ResultList(ListPage):
    columns, filters, period_field = result_columns, ResultFilters, "awarded_on"
    title = _("Results and awards")
    purpose = _("What was reached: results told by organisers elsewhere, and the awards of our own events.")
    new_label = pgettext_lazy("competition", "Record a result")


class ResultDetail(DetailPage):
    columns = result_columns
    title = _("Results and awards")
    parents = ("entry__event__competition", "entry__event", "entry")
    facts = "event competition level discipline award rank score awarded_on expert_level basis"
    files = True


class ResultPage(FormPage):
    form_class = ResultForm
    title = _("Results and awards")
    title_new, title_edit = (
        pgettext_lazy("competition", "Record a result"),
        pgettext_lazy("competition", "Change the result"),
    )
    create_action = staticmethod(awards.record_result)
    update_action = staticmethod(awards.change_result)
    initial_from = ("entry",)
