"""Pages that act on one batch or candidate."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from appraisals import actions
from appraisals.answers import answer_applications
from appraisals.forms import CertificateForm, NominateForm
from appraisals.models import Batch, Candidate
from appraisals.scores import record_scores
from appraisals.sheet import AnswerSheetForm, ScoreSheetForm
from studio.kit.acts import ActPage


class ApplyPage(ActPage):
    model = Batch
    permission = "appraisals.apply"
    label = _("Apply for this appraisal")

    def act(self, record, form):
        actions.apply(record, self.person)


class NominatePage(ActPage):
    model = Batch
    permission = "appraisals.nominate"
    form_class = NominateForm
    title, label = _("Nominate people"), _("Nominate")

    def act(self, record, form):
        actions.nominate(record, self.person, form.cleaned_data["people"])


class AnswersPage(ActPage):
    model = Batch
    permission = "appraisals.approve"
    form_class = AnswerSheetForm
    template_name = "pages/sheet.html"
    title, label = _("Answer the applications"), _("Save the answers")

    def act(self, record, form):
        answer_applications(record, self.person, **form.values)


class ScoreSheetPage(ActPage):
    model = Batch
    permission = "appraisal_scores.edit"
    form_class = ScoreSheetForm
    template_name = "pages/sheet.html"
    title, label = pgettext_lazy("appraisal", "Score sheet"), pgettext_lazy("appraisal", "Save the scores")
    intro = _("Scores from 0 to 100. Candidates see their own ones after the decision.")

    def act(self, record, form):
        record_scores(record, self.person, **form.values)


class CertificatePage(ActPage):
    model = Candidate
    permission = "appraisals.edit"
    form_class = CertificateForm
    title, label = _("Record the certificate number"), _("Record the number")
    intro = _("The number is written to the level record and then stays.")

    def act(self, record, form):
        actions.record_certificate(record, self.person, form.cleaned_data["number"])
