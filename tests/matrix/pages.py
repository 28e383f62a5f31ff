"""Which right opens which address. Independent of the views: they must agree with these lines."""

from collections.abc import Callable
from dataclasses import dataclass

from django.apps import apps

from studio.audit.flow import flow_of
from studio.files.models import Attachment
from studio.links.models import Link
from studio.organisation.models import Person

FINE = (200, 302)
# A page may be open to the role and still refuse this very record now (409), or take POST only (405).
FINE_OR_REFUSED = (*FINE, 405, 409)


@dataclass(frozen=True)
class Page:
    """An address: the right that opens it, and the record it shows.

    ``permission`` is asked of the record where there is one, otherwise of the studio. ``strict`` pages answer 200 or
    a redirect to whoever has the right and 403 to whoever has not; the others also depend on the record's state or
    on a right of their own, so only their borders are held: anonymous, foreign, outside what the person sees.
    """

    permission: str
    model: str = ""
    strict: bool = True
    arguments: Callable | None = None
    optional: bool = False

    def record(self, studio):
        """The studio's first record of the model."""
        if self.model == "organisation.person":
            return Person.objects.of_studio(studio).order_by("pk").first().in_studio(studio)
        if self.model == "organisation.studio":
            return studio
        return apps.get_model(self.model)._base_manager.filter(studio=studio).order_by("pk").first()

    def sample(self, studio) -> dict | None:
        """Arguments of the address in ``studio``; ``None`` when there is no such record."""
        if self.arguments:
            return self.arguments(self, studio)
        if not self.model:
            return {}
        record = self.record(studio)
        return None if record is None else {"pk": record.pk}

    def expected(self, person, studio) -> tuple[int, ...]:
        """The status codes that are right for ``person``."""
        if not self.permission:
            return (*FINE_OR_REFUSED, 403, 404)
        area = self.permission.partition(".")[0]
        record = self.record(studio) if self.model else None
        if not person.has_perm(f"{area}.view", studio) and not person.has_perm(self.permission, studio):
            return (403, 404)
        if record is not None and not self.sees(person, studio, record):
            return (404, 403)
        if not self.strict:
            return (*FINE_OR_REFUSED, 403)
        return FINE if person.has_perm(self.permission, record or studio) else (403,)

    def sees(self, person, studio, record) -> bool:
        """Whether the record is inside what the person sees."""
        if self.model == "organisation.studio":
            return True
        return type(record).objects.visible_to(person, studio).filter(pk=record.pk).exists()


def a_move(page: Page, studio) -> dict | None:
    """A record and the first move that its flow knows."""
    record = page.record(studio)
    return record and {"pk": record.pk, "move": next(iter(flow_of(record).moves))}


def an_attachment(page: Page, studio) -> dict | None:
    """A file of the studio, if it has any."""
    found = Attachment.objects.filter(studio=studio).order_by("pk").first()
    return found and {"pk": found.pk}


def a_text(page: Page, studio) -> dict:
    return {"period": "2021", "chapter": "training"}


def an_owner(page: Page, studio) -> dict:
    honour = apps.get_model("innovations.project")._base_manager.filter(studio=studio).order_by("pk").first()
    return {"owner_type": "innovations.project", "owner_id": honour.pk}


def a_linkable(page: Page, studio) -> dict:
    return {"kind": "innovations.project", "pk": an_owner(page, studio)["owner_id"]}


def a_link(page: Page, studio) -> dict | None:
    found = Link.objects.filter(studio=studio).order_by("pk").first()
    return found and {"pk": found.pk}


