"""The abstract base of everything that belongs to one studio."""

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from studio.core.finding import FoundQuerySet, fill_before_update
from studio.organisation.access import RELATIONS, areas, rights


class StaleRecord(Exception):
    """Somebody else saved the record after this copy was read."""


class StudioQuerySet(FoundQuerySet):
    """Reads that start with what a person may see inside one studio."""

    def visible_to(self, person, studio):
        """Rows of ``studio`` that ``person`` may see: all, own, assigned, those in a state, or none."""
        return self._where("view", person, studio)

    def editable_by(self, person, studio):
        """Rows of ``studio`` that ``person`` may edit: all, the led groups', own, assigned, or none."""
        return self._where("edit", person, studio)

    def _where(self, verb: str, person, studio):
        """Rows to which ``person`` may do ``verb``, by the scopes of the model's area."""
        scopes = rights(person, studio).scopes(self.model.area, verb)
        inside = self.filter(studio=studio)
        if not scopes:
            return inside.none()
        if "all" in scopes:
            return inside
        seen = models.Q(pk__in=[])
        if "own" in scopes:
            seen |= models.Q(pk__in=self.model._default_manager.filter(studio=studio).own(person).values("pk"))
        if "assigned" in scopes:
            seen |= models.Q(pk__in=self.model._default_manager.filter(studio=studio).assigned(person).values("pk"))
        if "group" in scopes and self.model.discipline_path:
            seen |= models.Q(**{f"{self.model.discipline_path}__in": rights(person, studio).disciplines_led})
        return inside.filter(seen | self._in_states(scopes, studio=studio))

    def open_to_administrators(self):
        """Rows of all studios that the administrator flag alone lets see, for the Django admin."""
        scopes = areas[self.model.area].scopes(frozenset({"admin"}), "view")
        return self if "all" in scopes else self.filter(self._in_states(scopes))

    def _in_states(self, scopes, **within) -> models.Q:
        """The rows that a scope opens by their state, whoever asks: the query set has a method of that name."""
        seen = models.Q(pk__in=[])
        for state in scopes - RELATIONS:
            rows = getattr(self.model._default_manager.filter(**within), state)()
            seen |= models.Q(pk__in=rows.values("pk"))
        return seen

    def own(self, person):
        """Rows that are ``person``'s own; models with owners say which."""
        return self.none()

    def assigned(self, person):
        """Rows handed to ``person``; models with assignments say which."""
        return self.none()


class StudioRecord(models.Model):
    """A record of one studio with a version number that no two people can save over.

    ``area`` names the rights area; ``discipline_path`` is the look-up that leads to its discipline, if any.
    """

    area = ""
    discipline_path: str | None = None

    studio = models.ForeignKey(
        "organisation.Studio", models.PROTECT, related_name="+", verbose_name=_("studio"), editable=False
    )
    version = models.PositiveIntegerField(default=1, editable=False)
    created_at = models.DateTimeField(_("recorded"), auto_now_add=True)

    objects = StudioQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        """Insert, or update only the version that was read; raises ``StaleRecord`` otherwise."""
        if self._state.adding:
            return super().save(*args, **kwargs)
        with transaction.atomic(using=kwargs.get("using")):
            same = type(self)._base_manager.filter(pk=self.pk, version=self.version)
            if not same.update(version=models.F("version") + 1):
                raise StaleRecord(str(self))
            self.version += 1
            if fields := kwargs.get("update_fields"):
                kwargs["update_fields"] = fill_before_update(type(self), [self], {*fields, "version"})
            super().save(*args, **kwargs)
        return None

    @property
    def effective_discipline_id(self) -> int | None:
        """The discipline the record counts under: its own or its parent's; ``None`` is cross-discipline."""
        if not self.discipline_path:
            return None
        value = self
        *parents, last = self.discipline_path.split("__")
        for name in parents:
            value = getattr(value, name)
            if value is None:
                return None
        return getattr(value, f"{last}_id")

    def is_own(self, person) -> bool:
        """Whether the record is ``person``'s own; kept in step with ``own()``."""
        return type(self)._default_manager.filter(pk=self.pk).own(person).exists()

    def is_assigned(self, person) -> bool:
        """Whether the record was handed to ``person``; kept in step with ``assigned()``."""
        return type(self)._default_manager.filter(pk=self.pk).assigned(person).exists()

    def is_in_state(self, state: str) -> bool:
        """Whether the record is among those that the query-set method ``state`` gives."""
        return getattr(type(self)._default_manager.filter(pk=self.pk), state)().exists()
