"""What the moves of flows.py check and fill in."""

from django.utils import timezone
from django.utils.translation import gettext as _

from studio.audit.errors import Refused


def sign(agreement, actor, reason, signed_on=None) -> None:
    """Date the signature; a term that is over is not signed any more."""
    agreement.signed_on = _come(signed_on)
    if agreement.to_date and agreement.signed_on > agreement.to_date:
        raise Refused(_("The term ended on %(day)s, before this day.") % {"day": agreement.to_date})


def take_back_signature(agreement, actor, reason) -> None:
    """A draft again."""
    agreement.signed_on = None


def why_not_over(agreement, actor) -> str | None:
    """An agreement closes at its end once its last day is past."""
    if agreement.to_date is None:
        return _("This agreement has no last day. End it early, with a reason.")
    if agreement.to_date >= timezone.localdate():
        return _("Its last day is %(day)s. Until then it can be ended early, with a reason.") % {
            "day": agreement.to_date
        }
    return None


def close_at_end(agreement, actor, reason) -> None:
    """It ended on its last day."""
    agreement.ended_on = agreement.to_date


def end_early(agreement, actor, reason, ended_on=None) -> None:
    """Date the end: a day between the signature and the last day."""
    agreement.ended_on = _come(ended_on)
    if agreement.ended_on < agreement.signed_on:
        raise Refused(_("It was signed on %(day)s only.") % {"day": agreement.signed_on})
    if agreement.to_date and agreement.ended_on > agreement.to_date:
        raise Refused(_("Its last day was %(day)s. Close it at its end.") % {"day": agreement.to_date})


def not_ended(agreement, actor, reason) -> None:
    """Signed again."""
    agreement.ended_on = None


def hold(event, actor, reason, held_on=None, own_heads=0, guest_heads=0, output="") -> None:
    """Note the day, who came and what came of it."""
    if not own_heads and not guest_heads:
        raise Refused(_("Somebody was there: give the own people, the guests, or both."))
    event.held_on, event.own_heads, event.guest_heads = _come(held_on), own_heads, guest_heads
    event.output = output


def not_held(event, actor, reason) -> None:
    """Planned again."""
    event.held_on = event.own_heads = event.guest_heads = None


def cancel(event, actor, reason) -> None:
    """Date the cancelling."""
    event.cancelled_on = timezone.localdate()


def retire(resource, actor, reason, retired_on=None) -> None:
    """Note the last day on offer: not before the first one, nor before the last use."""
    resource.retired_on = _come(retired_on)
    if resource.retired_on < resource.offered_on:
        raise Refused(_("It is on offer since %(day)s only.") % {"day": resource.offered_on})
    _first, last = resource.uses.standing().span()
    if last and last > resource.retired_on:
        raise Refused(_("It was still used on %(day)s. Retire it on that day or later.") % {"day": last})


def not_retired(resource, actor, reason) -> None:
    """On offer again."""
    resource.retired_on = None


def withdraw(use, actor, reason) -> None:
    """Date the withdrawal; the use counts nowhere."""
    use.withdrawn_on = timezone.localdate()


def _come(day):
    """``day``, today unless given; refused when it lies ahead."""
    today = timezone.localdate()
    if day and day > today:
        raise Refused(_("This day lies ahead. Give today or a day before."))
    return day or today
