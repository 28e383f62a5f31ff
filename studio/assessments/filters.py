import django_filters
from django.utils.translation import gettext_lazy as _

from studio.assessments.models import Comment, ImprovementAction, Visit
from studio.kit.filters import DateBetween, Filters


class VisitFilters(Filters):
    """Visits by kind, and those whose year is not known."""

    undated = django_filters.BooleanFilter("held_on", "isnull", label=_("No date recorded"))

    class Meta:
        model = Visit
        fields = ["kind"]


class CommentFilters(Filters):
    """Comments and requests by topic; requests by whether they are closed."""

    closed = django_filters.BooleanFilter("closed_on", "isnull", exclude=True, label=_("Closed"))
    raised_on = DateBetween(label=_("Raised"))

    class Meta:
        model = Comment
        fields = ["kind", "topic"]


class ActionFilters(Filters):
    """Improvement actions by state and owner, and those that are late."""

    overdue = django_filters.BooleanFilter(method="only_overdue", label=_("Overdue"))
    due_on = DateBetween(label=_("Due"))

    class Meta:
        model = ImprovementAction
        fields = ["state", "owner"]

    def only_overdue(self, rows, name, value):
        late = ImprovementAction.objects.overdue().values("pk")
        return rows.filter(pk__in=late) if value else rows.exclude(pk__in=late)
