from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from disciplines.choices import LevelBasis
from disciplines.models.catalogue import Occupation, SkillLevel
from studio.core.constraints import empty, filled
from studio.core.fields import NameField, one_of
from studio.core.finding import SearchField
from studio.core.stays import Stays
from studio.core.text import labelled
from studio.organisation.models import Person
from studio.organisation.records import StudioQuerySet, StudioRecord


class LevelRecordQuerySet(StudioQuerySet):
    def own(self, person):
        return self.filter(person=person)

    def standing(self, day=None):
        """Those that were not withdrawn by ``day`` (today unless given)."""
        return self.filter(Q(withdrawn_on=None) | Q(withdrawn_on__gt=day or timezone.localdate()))


class LevelRecord(StudioRecord):
    """A skill level a person reached: written once with its basis, never overwritten.

    One that turns out to be wrong is withdrawn with a reason and stays to be seen.
    """

    area = "people"
    discipline_path = "occupation__discipline"

    person = models.ForeignKey(Person, models.PROTECT, related_name="levels", verbose_name=_("person"))
    occupation = models.ForeignKey(Occupation, models.PROTECT, related_name="+", verbose_name=_("occupation"))
    level = models.ForeignKey(SkillLevel, models.PROTECT, related_name="+", verbose_name=_("skill level"))
    reached_on = models.DateField(_("reached on"))
    basis = models.CharField(_("basis"), max_length=12, choices=LevelBasis.choices)
    source = NameField(_("source"), blank=True)
    certificate_number = NameField(_("certificate number"), max_length=40, blank=True)
    search = SearchField("certificate_number", "source")
    withdrawn_on = models.DateField(_("withdrawn on"), null=True, editable=False)
    withdrawn_reason = models.CharField(_("reason of the withdrawal"), max_length=1000, blank=True, editable=False)

    objects = LevelRecordQuerySet.as_manager()
    stays = Stays(("studio", "person", "occupation", "level", "reached_on", "basis", "source"))

    class Meta:
        verbose_name = _("level record")
        verbose_name_plural = _("level records")
        ordering = ["person", "-reached_on", "-pk"]
        constraints = [
            one_of("level_basis", "basis", LevelBasis),
            models.UniqueConstraint(
                fields=["person", "occupation", "level", "reached_on"],
                condition=empty("withdrawn_on"),
                name="level_recorded_once",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_on=None, withdrawn_reason="")
                | (filled("withdrawn_on") & Q(withdrawn_on__gte=F("reached_on")) & ~Q(withdrawn_reason="")),
                name="level_withdrawn_with_reason",
            ),
        ]

    def __str__(self):
        return labelled(self.person, self.level)
