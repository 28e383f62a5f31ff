"""Pages of batches, appraisers, candidates and scores; the pages that act on one of them are in pages.py."""

from django.utils.translation import gettext_lazy as _

from appraisals import actions
from appraisals.actions import why_not_apply
from appraisals.choices import BatchState
from appraisals.columns import appraiser_columns, batch_columns, candidate_columns, score_columns
from appraisals.filters import BatchFilters, CandidateFilters, ScoreFilters
from appraisals.forms import AppraiserForm, BatchForm, CandidateForm
from appraisals.models import Score
from studio.kit.deletes import DeleteView
from studio.kit.details import DetailPage, Panel
from studio.kit.form_pages import FormPage
from studio.kit.lists import ListPage


class BatchList(ListPage):
    columns, filters, period_field = batch_columns, BatchFilters, "exam_on"
    purpose = _("Each appraisal of an occupation and level: applications, exam day, candidates, decision.")
    new_label = _("Write a batch")


class BatchDetail(DetailPage):
    columns = batch_columns
    facts = (
        "discipline occupation level closes_on exam_on place accepted passed examined_on decided_on decided_by "
        "cancelled_on note"
    )
    files = True
    template_name = "appraisals/batch_detail.html"
    panels = (
        Panel(
            "candidates",
            _("Candidates"),
            candidate_columns,
            "batch",
            show="person state outcome certificate_number",
            all="appraisals:candidate_list",
            empty=_("No candidate to show yet."),
        ),
        Panel(
            "scores",
            _("Scores"),
            score_columns,
            "candidate__batch",
            show="person theory practical review outcome",
            empty=_("No scores to show yet."),
        ),
        Panel(
            "appraisers",
            _("Appraisers"),
            appraiser_columns,
            "batch",
            new="appraisals:appraiser_new",
            new_label=_("Assign an appraiser"),
            empty=_("No appraiser is assigned; the office enters the scores."),
        ),
    )

    def more(self, record) -> dict:
        """The person's own candidacy, and the ways to the sheets, each with its address where it is open."""
        mine = record.candidates.filter(person=self.person).first()
        takes = why_not_apply(record) is None
        person, is_open = self.person, record.state == BatchState.OPEN
        waiting = is_open and record.candidates.waiting().exists()
        return {
            "mine": mine,
            "apply_url": self._at(record, "apply", takes and not mine and person.has_perm("appraisals.apply", record)),
            "nominate_url": self._at(record, "nominate", takes and person.has_perm("appraisals.nominate", record)),
            "answers_url": self._at(record, "answers", waiting and person.has_perm("appraisals.approve", record)),
            "sheet_url": self._at(
                record,
                "scores",
                record.state == BatchState.EXAMINED and person.has_perm("appraisal_scores.edit", record),
            ),
        }

    def _at(self, record, name: str, is_open: bool) -> str:
        return self.url(name, pk=record.pk) if is_open else ""


class BatchPage(FormPage):
    form_class = BatchForm
    title_new, title_edit = _("Write a batch"), _("Change the batch")
    create_action = staticmethod(actions.write_batch)
    update_action = staticmethod(actions.change_batch)
    initial_from = ("occupation", "level")


class AppraiserDetail(DetailPage):
    columns = appraiser_columns
    parents = ("batch",)
    facts = "person unit post batch"


class AppraiserPage(FormPage):
    form_class = AppraiserForm
    title_new = _("Assign an appraiser")
    intro = _("From the first appraiser on only assigned appraisers enter the scores of the batch.")
    create_action = staticmethod(actions.assign_appraiser)
    updates = False
    initial_from = ("batch",)

    def done_url(self, record) -> str:
        """Back to the batch."""
        return record.batch.get_absolute_url()


class AppraiserDelete(DeleteView):
    def done_url(self, record) -> str:
        """Back to the batch."""
        return record.batch.get_absolute_url()


class CandidateList(ListPage):
    columns, filters, period_field = candidate_columns, CandidateFilters, "batch__exam_on"
    title = _("Candidates")
    purpose = _("Who applied or was nominated for which batch, and what was decided. People apply on a batch's page.")


class CandidateDetail(DetailPage):
    columns = candidate_columns
    parents = ("batch",)
    facts = (
        "person unit batch occupation level discipline exam_on route nominated_by applied_on answered_on answer_reason "
        "withdrawn_on admission_number examined_on decided_on outcome certificate_number note"
    )
    template_name = "appraisals/candidate_detail.html"

    def more(self, record) -> dict:
        """The scores line by line for whoever may see them, and the way to the certificate's number."""
        scores = Score.objects.visible_to(self.person, self.studio).filter(candidate=record)
        score = scores.select_related("candidate__batch__level").first()
        level = record.level_record
        may = level and not level.certificate_number and self.person.has_perm("appraisals.edit", record)
        sees_level = level and self.person.has_perm("people.view", self.studio)
        return {
            "lines": score.lines() if score else [],
            "level": level if sees_level else None,
            "certificate_url": self.url("certificate", pk=record.pk) if may else "",
        }

    def _offers(self, record):
        """Nothing once the batch is settled; withdrawing and applying again are offered to the person alone."""
        if record.batch.state in (BatchState.DECIDED, BatchState.CANCELLED):
            return []
        own = record.is_own(self.person)
        return [one for one in super()._offers(record) if own or one.move.permission != "appraisals.apply"]


class CandidatePage(FormPage):
    form_class = CandidateForm
    title_edit = _("Change the candidate's notes")
    creates = False


class ScoreList(ListPage):
    columns, filters, period_field = score_columns, ScoreFilters, "candidate__batch__examined_on"
    title = _("Scores")
    purpose = _("What each candidate reached in each test. Scores are entered on the sheet of an examined batch.")


class ScoreDetail(DetailPage):
    columns = score_columns
    parents = ("candidate__batch", "candidate")
    facts = "person unit batch occupation level discipline examined_on decided_on outcome"
    template_name = "appraisals/score_detail.html"

    def more(self, record) -> dict:
        """The tests line by line."""
        return {"lines": record.lines()}
