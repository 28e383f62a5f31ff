"""Pages of the function, declared on the kit."""

from django.utils.translation import gettext_lazy as _

from innovations import actions, filters, forms
from innovations.columns import (
    claim_columns,
    claim_panel_columns,
    member_columns,
    project_columns,
    property_columns,
    proposal_columns,
    result_columns,
    transformation_columns,
    verdict_columns,
)
from studio.kit.details import DetailPage, Panel
from studio.kit.form_pages import FormPage
from studio.kit.lists import ListPage
from studio.kit.urls import studio_reverse


class ProposalList(ListPage):
    columns = proposal_columns
    filters = filters.ProposalFilters
    period_field = "submitted_on"
    purpose = _("Ideas for improvement: who had them, what they are about, and what was decided.")
    new_label = _("Write a proposal")


class ProposalDetail(DetailPage):
    columns = proposal_columns
    facts = "kind discipline author submitted_on decided_on decided_by decision_reason problem idea"
    panels = (
        Panel(
            "projects",
            _("Projects"),
            project_columns,
            "proposal",
            new="innovations:project_new",
            new_label=_("Plan a project"),
            all="innovations:project_list",
            empty=_("No project has grown from this proposal yet."),
        ),
    )


class ProposalPage(FormPage):
    form_class = forms.ProposalForm
    title_new, title_edit = _("Write a proposal"), _("Change the proposal")
    create_action = staticmethod(actions.write_proposal)


class ProjectList(ListPage):
    columns = project_columns
    filters = filters.ProjectFilters
    period_field = "approved_on"
    purpose = _("Approved work on problems: who leads it, when it started, and how it ended.")
    new_label = _("Plan a project")


class ProjectDetail(DetailPage):
    columns = project_columns
    parents = ("proposal",)
    facts = "kind discipline leader proposal approved_on approved_by started_on concluded_on stopped_on stop_reason aim"
    panels = (
        Panel(
            "results",
            _("Results"),
            result_columns,
            "project",
            new="innovations:result_new",
            new_label=_("Record a result"),
            all="innovations:result_list",
            empty=_("This project has brought no result yet."),
        ),
        Panel(
            "team",
            _("Team"),
            member_columns,
            "project",
            new="innovations:member_new",
            new_label=_("Add a person"),
            empty=_("Nobody but the leader so far."),
        ),
        Panel(
            "claims",
            _("Benefit claims"),
            claim_panel_columns,
            "project",
            new="innovations:claim_new",
            new_label=_("Claim a benefit"),
            all="innovations:claim_list",
            empty=_("No benefit was claimed yet."),
        ),
    )


class ProjectPage(FormPage):
    form_class = forms.ProjectForm
    title_new, title_edit = _("Plan a project"), _("Change the project")
    create_action = staticmethod(actions.plan_project)
    update_action = staticmethod(actions.change_project)
    initial_from = ("proposal",)


class MemberDetail(DetailPage):
    columns = member_columns
    parents = ("project",)
    facts = "project person part share"


class MemberPage(FormPage):
    form_class = forms.ProjectMemberForm
    title_new, title_edit = _("Add a person to the team"), _("Change part or share")
    create_action = staticmethod(actions.join_team)
    update_action = staticmethod(actions.change_team_member)
    initial_from = ("project",)

    def done_url(self, record) -> str:
        """Back to the project's team."""
        return studio_reverse(self.studio, "innovations:project_detail", pk=record.project_id) + "?tab=team"


class ResultList(ListPage):
    columns = result_columns
    filters = filters.ResultFilters
    period_field = "accepted_on"
    purpose = _("What projects brought, when it was accepted, and since when it is in use.")
    new_label = _("Record a result")


class ResultDetail(DetailPage):
    columns = result_columns
    parents = ("project__proposal", "project")
    facts = "project kind discipline submitted_on accepted_on accepted_by transformed_on decision_reason description"
    panels = (
        Panel(
            "transformations",
            _("Transformations"),
            transformation_columns,
            "result",
            new="innovations:transformation_new",
            new_label=_("Record a use"),
            all="innovations:transformation_list",
            empty=_("Not in use anywhere yet."),
        ),
        Panel(
            "properties",
            _("Intellectual property"),
            property_columns,
            "result",
            new="innovations:property_new",
            new_label=_("Record a patent, paper or other"),
            all="innovations:property_list",
            empty=_("No patent, copyright, paper or standard yet."),
        ),
        Panel(
            "claims",
            _("Benefit claims"),
            claim_panel_columns,
            "result",
            new="innovations:claim_new",
            new_label=_("Claim a benefit"),
            all="innovations:claim_list",
            empty=_("No benefit was claimed yet."),
        ),
    )
    files = True


class ResultPage(FormPage):
    form_class = forms.ResultForm
    title_new, title_edit = _("Record a result"), _("Change the result")
    create_action = staticmethod(actions.record_result)
    initial_from = ("project",)


class PropertyList(ListPage):
    columns = property_columns
    filters = filters.PropertyFilters
    purpose = _("Patents, software copyrights, papers and standards, with their numbers and dates.")
    new_label = _("Record a patent, paper or other")


class PropertyDetail(DetailPage):
    columns = property_columns
    parents = ("result__project", "result")
    facts = "kind number discipline filed_on granted_on published_on owners result"
    files = True


class PropertyPage(FormPage):
    form_class = forms.PropertyForm
    title_new, title_edit = _("Record a patent, paper or other"), _("Change the record")
    initial_from = ("result",)


class TransformationList(ListPage):
    columns = transformation_columns
    filters = filters.TransformationFilters
    period_field = "since"
    purpose = _("Where accepted results are in use, since when, in which form, and what shows it.")
    new_label = _("Record a use")


class TransformationDetail(DetailPage):
    columns = transformation_columns
    parents = ("result__project", "result")
    facts = "result discipline since form withdrawn_on note"
    files = True


class TransformationPage(FormPage):
    form_class = forms.TransformationForm
    title_new, title_edit = _("Record a use"), _("Change the use")
    create_action = staticmethod(actions.record_transformation)
    update_action = staticmethod(actions.change_transformation)
    initial_from = ("result",)


class ClaimList(ListPage):
    columns = claim_columns
    filters = filters.ClaimFilters
    period_field = "effect_from"
    purpose = _("What projects saved or earned: claimed by their people, confirmed by finance.")
    new_label = _("Claim a benefit")


class ClaimDetail(DetailPage):
    columns = claim_columns
    parents = ("project__proposal", "project", "result")
    facts = (
        "project result discipline claimant method effect_from effect_to gross cost net confirmed"
        " submitted_on judged_on calculation"
    )
    panels = (
        Panel(
            "verdicts",
            _("Verdicts"),
            verdict_columns,
            "claim",
            empty=_("Finance has not judged this claim yet."),
        ),
    )
    files = True


class ClaimPage(FormPage):
    form_class = forms.ClaimForm
    title_new, title_edit = _("Claim a benefit"), _("Change the claim")
    create_action = staticmethod(actions.claim_benefit)
    initial_from = ("project", "result")
