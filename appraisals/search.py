"""How appraisal records are found by words."""

from appraisals.columns import batch_columns, candidate_columns, score_columns
from studio.kit.searching import Searched

Searched(batch_columns, "certificate", 310, shows="discipline level exam_on state").register()
Searched(candidate_columns, through=("person", "batch")).register()
Searched(score_columns, through=("candidate__person", "candidate__batch")).register()
