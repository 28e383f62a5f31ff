"""Who is asked to read a version, and who confirmed it: members of the studio, counted for each version."""

from datetime import date

from django.apps import apps
from django.db.models import Count, IntegerField, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from studio.organisation.choices import Role
from studio.organisation.models import Membership, Person


def members(day: date):
    """Memberships of the role member that hold on ``day``."""
    return Membership.objects.in_force(day).filter(role=Role.MEMBER)


def readers_of(day: date) -> Coalesce:
    """Of versions: how many members the studio had on ``day``."""
    here = members(day).filter(studio=OuterRef("studio")).order_by()
    return _number(here.values("studio").annotate(number=Count("person", distinct=True)))


def confirmed_by(day: date) -> Coalesce:
    """Of versions: how many of those members had confirmed it by ``day``."""
    readings = apps.get_model("regulations", "Reading").objects.filter(
        version_read=OuterRef("pk"),
        confirmed_on__lte=day,
        person__in=members(day).filter(studio=OuterRef("studio")).values("person"),
    )
    return _number(readings.order_by().values("version_read").annotate(number=Count("pk")))


def waiting_for(version):
    """Members who have not confirmed ``version`` yet, by name."""
    now = members(timezone.localdate()).filter(studio=version.studio).values("person")
    done = version.readings.values("person")
    return Person.objects.filter(pk__in=now).exclude(pk__in=done).order_by("sort_key", "pk")


def _number(counted) -> Coalesce:
    return Coalesce(Subquery(counted.values("number"), output_field=IntegerField()), 0)
