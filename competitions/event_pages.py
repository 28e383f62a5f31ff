"""Pages that act on one event or entry: enter, withdraw, the sheets, a correction."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from competitions import awards, entering, marking
from competitions.forms import CorrectionForm, PeopleForm
from competitions.models import Entry, Event
from competitions.sheets import AwardSheet, ResultSheet, ScoreSheet
from studio.kit.acts import ActPage


class EnterPage(ActPage):
    model = Event
    permission = "competitions.enter"
    label = _("Enter the event")

    def act(self, record, form):
        entering.enter(record, self.person)


class EnterPeoplePage(ActPage):
    model = Event
    permission = "competitions.edit"
    form_class = PeopleForm
    title, label = _("Enter people"), pgettext_lazy("competition", "Enter")

    def act(self, record, form):
        entering.enter_people(record, self.person, form.cleaned_data["people"])


class WithdrawPage(ActPage):
    model = Entry
    permission = "competitions.view"
    label, tone = _("Withdraw the entry"), "danger"

    def act(self, record, form):
        entering.withdraw(record, self.person)

    def done_url(self, record) -> str:
        """The entry is gone; its event is there."""
        return record.event.get_absolute_url()


class ScoresPage(ActPage):
    model = Event
    permission = "competition_marks.edit"
    form_class, template_name = ScoreSheet, "pages/sheet.html"
    title, label = _("Score sheet"), _("Save the scores")
    intro = _(
        "Scores from 0 to 100 with two decimals, as given: nothing is rounded. Until the marks are locked only the "
        "judges of this event see them."
    )

    def act(self, record, form):
        marking.record_marks(record, self.person, form.scores, version=form.cleaned_data["version"])


class ResultsPage(ActPage):
    model = Event
    permission = "competition_results.edit"
    form_class, template_name = ResultSheet, "pages/sheet.html"
    title, label = _("Result sheet"), _("Save the results")
    intro = _(
        "What the organiser told: leave empty what is not known. Without another day an award counts on the day of "
        "the event. Evidence is attached on the page of each result."
    )

    def act(self, record, form):
        awards.record_results(record, self.person, form.results, version=form.cleaned_data["version"])


class AwardsPage(ActPage):
    model = Event
    permission = "competitions.approve"
    form_class, template_name = AwardSheet, "pages/sheet.html"
    title, label = _("Award sheet"), _("Save the awards")
    intro = _("Awards become known when the results are published; scores and ranks stay with the marks.")

    def act(self, record, form):
        given = form.cleaned_data
        awards.give_awards(record, self.person, form.awards, version=given["version"], reason=given.get("reason", ""))


class CorrectPage(ActPage):
    model = Entry
    permission = "competition_marks.edit"
    form_class = CorrectionForm
    title, label = _("Correct a locked mark"), _("Ask for the correction")
    intro = _("Somebody else decides it: the lead or the office, who neither gave the mark nor asked for the change.")

    def act(self, record, form):
        given = form.cleaned_data
        marking.propose_correction(record, self.person, new_score=given["new_score"], reason=given["reason"])