# address, model, area, parts: the standard pages of a kind of record.
STANDARD = """
organisation:person           organisation.person           people            list export new detail
organisation:membership       organisation.membership       people            list export new
organisation:base             organisation.base             studio            list export new edit detail delete
organisation:honour           organisation.honour           studio            list export new edit detail delete
disciplines:group             disciplines.group             groups            list export new edit detail
disciplines:group_membership  disciplines.groupmembership   groups            list export new edit detail
disciplines:level             disciplines.levelrecord       people            list export new detail
training:plan_line            training.planline             training          list export new edit detail move delete
training:course               training.course               training          list export new edit detail delete
training:session              training.session              training          list export new edit detail move delete
training:attendance           training.attendance           training_results  list export detail
competitions:competition      competitions.competition      competitions      list export new edit detail move delete
competitions:event            competitions.event            competitions      list export new edit detail move delete
competitions:judge            competitions.judgeassignment  competitions      new detail delete
competitions:entry            competitions.entry            competitions      list export new edit detail
competitions:entrant          competitions.entrant          competitions      list export
competitions:mark             competitions.mark             competition_marks list export detail
competitions:correction       competitions.correction       competition_marks list export detail move
competitions:result           competitions.result           competition_results list export new edit detail
appraisals:batch              appraisals.batch              appraisals        list export new edit detail move delete
appraisals:appraiser          appraisals.appraiser          appraisals        new detail delete
appraisals:candidate          appraisals.candidate          appraisals        list export edit detail move
appraisals:score              appraisals.score              appraisal_scores  list export detail
innovations:proposal          innovations.proposal          innovations       list export new edit detail move delete
innovations:project           innovations.project           innovations       list export new edit detail move delete
innovations:member            innovations.projectmember     innovations       new edit detail delete
innovations:result            innovations.result            innovations       list export new edit detail move delete
innovations:property          innovations.intellectualproperty innovations    list export new edit detail
innovations:transformation    innovations.transformation    innovations       list export new edit detail move
innovations:claim             innovations.benefitclaim      benefits          list export new edit detail move delete
sharing:partner               sharing.partnerunit           sharing           list export new edit detail delete
sharing:alliance              sharing.alliance              sharing           list export new edit detail delete
sharing:member                sharing.alliancemember        sharing           list export new edit detail delete
sharing:agreement             sharing.agreement             sharing           list export new edit detail move delete
sharing:event                 sharing.exchangeevent         sharing           list export new edit detail move delete
sharing:resource              sharing.sharedresource        sharing           list export new edit detail move delete
sharing:use                   sharing.resourceuse           sharing_uses      list export new edit detail move
assessments:visit             assessments.visit             visits            list export new edit detail delete
assessments:visit_person      assessments.visitperson       visits            new edit delete
assessments:agenda_item       assessments.agendaitem        visits            new edit delete
assessments:comment           assessments.comment           visit_comments    list export new edit detail delete
assessments:action            assessments.improvementaction visit_actions     list export new edit detail move delete
regulations:regulation        regulations.regulation        regulations       list export new edit detail delete
regulations:version           regulations.regulationversion regulations       list export new edit detail move delete
regulations:reading           regulations.reading           regulations       list export
regulations:required          regulations.requiredkind      regulations       list export new edit detail delete
regulations:duty              regulations.duty              regulations       list export new edit detail delete
regulations:meeting           regulations.meeting           regulations       list export new edit detail move delete
regulations:rule              regulations.meetingrule       regulations       list export new edit detail delete
regulations:fund              regulations.fund              funds             list export new edit detail move delete
regulations:spend             regulations.spend             funds             list export new edit detail move delete
facilities:room               facilities.room               facilities        list export new edit detail delete
facilities:open_hours         facilities.openhours          facilities        list export new edit detail delete
facilities:closure            facilities.closure            facilities        list export new edit detail delete
facilities:room_day           facilities.roomday            facilities        list export
facilities:use                facilities.use                facility_uses     list export new edit detail delete
facilities:equipment          facilities.equipment          facilities        list export new edit detail move delete
facilities:calibration        facilities.calibration        facilities        list export new edit detail delete
facilities:visitors           facilities.visitorbatch       visitors          list export new edit detail delete
reports:report                reports.report                reports           list export new
reports:delivery              reports.delivery              report_deliveries list export new edit detail move
"""
# A record's state may forbid editing it; moves and deletions have conditions of their own.
CONDITIONAL = {"new", "edit", "move", "delete", "export"}


def standard_pages():
    for line in STANDARD.strip().splitlines():
        name, model, area, *parts = line.split()
        for part in parts:
            verb = "view" if part in ("list", "export", "detail") else "edit"
            of_record = model if part in ("detail", "edit", "move", "delete") else ""
            arguments = a_move if part == "move" else None
            permission = "" if part == "move" else f"{area}.{verb}"
            page = Page(permission, of_record, part not in CONDITIONAL, arguments, optional=area.startswith("report"))
            yield f"{name}_{part}", page


