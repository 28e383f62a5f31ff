import rules
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.contrib.auth.models import UserManager
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from studio.core.fields import NameField, TwoNames, a_name_is_given
from studio.core.finding import FoundQuerySet, SearchField, fill_before_update
from studio.core.text import fold_number, pinyin_key
from studio.organisation.choices import ShownLanguage
from studio.organisation.models.company import Company, Unit
from studio.organisation.registries import discipline_sources


class PersonQuerySet(FoundQuerySet):
    def visible_to(self, person, studio):
        """People of ``studio`` that ``person`` may see: company staff, members, and whoever a record names."""
        if not person.has_perm("people.view", studio):
            return self.filter(pk=person.pk)
        return self.of_studio(studio)

    def of_studio(self, studio):
        """Staff of the studio's company and everybody who ever held a role in the studio."""
        members = studio.memberships.values("person")
        return self.filter(models.Q(company_id=studio.company_id) | models.Q(pk__in=members))

    def without_password(self):
        """Whoever has not set a password yet."""
        unusable = models.Q(password="") | models.Q(password__startswith=UNUSABLE_PASSWORD_PREFIX)
        return self.filter(unusable)


class PersonManager(UserManager.from_queryset(PersonQuerySet)):
    """Looks people up by sign-in name without regard to case."""

    def get_by_natural_key(self, login):
        return self.get(login__iexact=login)

    def _create_user_object(self, username, email, password, **extra):
        return self.model(login=username, email=email or "", **extra)

    def create_user(self, login, email="", password=None, **extra):
        """A person with a password, or without one until invited."""
        person = self.model(login=login, email=email or "", **extra)
        person.set_password(password)
        person.save(using=self._db)
        return person


class Person(TwoNames, AbstractBaseUser):
    """Anybody a record names; whoever has a company may be invited to sign in.

    ``is_staff`` is the administrator flag. It grants rights through the same predicates as roles do and is
    never a superuser.

    A person belongs to no studio; ``in_studio`` makes the rights table apply to one as to any other record.
    """

    area = "people"
    studio = None

    login = models.CharField(_("sign-in name"), max_length=60, unique=True)
    employee_number = models.CharField(_("employee number"), max_length=30, blank=True)
    name = NameField(_("Chinese name"), max_length=80, blank=True)
    name_en = NameField(_("English name"), max_length=80, blank=True)
    sort_key = models.CharField(max_length=200, editable=False)
    company = models.ForeignKey(
        Company, models.PROTECT, null=True, blank=True, related_name="people", verbose_name=_("company")
    )
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, related_name="people", verbose_name=_("unit"))
    post = NameField(_("post"), max_length=120, blank=True)
    phone = NameField(_("phone"), max_length=30, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    identity_number = NameField(_("identity number"), max_length=30, blank=True)
    is_active = models.BooleanField(_("may sign in"), default=True)
    is_staff = models.BooleanField(_("administrator"), default=False)
    language = models.CharField(_("language"), max_length=10, choices=ShownLanguage.choices, blank=True)
    date_joined = models.DateTimeField(_("recorded"), default=timezone.now, editable=False)
    search = SearchField("name", "name_en", "employee_number")

    objects = PersonManager()
    history = HistoricalRecords(
        excluded_fields=["password", "identity_number", "phone", "email", "last_login", "search"]
    )

    USERNAME_FIELD = "login"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = []

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        ordering = ["sort_key", "pk"]
        indexes = [models.Index(fields=["company", "sort_key", "id"], name="person_company_sort")]
        constraints = [
            a_name_is_given("person_has_a_name"),
            models.UniqueConstraint(Lower("login"), name="login_once_without_case"),
            models.UniqueConstraint(
                fields=["company", "employee_number"],
                condition=~models.Q(employee_number=""),
                name="employee_number_once_per_company",
            ),
        ]

    def __str__(self):
        return self.display_name

    def save(self, *args, **kwargs):
        """Keep the folded employee number and the pinyin sort key in step with what was typed."""
        self.employee_number = fold_number(self.employee_number)
        self.sort_key = pinyin_key(self.name or self.name_en)
        if fields := kwargs.get("update_fields"):
            fields = {*fields, "employee_number", "sort_key"}
            kwargs["update_fields"] = fill_before_update(type(self), [self], fields)
        super().save(*args, **kwargs)

    def has_perm(self, name, obj=None) -> bool:
        """Ask the declared predicate called ``name``; people who may not sign in have no rights."""
        return self.is_active and rules.has_perm(name, self, obj)

    def has_module_perms(self, app_label) -> bool:
        """The Django admin is for administrators."""
        return self.is_active and self.is_staff

    def in_studio(self, studio) -> "Person":
        """This person as one of ``studio``, for asking the rights of that studio."""
        self.studio = studio
        return self

    @property
    def effective_discipline_id(self) -> int | None:
        """The discipline of the person's group in the studio, so that group leaders edit the members of theirs."""
        found = (source(self, self.studio) for source in discipline_sources)
        return next((discipline for discipline in found if discipline), None)

    @property
    def is_external(self) -> bool:
        """From elsewhere: no company."""
        return self.company_id is None

    @property
    def is_superuser(self) -> bool:
        """Nobody is: administrators pass through the same predicates as everybody."""
        return False


class Invitation(models.Model):
    """A single-use link by which a person sets the first password. Only the hash of its secret is kept."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="invitations", verbose_name=_("person"))
    secret_hash = models.CharField(max_length=64, unique=True, editable=False)
    made_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+", verbose_name=_("made by"))
    made_at = models.DateTimeField(_("made"), auto_now_add=True)
    expires_at = models.DateTimeField(_("valid until"))
    used_at = models.DateTimeField(_("used"), null=True, blank=True)

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")

    def __str__(self):
        return str(self.person)
