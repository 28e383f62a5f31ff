"""Columns of appraisal records: for lists, exports and report tables."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from appraisals.models import Appraiser, Batch, Candidate, Score
from studio.kit.columns import Column, Columns

batch_columns = Columns(
    Batch,
    Column("title", _("Batch"), kind="link"),
    Column("discipline"),
    Column("occupation"),
    Column("level"),
    Column("state", kind="state"),
    Column("closes_on"),
    Column("exam_on"),
    Column("place"),
    Column("applied", _("Applications to answer"), kind="number", using="with_heads"),
    Column("accepted", _("Candidates"), kind="number", using="with_heads"),
    Column("passed", pgettext_lazy("appraisal", "Passed"), kind="number", using="with_heads"),
    Column("examined_on"),
    Column("decided_on"),
    Column("decided_by"),
    Column("cancelled_on"),
    Column("note"),
    url="appraisals:batch_detail",
    default="title discipline level exam_on state accepted passed",
    sort="-exam_on",
    card="level exam_on state",
)

appraiser_columns = Columns(
    Appraiser,
    Column("person", kind="link"),
    Column("unit", path="person__unit"),
    Column("post", path="person__post"),
    Column("batch"),
    url="appraisals:appraiser_detail",
    default="person unit post",
    sort="person__sort_key",
    card="unit post",
)

candidate_columns = Columns(
    Candidate,
    Column("person", kind="link"),
    Column("unit", path="person__unit"),
    Column("batch"),
    Column("occupation", path="batch__occupation"),
    Column("level", path="batch__level"),
    Column("discipline", path="batch__discipline"),
    Column("exam_on", path="batch__exam_on"),
    Column("examined_on", path="batch__examined_on"),
    Column("decided_on", path="batch__decided_on"),
    Column("route"),
    Column("nominated_by"),
    Column("applied_on"),
    Column("state", kind="state"),
    Column("answered_on"),
    Column("answer_reason", _("Why declined")),
    Column("withdrawn_on"),
    Column("admission_number"),
    Column("outcome", kind="state"),
    Column("certificate_number", path="level_record__certificate_number"),
    Column("note"),
    url="appraisals:candidate_detail",
    default="person batch level exam_on state outcome",
    sort="-pk",
    card="batch state outcome",
)

score_columns = Columns(
    Score,
    Column("person", path="candidate__person", kind="link"),
    Column("unit", path="candidate__person__unit"),
    Column("batch", path="candidate__batch"),
    Column("occupation", path="candidate__batch__occupation"),
    Column("level", path="candidate__batch__level"),
    Column("discipline", path="candidate__batch__discipline"),
    Column("examined_on", path="candidate__batch__examined_on"),
    Column("decided_on", path="candidate__batch__decided_on"),
    Column("theory"),
    Column("theory_absent"),
    Column("theory_mark"),
    Column("practical"),
    Column("practical_absent"),
    Column("practical_mark"),
    Column("review"),
    Column("review_absent"),
    Column("review_mark"),
    Column("outcome", path="candidate__outcome", kind="state"),
    url="appraisals:score_detail",
    default="person batch examined_on theory practical review outcome",
    sort="-pk",
    card="batch theory practical",
)
