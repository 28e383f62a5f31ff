from appraisals.models.batch import Appraiser, Batch
from appraisals.models.candidate import Candidate
from appraisals.models.score import Score

__all__ = ["Appraiser", "Batch", "Candidate", "Score"]
