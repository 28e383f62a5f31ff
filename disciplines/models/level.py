from django.db import models
from django.utils.translation import gettext_lazy as _

from disciplines.choices import LevelBasis
from disciplines.models.catalogue import Occupation, SkillLevel
from studio.core.fields import NameField, one_of
from studio.core.finding import SearchField
from studio.core.text import labelled
from studio.organisation.models import Person
from studio.organisation.records import StudioQuerySet, StudioRecord


class LevelRecordQuerySet(StudioQuerySet):
    def own(self, person):
        return self.filter(person=person)


class LevelRecord(StudioRecord):
    """A skill level a person reached: written once with its basis, never overwritten."""

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

    objects = LevelRecordQuerySet.as_manager()

    class Meta:
        verbose_name = _("level record")
        verbose_name_plural = _("level records")
        ordering = ["person", "-reached_on", "-pk"]
        constraints = [
            one_of("level_basis", "basis", LevelBasis),
            models.UniqueConstraint(fields=["person", "occupation", "level", "reached_on"], name="level_recorded_once"),
        ]

    def __str__(self):
        return labelled(self.person, self.level)
