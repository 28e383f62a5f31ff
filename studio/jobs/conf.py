"""The few numbers of this app, read from the settings when they are needed."""

from datetime import timedelta

from django.conf import settings


def lease() -> timedelta:
    """How long a claim holds without a sign of life from its worker."""
    return timedelta(seconds=settings.JOB_LEASE_SECONDS)


def resend_after() -> timedelta:
    """How long a wake-up call may stay unanswered before it is repeated."""
    return timedelta(seconds=settings.JOB_RESEND_SECONDS)


def pause_before_attempt(attempts: int) -> timedelta:
    """Growing pauses between attempts: 2, 4, 8, 16 seconds unless set otherwise."""
    return timedelta(seconds=settings.JOB_RETRY_SECONDS * 2 ** (attempts - 1))
