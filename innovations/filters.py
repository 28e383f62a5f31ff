from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from innovations.models import BenefitClaim, IntellectualProperty, Project, Proposal, Result, Transformation
from studio.kit.filters import DateBetween, Filters


class ProposalFilters(Filters):
    submitted_on = DateBetween(label=pgettext_lazy("date", "Submitted"))

    class Meta:
        model = Proposal
        fields = ["state", "kind", "author"]


class ProjectFilters(Filters):
    concluded_on = DateBetween(label=pgettext_lazy("date", "Concluded"))

    class Meta:
        model = Project
        fields = ["state", "kind", "leader", "proposal"]


class ResultFilters(Filters):
    accepted_on = DateBetween(label=pgettext_lazy("date", "Accepted"))
    transformed_on = DateBetween(label=_("Transformed"))

    class Meta:
        model = Result
        fields = ["state", "project"]


class PropertyFilters(Filters):
    granted_on = DateBetween(label=_("Granted"))
    published_on = DateBetween(label=_("Published"))

    class Meta:
        model = IntellectualProperty
        fields = ["kind", "result"]


class TransformationFilters(Filters):
    since = DateBetween(label=_("In use since"))

    class Meta:
        model = Transformation
        fields = ["form", "state", "result"]


class ClaimFilters(Filters):
    effect_from = DateBetween(label=_("Effect from"))

    class Meta:
        model = BenefitClaim
        fields = ["state", "method", "project", "result", "claimant"]
