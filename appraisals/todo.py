"""What waits for somebody in appraisals."""

from django.utils.translation import gettext_lazy as _

from appraisals.models import Batch, Candidate
from studio.notices.registry import Todo


def applications(person, studio):
    """Applications to answer, never one's own."""
    if not person.has_perm("appraisals.approve", studio):
        return Candidate.objects.none()
    waiting = Candidate.objects.filter(studio=studio).waiting().exclude(person=person)
    return waiting.select_related("person", "batch", "studio")


def batches_to_examine(person, studio):
    """Open batches whose exam day has come."""
    return _batches("appraisals.edit", person, studio).to_examine()


def scores_to_enter(person, studio):
    """Examined batches with missing scores, for whoever enters them: assigned appraisers, else the office."""
    return Batch.objects.scored_by(person, studio).to_score().select_related("studio")


def batches_to_decide(person, studio):
    """Examined batches with all scores, without those ``person`` is a candidate of."""
    rows = _batches("appraisals.approve", person, studio).to_decide()
    return rows.exclude(pk__in=Candidate.objects.accepted().filter(person=person).values("batch"))


def my_next(person, studio):
    """Exams ahead that the person is accepted for."""
    return Candidate.objects.filter(studio=studio).upcoming_for(person).select_related("person", "batch", "studio")


def _batches(permission, person, studio):
    rows = Batch.objects.filter(studio=studio).select_related("studio")
    return rows if person.has_perm(permission, studio) else rows.none()


for key, label, area, query, list_url in (
    ("applications", _("Applications to answer"), "appraisals", applications, "appraisals:candidate_list"),
    ("examine", _("Batches to mark as examined"), "appraisals", batches_to_examine, "appraisals:batch_list"),
    ("scores", _("Scores to enter"), "appraisal_scores", scores_to_enter, "appraisals:batch_list"),
    ("decide", _("Batches to decide"), "appraisals", batches_to_decide, "appraisals:batch_list"),
    ("next", _("My next appraisals"), "appraisals", my_next, "appraisals:candidate_list"),
):
    Todo(f"appraisals.{key}", label, area, query, list_url).register()
