from datetime import timedelta

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from studio.core.fields import one_of
from studio.files.kinds import MEGABYTE, FileKind
from studio.jobs.choices import UNDER_WAY, JobState
from studio.jobs.registry import kinds
from studio.organisation.records import StudioQuerySet, StudioRecord

MAX_ATTEMPTS = 5
LATELY = timedelta(minutes=10)


class JobQuerySet(StudioQuerySet):
    def own(self, person):
        """The jobs that ``person`` asked for."""
        return self.filter(actor=person)

    def under_way(self):
        """Waiting or running."""
        return self.filter(state__in=UNDER_WAY)

    def with_work(self):
        """Each row's ``work``: what it makes, in the reader's language, for lists and exports."""
        labels = [models.When(key=kind.key, then=models.Value(str(kind.label))) for kind in kinds]
        return self.annotate(work=models.Case(*labels, default=models.F("key"), output_field=models.CharField()))

    def claimable(self, now):
        """Waiting and due, or running under a lease that nobody renewed."""
        waiting = models.Q(state=JobState.QUEUED, due_at__lte=now)
        abandoned = models.Q(state=JobState.RUNNING, lease_until__lt=now)
        return self.filter(waiting | abandoned)

    def in_turn(self, now):
        """The claimable job that comes next, or ``None``: of the person of whom least was started lately, the oldest.

        Who asks for twenty reports at once so waits behind nobody else's first one.
        """
        lately = Job.objects.filter(actor=models.OuterRef("actor"), started_at__gt=now - LATELY).order_by()
        started = lately.values("actor").annotate(number=models.Count("pk")).values("number")
        turn = Coalesce(models.Subquery(started), 0)
        return self.claimable(now).select_related("actor", "studio").order_by(turn, "pk").first()


class Job(StudioRecord):
    """One piece of slow work that a person asked for: the outbox, the lock and the progress display in one row.

    Workers change it only by compare-and-set on ``fence``, which grows with every claim (see ``claims.py``).
    """

    area = "jobs"
    state_tones = {JobState.CANCELLED: "past"}
    attachment_kinds = {"export": FileKind(_("Export"), made_here=True, max_bytes=500 * MEGABYTE)}

    key = models.CharField(_("kind"), max_length=100)
    params = models.JSONField(_("parameters"), default=dict, encoder=DjangoJSONEncoder)
    fingerprint = models.CharField(max_length=64, editable=False)
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("asked by"))
    language = models.CharField(_("language"), max_length=10)
    state = models.CharField(_("state"), max_length=10, choices=JobState.choices, default=JobState.QUEUED)
    step = models.CharField(_("step"), max_length=60, blank=True)
    done = models.PositiveIntegerField(_("done"), default=0)
    total = models.PositiveIntegerField(_("of"), null=True)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    fence = models.PositiveIntegerField(default=0, editable=False)
    lease_until = models.DateTimeField(null=True, editable=False)
    due_at = models.DateTimeField(default=timezone.now, editable=False)
    sent_at = models.DateTimeField(default=timezone.now, null=True, editable=False)
    cancel_requested_at = models.DateTimeField(_("cancel asked"), null=True)
    started_at = models.DateTimeField(_("started"), null=True)
    ended_at = models.DateTimeField(_("ended"), null=True)
    result = models.JSONField(pgettext_lazy("job", "result"), default=dict, encoder=DjangoJSONEncoder)
    error = models.TextField(_("reason"), blank=True)

    objects = JobQuerySet.as_manager()

    class Meta:
        verbose_name = _("job")
        verbose_name_plural = _("jobs")
        ordering = ["-pk"]
        indexes = [
            models.Index(fields=["studio", "actor", "-id"], name="job_studio_actor"),
            models.Index(fields=["state", "due_at"], condition=models.Q(state__in=UNDER_WAY), name="job_under_way"),
        ]
        constraints = [
            one_of("job_state", "state", JobState),
            models.CheckConstraint(condition=models.Q(attempts__lte=MAX_ATTEMPTS), name="job_attempts_at_most_five"),
            models.CheckConstraint(
                condition=~models.Q(state=JobState.RUNNING) | models.Q(lease_until__isnull=False),
                name="job_runs_under_a_lease",
            ),
            models.CheckConstraint(
                condition=models.Q(state__in=UNDER_WAY, ended_at__isnull=True)
                | (~models.Q(state__in=UNDER_WAY) & models.Q(ended_at__isnull=False)),
                name="job_end_has_its_time",
            ),
            models.CheckConstraint(
                condition=~models.Q(state=JobState.FAILED) | ~models.Q(error=""), name="job_failure_has_a_reason"
            ),
            # Asked again while it is under way, the same request leads to the same job.
            models.UniqueConstraint(
                fields=["studio", "actor", "key", "fingerprint"],
                condition=models.Q(state__in=UNDER_WAY),
                name="job_once_while_under_way",
            ),
        ]

    def __str__(self):
        return str(self.label)

    def get_absolute_url(self):
        """Its page."""
        return reverse("jobs:job_detail", kwargs={"studio": self.studio.slug, "pk": self.pk})

    def is_own(self, person) -> bool:
        """Whether ``person`` asked for it."""
        return self.actor_id == person.pk

    def files_open_to(self, person) -> bool:
        """Its files need the right that the work itself needs, today."""
        return bool(self.kind) and self.kind.allows(person, self.studio, self.params)

    @property
    def kind(self):
        """Its declaration, or ``None`` when the product no longer knows this kind of work."""
        return kinds.get(self.key)

    @property
    def label(self):
        """What is being made, in the reader's language."""
        return self.kind.named(self.params) if self.kind else self.key

    @property
    def is_under_way(self) -> bool:
        """Whether there is something left to wait for or to cancel."""
        return self.state in UNDER_WAY
