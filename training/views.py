"""Pages of plan lines, courses, sessions and attendances; the pages that act on a session are in session_pages.py."""

from django.utils.translation import gettext_lazy as _

from studio.kit.addresses import studio_reverse
from studio.kit.details import DetailPage, Panel
from studio.kit.form_pages import FormPage
from studio.kit.lists import ListPage
from training import actions
from training.choices import UPCOMING, SessionState
from training.columns import attendance_columns, course_columns, plan_line_columns, session_columns
from training.filters import AttendanceFilters, CourseFilters, PlanLineFilters, SessionFilters
from training.forms import CourseForm, PlanLineForm, SessionForm


class PlanLineList(ListPage):
    columns, filters = plan_line_columns, PlanLineFilters
    purpose = _("The yearly training plan: per discipline how many sessions, class hours and person-times.")
    new_label = _("Add a plan line")


class PlanLineDetail(DetailPage):
    columns = plan_line_columns
    facts = "year discipline planned_sessions planned_hours planned_heads approved_on withdrawn_on note"
    panels = (
        Panel(
            "courses",
            _("Courses"),
            course_columns,
            "plan_line",
            show="title discipline hours",
            new="training:course_new",
            new_label=_("Add a course"),
            all="training:course_list",
            empty=_("No course serves this plan line yet."),
        ),
        Panel(
            "sessions",
            _("Sessions"),
            session_columns,
            "course__plan_line",
            show="course planned_on state came",
            empty=_("No session of this plan line's courses is recorded yet."),
        ),
    )


class PlanLinePage(FormPage):
    form_class = PlanLineForm
    title_new, title_edit = _("Add a plan line"), _("Change the plan line")


class CourseList(ListPage):
    columns, filters = course_columns, CourseFilters
    purpose = _("What is taught: each course with its plan line, hours and aim.")
    new_label = _("Add a course")


class CourseDetail(DetailPage):
    columns = course_columns
    parents = ("plan_line",)
    facts = "discipline plan_line year hours aim"
    files = True
    panels = (
        Panel(
            "sessions",
            _("Sessions"),
            session_columns,
            "course",
            show="day state trainer class_hours came",
            new="training:session_new",
            new_label=_("Plan a session"),
            all="training:session_list",
            empty=_("No session of this course is planned yet."),
        ),
    )


class CoursePage(FormPage):
    form_class = CourseForm
    title_new, title_edit = _("Add a course"), _("Change the course")
    initial_from = ("plan_line", "discipline")


class SessionList(ListPage):
    columns, filters, period_field = session_columns, SessionFilters, "planned_on"
    purpose = _("Each session of a course: when, where, with whom, and who came.")
    new_label = _("Plan a session")


class SessionDetail(DetailPage):
    columns = session_columns
    parents = ("course__plan_line", "course")
    facts = "planned_on start_time room place trainer discipline class_hours capacity taken came held_on closed_on"
    files = True
    template_name = "training/session_detail.html"
    panels = (
        Panel(
            "attendance",
            _("Attendance"),
            attendance_columns,
            "session",
            show="person status score passed unit",
            all="training:attendance_list",
            empty=_("Nobody is enrolled yet."),
        ),
    )

    def more(self, record) -> dict:
        """The enrolment of the person, and the ways to the sheet, each with its address where it is open."""
        mine = record.attendances.filter(person=self.person).first()
        runs = self.person.has_perm("training_results.edit", record)
        may_enrol = self.person.has_perm("training.enrol", record) and record.trainer_id != self.person.pk
        return {
            "mine": mine,
            "enrol_url": self._at(record, "enrol", may_enrol and not mine and record.state == SessionState.OPEN),
            "withdraw_url": self._withdraw_url(mine) if mine and record.state in UPCOMING else "",
            "people_url": self._at(record, "people", runs and record.state in UPCOMING),
            "sheet_url": self._at(record, "sheet", runs and record.state == SessionState.HELD),
        }

    def _at(self, record, name: str, is_open: bool) -> str:
        return self.url(name, pk=record.pk) if is_open else ""

    def _withdraw_url(self, attendance) -> str:
        return studio_reverse(self.studio, "training:attendance_withdraw", pk=attendance.pk)


class SessionPage(FormPage):
    form_class = SessionForm
    title_new, title_edit = _("Plan a session"), _("Change the session")
    update_action = staticmethod(actions.change_session)
    initial_from = ("course",)


class AttendanceList(ListPage):
    columns, filters, period_field = attendance_columns, AttendanceFilters, "session__held_on"
    title = _("Attendance")
    purpose = _("Who came to which session, with score and result. People are enrolled on a session's page.")


class AttendanceDetail(DetailPage):
    columns = attendance_columns
    parents = ("session__course__plan_line", "session__course", "session")
    facts = "person unit course planned_on held_on discipline class_hours status score passed"
    template_name = "training/attendance_detail.html"

    def more(self, record) -> dict:
        """Enrolments are taken back from here."""
        may = record.is_own(self.person) or self.person.has_perm("training_results.edit", record.session)
        ahead = record.session.state in UPCOMING
        return {"withdraw_url": self.url("withdraw", pk=record.pk) if may and ahead else ""}
