"""The figures of training."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from studio.indicators.registry import Count, CountDistinct, Figure, Ratio, Sum, figures
from training.choices import AttendanceStatus
from training.models import Attendance, PlanLine, Session

LINES, SESSIONS, ATTENDANCES = "training:plan_line_list", "training:session_list", "training:attendance_list"
PRESENT = Q(status=AttendanceStatus.PRESENT)


def in_plan(period, as_of, line=""):
    """Plan lines of the years the period touches, as approved and not withdrawn on its last day (or the cut-off).

    ``line`` is the look-up that leads to the plan line.
    """
    day = min(period.end, as_of)
    in_force = Q((f"{line}withdrawn_on__isnull", True)) | Q((f"{line}withdrawn_on__gt", day))
    years = (period.start.year, period.end.year)
    return in_force & Q((f"{line}year__range", years), (f"{line}approved_on__lte", day))


def held_under_plan(period, as_of):
    """Sessions held until the period's last day whose course stands in those plan lines."""
    return in_plan(period, as_of, "course__plan_line__") & Q(held_on__lte=min(period.end, as_of))


figures.declare(
    Figure(
        "training.plan_lines",
        label=_("Plan lines"),
        unit=pgettext_lazy("unit", "lines"),
        definition=_(
            "Lines of the yearly training plans of every year the period touches, "
            "approved by the last day of the period and not withdrawn by then."
        ),
        kind="expected",
        model=PlanLine,
        where=in_plan,
        discipline="discipline",
        area="training",
        function="training",
        list=LINES,
    ),
    Figure(
        "training.sessions_planned",
        label=_("Sessions planned"),
        unit=pgettext_lazy("unit", "sessions"),
        definition=_(
            "Sessions that the plan lines demand for the whole year: the sum over the lines of every year the period "
            "touches, approved by the last day of the period and not withdrawn by then."
        ),
        kind="expected",
        model=PlanLine,
        where=in_plan,
        discipline="discipline",
        measure=Sum("planned_sessions"),
        area="training",
        function="training",
        list=LINES,
    ),
    Figure(
        "training.plan_sessions_held",
        label=_("Planned sessions held"),
        unit=pgettext_lazy("unit", "sessions"),
        definition=_(
            "Sessions held until the last day of the period whose course stands in a plan line of a year the period "
            "touches; the line is approved and not withdrawn by then. They count under the plan line's discipline."
        ),
        kind="expected",
        model=Session,
        where=held_under_plan,
        discipline="course__plan_line__discipline",
        area="training",
        function="training",
        list=SESSIONS,
    ),
    Figure(
        "training.plan_completion",
        label=_("Plan completion"),
        unit="%",
        definition=_(
            "Planned sessions held until the last day of the period ÷ sessions planned for the whole year. "
            "More sessions than planned give more than 100 %; without a plan there is no data."
        ),
        kind="expected",
        measure=Ratio("training.plan_sessions_held", "training.sessions_planned"),
        area="training",
        function="training",
        format="percent",
    ),
    Figure(
        "training.sessions_held",
        label=_("Sessions held"),
        unit=pgettext_lazy("unit", "sessions"),
        definition=_("Sessions that took place in the period, in the plan or outside it, by the day they were held."),
        kind="flow",
        model=Session,
        date="held_on",
        discipline="course__discipline",
        measure=Count(),
        area="training",
        function="training",
        list=SESSIONS,
    ),
    Figure(
        "training.class_hours",
        label=_("Class hours"),
        unit=pgettext_lazy("unit", "hours"),
        definition=_("The class hours of the sessions held in the period, whoever came."),
        kind="flow",
        model=Session,
        date="held_on",
        discipline="course__discipline",
        measure=Sum("class_hours"),
        area="training",
        function="training",
        list=SESSIONS,
        format="hours",
    ),
    Figure(
        "training.person_times",
        label=_("Person-times"),
        unit=pgettext_lazy("unit", "person-times"),
        definition=_("People present, added over the sessions held in the period: who came twice counts twice."),
        kind="flow",
        model=Attendance,
        where=PRESENT,
        date="session__held_on",
        discipline="session__course__discipline",
        area="training_results",
        function="training",
        list=ATTENDANCES,
    ),
    Figure(
        "training.persons_trained",
        label=_("People trained"),
        unit=pgettext_lazy("unit", "people"),
        definition=_(
            "Different people present in at least one session held in the period. Disciplines do not add up: "
            "who was trained in two counts in both, and once in the total."
        ),
        kind="flow",
        model=Attendance,
        where=PRESENT,
        date="session__held_on",
        discipline="session__course__discipline",
        measure=CountDistinct("person"),
        area="training_results",
        function="training",
        list=ATTENDANCES,
    ),
    Figure(
        "training.person_hours",
        label=_("Person-hours"),
        unit=pgettext_lazy("unit", "hours"),
        definition=_("The class hours of the sessions held in the period × the people present in each."),
        kind="flow",
        model=Attendance,
        where=PRESENT,
        date="session__held_on",
        discipline="session__course__discipline",
        measure=Sum("session__class_hours"),
        area="training_results",
        function="training",
        list=ATTENDANCES,
        format="hours",
    ),
    Figure(
        "training.results",
        label=pgettext_lazy("training", "Results"),
        unit=pgettext_lazy("training", "results"),
        definition=_("Attendances at sessions held in the period for which passed or not passed is recorded."),
        kind="flow",
        model=Attendance,
        where=Q(passed__isnull=False),
        date="session__held_on",
        discipline="session__course__discipline",
        area="training_results",
        function="training",
        list=ATTENDANCES,
    ),
    Figure(
        "training.passed",
        label=_("Passed"),
        unit=pgettext_lazy("training", "results"),
        definition=_("Results of sessions held in the period that are recorded as passed."),
        kind="flow",
        model=Attendance,
        where=Q(passed=True),
        date="session__held_on",
        discipline="session__course__discipline",
        area="training_results",
        function="training",
        list=ATTENDANCES,
    ),
    Figure(
        "training.pass_rate",
        label=_("Pass rate"),
        unit="%",
        definition=_(
            "Passed ÷ results: of the attendances for which passed or not passed is recorded, those passed. "
            "Where no result is recorded there is no data."
        ),
        kind="flow",
        measure=Ratio("training.passed", "training.results"),
        area="training_results",
        function="training",
        format="percent",
    ),
)
