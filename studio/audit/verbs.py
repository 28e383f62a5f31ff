"""What audit rows say in words."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from studio.audit.flow import flows

# Every verb that code records; a test holds this list against the code.
LABELS = {
    "create": _("Created"),
    "change": _("Changed"),
    "delete": _("Deleted"),
    "enrol": _("Enrolled"),
    "withdraw": _("Enrolment withdrawn"),
    "record_attendance": _("Attendance recorded"),
    "file.attach": _("File attached"),
    "file.retire": _("File retired"),
    "file.download": _("File downloaded"),
    "list.export": _("List exported"),
    "job.submit": _("Job asked for"),
    "job.cancel": _("Job cancelled"),
    "report.made": _("Report made"),
    "report.release": _("Report released to assessors"),
    "briefing_text.write": _("Briefing text written"),
    "person.invite": _("Invited"),
    "person.first_password": _("First password set"),
    "person.enable": _("Sign-in allowed"),
    "person.disable": _("Sign-in stopped"),
    "person.reveal": _("Masked data shown"),
    "administrator.give": _("Made administrator"),
    "administrator.take": _("No longer administrator"),
    "role.give": _("Role given"),
    "role.end": _("Role ended"),
    "studio.rename": _("Studio renamed"),
    "studio.lead": _("Lead changed"),
    "request.close": _("Request closed"),
}


def verb_label(verb: str, object_type: str = "") -> str:
    """``verb`` in the language in force; a move carries its declared label."""
    kind, _dot, key = verb.partition(".")
    flow = flows.get(object_type)
    if kind == "move" and flow and key in flow.moves:
        return str(flow.moves[key].label)
    if kind == "move":
        return gettext("State changed")
    return str(LABELS.get(verb, verb))
