"""Ending the sessions of one person."""

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.utils import timezone


def end_sessions(person) -> int:
    """Delete every session of ``person``; returns how many. Sessions do not name their person, so all are read."""
    ended = [
        session.pk
        for session in Session.objects.filter(expire_date__gt=timezone.now()).iterator()
        if session.get_decoded().get(SESSION_KEY) == str(person.pk)
    ]
    Session.objects.filter(pk__in=ended).delete()
    return len(ended)
