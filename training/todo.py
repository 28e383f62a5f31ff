"""What waits for somebody in training."""

from django.utils.translation import gettext_lazy as _

from studio.notices.registry import Todo
from training.models import Session


def sessions_to_hold(person, studio):
    """Open sessions whose day has come, for whoever runs them."""
    return Session.objects.run_by(person, studio).to_hold().select_related("course", "studio")


def attendance_to_record(person, studio):
    """Held sessions without complete attendance, for whoever runs them."""
    return Session.objects.run_by(person, studio).to_record().select_related("course", "studio")


def my_next_sessions(person, studio):
    """Sessions ahead that the person is enrolled in."""
    return Session.objects.filter(studio=studio).upcoming_for(person).select_related("course", "studio")


Todo("training.hold", _("Sessions to mark as held"), "training", sessions_to_hold, "training:session_list").register()
Todo("training.record", _("Attendance to record"), "training", attendance_to_record, "training:session_list").register()
Todo("training.next", _("My next sessions"), "training", my_next_sessions, "training:session_list").register()
