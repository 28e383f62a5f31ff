"""What audit rows say in words."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from studio.audit.flow import flows

# Every verb that code records; a test holds this list against the code.
LABELS = {
    "sign_in": _("Signed in"),
    "sign_in.fail": _("Sign-in failed"),
    "sign_out": _("Signed out"),
    "installation.begin": _("Installation set up"),
    "second_step.add": _("Second step set up"),
    "second_step.remove": _("Second step removed"),
    "second_step.reset": _("Recovery codes renewed"),
    "second_step.fail": _("Second step failed"),
    "refused": _("Refused"),
    "create": _("Created"),
    "change": _("Changed"),
    "delete": _("Deleted"),
    "enrol": _("Enrolled"),
    "withdraw": _("Enrolment withdrawn"),
    "record_attendance": _("Attendance recorded"),
    "entry.add": _("Entered into an event"),
    "entry.withdraw": _("Entry into an event withdrawn"),
    "record_marks": _("Marks given"),
    "record_results": _("Results recorded"),
    "give_awards": _("Awards given"),
    "replace_version": _("Replaced by the next version"),
    "confirm_reading": _("Reading confirmed"),
    "remind_readers": _("Readers reminded"),
    "group.join": _("Joined a group"),
    "group.change": _("Place in a group changed"),
    "level.withdraw": _("Level withdrawn"),
    "level.certificate": _("Certificate number noted"),
    "apply": _("Applied for an appraisal"),
    "nominate": _("Nominated for an appraisal"),
    "assign": _("Appraiser assigned"),
    "record_scores": _("Scores recorded"),
    "file.attach": _("File attached"),
    "file.retire": _("File retired"),
    "file.download": _("File downloaded"),
    "export": _("List exported"),
    "link.add": _("Linked with another record"),
    "link.remove": _("Link taken away"),
    "job.submit": _("Job asked for"),
    "job.cancel": _("Cancelling asked for"),
    "job.done": _("Job done"),
    "job.failed": _("Job failed"),
    "job.cancelled": _("Job cancelled"),
    "report.made": _("Report made"),
    "report.release": _("Report released to assessors"),
    "report.withdraw": _("Report no longer open to assessors"),
    "briefing_text.write": _("Briefing text written"),
    "person.invite": _("Invited"),
    "person.set_password": _("Password set by invitation"),
    "person.change_password": _("Password changed"),
    "people.import": _("People imported"),
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
