from django.utils.translation import gettext_lazy as _

from studio.assessments import actions
from studio.assessments.choices import Party
from studio.assessments.columns import action_columns, comment_columns, visit_columns
from studio.assessments.filters import ActionFilters, CommentFilters, VisitFilters
from studio.assessments.forms import ActionForm, AgendaItemForm, CommentForm, VisitForm, VisitPersonForm
from studio.kit.addresses import studio_reverse
from studio.kit.deletes import DeleteView
from studio.kit.details import DetailPage, Panel
from studio.kit.form_pages import FormPage
from studio.kit.lists import ListPage


class VisitList(ListPage):
    columns, filters, period_field = visit_columns, VisitFilters, "held_on"
    purpose = _("Each visit of those who assess the studio: who came, what was said, what was asked for.")
    new_label = _("Record a visit")


class VisitDetail(DetailPage):
    columns = visit_columns
    facts = "kind date_text assessed_by purpose"
    template_name = "assessments/visit.html"

    def more(self, record):
        """Everything on one page, as the minutes tell it; the same number of queries for any visit."""
        all_comments = actions.may_date_requests(self.person, self.studio)
        comments = list(
            record.comments.select_related("topic")
            .prefetch_related("actions__owner")
            .order_by("topic__order", "topic", "order", "pk")
        )
        for comment in comments:
            comment.may_change = all_comments or comment.author_id == self.person.pk
        people = list(record.people.all())
        parties = [(party.label, [one for one in people if one.party == party]) for party in Party]
        return {
            "parties": [(label, present) for label, present in parties if present],
            "agenda": list(record.agenda.all()),
            "comments": comments,
            "may_edit": self.person.has_perm("visits.edit", record),
            "may_comment": self.person.has_perm("visit_comments.edit", self.studio),
            "may_plan": self.person.has_perm("visit_actions.edit", self.studio),
        }


class VisitPage(FormPage):
    form_class = VisitForm
    title_new, title_edit = _("Record a visit"), _("Change the visit")


class OnVisit:
    """Pages of what stands on a visit's page: they lead back there."""

    def setup(self, request, *args, **kwargs):
        """Read the visit of the line now, for after a deletion; or the one that a new line is for."""
        super().setup(request, *args, **kwargs)
        if pk := kwargs.get("pk"):
            line = self.model._base_manager.filter(pk=pk, studio=request.studio)
            self.visit_pk = line.values_list("visit", flat=True).first()
        else:
            asked = request.POST.get("visit") or request.GET.get("visit", "")
            self.visit_pk = int(asked) if asked.isdecimal() and len(asked) < 19 else None

    def url(self, name, **kwargs):
        if name in ("detail", "list") and self.visit_pk:
            return studio_reverse(self.studio, "assessments:visit_detail", pk=self.visit_pk)
        return super().url(name, **kwargs)


class VisitPersonPage(OnVisit, FormPage):
    form_class = VisitPersonForm
    title_new, title_edit = _("Add a person"), _("Change the person")
    initial_from = ("visit", "party", "order")


class AgendaItemPage(OnVisit, FormPage):
    form_class = AgendaItemForm
    title_new, title_edit = _("Add an agenda item"), _("Change the agenda item")
    initial_from = ("visit", "order")


class CommentPage(OnVisit, FormPage):
    form_class = CommentForm
    title_new, title_edit = _("Add a comment"), _("Change the comment")
    create_action = staticmethod(actions.write_comment)
    update_action = staticmethod(actions.change_comment)
    initial_from = ("visit", "kind", "order")


class LineDelete(OnVisit, DeleteView):
    """Deleting a line leads back to its visit."""


class CommentList(ListPage):
    columns, filters, period_field = comment_columns, CommentFilters, "raised_on"
    purpose = _("What visitors praised, asked about and asked for. Comments are written on the page of their visit.")


class CommentDetail(DetailPage):
    columns = comment_columns
    parents = ("visit",)
    facts = "kind topic given_by raised_on closed_on visit visit_held_on gist"
    panels = (
        Panel(
            "actions",
            _("Improvement actions"),
            action_columns,
            "request",
            show="title owner due_on state",
            new="assessments:action_new",
            new_label=_("Plan an action"),
            empty=_("A request is answered by improvement actions: who does what until when, with proof."),
        ),
    )


class ActionList(ListPage):
    columns, filters, period_field = action_columns, ActionFilters, "due_on"
    purpose = _("What the studio does about each request: who does what until when, with proof.")
    new_label = _("Plan an action")


class ActionDetail(DetailPage):
    columns = action_columns
    parents = ("request__visit", "request")
    facts = "request owner due_on discipline done_on closed_on closed_by note"
    files = True


class ActionPage(FormPage):
    form_class = ActionForm
    title_new, title_edit = _("Plan an improvement action"), _("Change the improvement action")
    create_action = staticmethod(actions.plan_action)
    update_action = staticmethod(actions.change_action)
    initial_from = ("request",)