PAGES: dict[str, Page] = {
    **dict(standard_pages()),
    "home:home": Page("", strict=False),  # whoever may not see the figures gets the own tasks
    "home:trends": Page("home.view"),
    "home:tasks": Page(""),
    "home:search": Page(""),
    "organisation:person_edit": Page("people.edit", "organisation.person", strict=False),
    "organisation:person_file": Page("", "organisation.person", strict=False),
    "organisation:own_record": Page("", strict=False),
    "organisation:person_reveal": Page("", "organisation.person", strict=False),
    "organisation:person_invite": Page("people.edit", "organisation.person", strict=False),
    "organisation:people_invite": Page("people.edit", strict=False),
    "organisation:account_edit": Page("people.approve", "organisation.person", strict=False),
    "organisation:membership_edit": Page("people.edit", "organisation.membership", strict=False),
    "organisation:studio_list": Page("studio.view", strict=False),
    "organisation:studio_detail": Page("studio.view", "organisation.studio"),
    "organisation:studio_edit": Page("studio.edit", "organisation.studio"),
    "organisation:name_new": Page("studio.approve", strict=False),
    "organisation:lead_new": Page("studio.approve", strict=False),
    "disciplines:catalogue": Page("groups.view"),
    "training:session_enrol": Page("training.enrol", "training.session", strict=False),
    "training:session_people": Page("training_results.edit", "training.session", strict=False),
    "training:session_sheet": Page("training_results.edit", "training.session", strict=False),
    "training:attendance_withdraw": Page("", "training.attendance", strict=False),
    "competitions:event_enter": Page("competitions.enter", "competitions.event", strict=False),
    "competitions:event_people": Page("competitions.edit", "competitions.event", strict=False),
    "competitions:event_scores": Page("competition_marks.edit", "competitions.event", strict=False),
    "competitions:event_results": Page("competition_results.edit", "competitions.event", strict=False),
    "competitions:event_awards": Page("competitions.approve", "competitions.event", strict=False),
    "competitions:entry_withdraw": Page("", "competitions.entry", strict=False),
    "competitions:entry_correct": Page("competition_marks.edit", "competitions.entry", strict=False),
    "appraisals:batch_apply": Page("appraisals.apply", "appraisals.batch", strict=False),
    "appraisals:batch_nominate": Page("appraisals.nominate", "appraisals.batch", strict=False),
    "appraisals:batch_answers": Page("appraisals.approve", "appraisals.batch", strict=False),
    "appraisals:batch_scores": Page("appraisal_scores.edit", "appraisals.batch", strict=False),
    "appraisals:candidate_certificate": Page("appraisals.edit", "appraisals.candidate", strict=False),
    "regulations:version_read": Page("regulations.read", "regulations.regulationversion", strict=False),
    "regulations:version_remind": Page("regulations.edit", "regulations.regulationversion", strict=False),
    "reports:report_detail": Page("reports.view", "reports.report", optional=True),
    "reports:report_compare": Page("reports.view", "reports.report", optional=True),
    "reports:report_release": Page("reports.approve", "reports.report", strict=False, optional=True),
    "reports:text_list": Page("briefing_text.view"),
    "reports:text_edit": Page("briefing_text.edit", strict=False, arguments=a_text),
    "jobs:job_list": Page("jobs.view"),
    "jobs:job_export": Page("jobs.view", strict=False),
    "jobs:job_detail": Page("jobs.view", "jobs.job", optional=True),
    "jobs:job_progress": Page("jobs.view", "jobs.job", optional=True),
    "jobs:job_cancel": Page("jobs.cancel", "jobs.job", strict=False, optional=True),
    "files:download": Page("", strict=False, arguments=an_attachment, optional=True),
    "files:retire": Page("", strict=False, arguments=an_attachment, optional=True),
    "files:upload": Page("", strict=False, arguments=an_owner),
    "links:choose": Page("", strict=False, arguments=a_linkable),
    "links:remove": Page("", strict=False, arguments=a_link),
    "notices:notice_list": Page(""),
    "notices:notice_read_all": Page("", strict=False),
    "notices:notice_open": Page("", "notices.notice", strict=False, optional=True),
    "audit:log": Page("audit.view"),
}

# Addresses outside studios: who is not signed in reaches no other than the first lines.
OPEN_TO_ALL = {
    "first_run",
    "healthz",
    "readyz",
    "set_language",
    "discipline_colours",
    "entry:invitation",
    "start",
    "studio_list",
}
