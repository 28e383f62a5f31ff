"""What waits for somebody in sharing."""

from django.utils.translation import gettext_lazy as _

from sharing.models import Agreement, ExchangeEvent
from studio.notices.registry import Todo


def events_to_hold(person, studio):
    """Planned events whose day has come, for whoever edits them."""
    return ExchangeEvent.objects.editable_by(person, studio).to_hold().select_related("studio")


def agreements_ending(person, studio):
    """Agreements whose last day is past or near, for whoever renews or closes them."""
    return Agreement.objects.editable_by(person, studio).ending().select_related("studio")


Todo("sharing.hold", _("Exchange events to mark as held"), "sharing", events_to_hold, "sharing:event_list").register()
Todo(
    "sharing.ending", _("Agreements that end or ended"), "sharing", agreements_ending, "sharing:agreement_list"
).register()
