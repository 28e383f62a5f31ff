from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from studio.assessments.choices import CommentKind
from studio.assessments.models.visit import Visit, VisitLine
from studio.core.fields import NameField, NoteField, TwoNames, a_name_is_given, both_names, one_of
from studio.core.finding import SearchField
from studio.core.text import labelled
from studio.organisation.models import Person
from studio.organisation.records import StudioQuerySet


class Topic(TwoNames, models.Model):
    """What comments are about, such as site utilisation. A further one is a record, no code."""

    key = models.SlugField(_("key"), max_length=60, unique=True)
    name = NameField(_("Chinese name"), max_length=80, blank=True)
    name_en = NameField(_("English name"), max_length=80, blank=True)
    order = models.PositiveSmallIntegerField(_("order"), default=100)

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("topic of comments")
        verbose_name_plural = _("topics of comments")
        ordering = ["order", "pk"]
        constraints = [a_name_is_given("topic_has_a_name")]

    def __str__(self):
        return self.display_name


class CommentQuerySet(StudioQuerySet):
    def own(self, person):
        return self.filter(author=person)

    def requests(self):
        """Comments that ask for something."""
        return self.filter(kind=CommentKind.REQUEST)


class Comment(VisitLine):
    """What a visitor said about one topic. A request is counted by the day it was raised, once office sets it.

    ``closed_on`` is set by the moves of its improvement actions alone (actions.py).
    """

    area = "visit_comments"

    visit = models.ForeignKey(Visit, models.CASCADE, related_name="comments", verbose_name=_("visit"))
    kind = models.CharField(_("kind"), max_length=10, choices=CommentKind.choices)
    topic = models.ForeignKey(Topic, models.PROTECT, related_name="comments", verbose_name=_("topic"))
    given_by = NameField(_("said by (Chinese)"), max_length=80, blank=True)
    given_by_en = NameField(_("said by (English)"), max_length=80, blank=True)
    gist = NoteField(_("gist (Chinese)"), max_length=1000)
    gist_en = NoteField(_("gist (English)"), max_length=1000)
    author = models.ForeignKey(
        Person,
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("written by"),
    )
    raised_on = models.DateField(
        _("raised on"),
        null=True,
        blank=True,
        help_text=_("Only for requests. A request is counted from this day; without it, it is listed and not counted."),
    )
    closed_on = models.DateField(_("closed on"), null=True, blank=True, editable=False)
    search = SearchField("gist", "gist_en")

    objects = CommentQuerySet.as_manager()
    history = HistoricalRecords(excluded_fields=["search"])

    class Meta:
        verbose_name = _("comment")
        verbose_name_plural = _("comments and requests")
        ordering = ["visit", "order", "pk"]
        indexes = [models.Index(fields=["studio", "kind", "raised_on"], name="comment_studio_raised")]
        constraints = [
            one_of("comment_kind", "kind", CommentKind),
            models.CheckConstraint(
                condition=models.Q(kind=CommentKind.REQUEST) | models.Q(raised_on__isnull=True, closed_on__isnull=True),
                name="only_requests_are_raised_and_closed",
            ),
            models.CheckConstraint(
                condition=models.Q(closed_on__isnull=True)
                | models.Q(raised_on__isnull=True)
                | models.Q(closed_on__gte=models.F("raised_on")),
                name="request_closed_after_it_was_raised",
            ),
        ]

    def __str__(self):
        return labelled(self.get_kind_display(), self.topic)

    def get_absolute_url(self):
        """Its page."""
        return reverse("assessments:comment_detail", kwargs={"studio": self.studio.slug, "pk": self.pk})

    @property
    def is_request(self) -> bool:
        """Whether it asks for something."""
        return self.kind == CommentKind.REQUEST

    @property
    def said(self) -> str:
        """The gist in the language in force."""
        return both_names(self.gist, self.gist_en)

    @property
    def speaker_name(self) -> str:
        """Who said it, in the language in force."""
        return both_names(self.given_by, self.given_by_en)
