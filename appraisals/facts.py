"""What appraisals know about a person."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from appraisals.models import Appraiser, Candidate
from studio.organisation.registries import FactSource

FactSource(
    "appraisals.appraised",
    label=_("Was appraised"),
    many=_("appraisals taken"),
    model=Candidate,
    person="person",
    on="batch__decided_on",
    title="batch__title",
    about="batch__level__name",
    where=~Q(outcome=""),
    choice="outcome",
    link="appraisals:candidate_detail",
    list="appraisals:candidate_list",
    function="appraisals",
    order=30,
).register()

FactSource(
    "appraisals.appraising",
    label=_("Appraised others"),
    many=_("batches as appraiser"),
    model=Appraiser,
    person="person",
    on="batch__examined_on",
    title="batch__title",
    about="batch__level__name",
    link="appraisals:batch_detail",
    link_pk="batch_id",
    function="appraisals",
    order=31,
).register()
