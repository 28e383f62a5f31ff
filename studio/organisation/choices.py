from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Role(TextChoices):
    """Roles that a membership grants. Group leader, participant and administrator are not granted (see access.py)."""

    LEAD = "lead", _("Studio lead")
    OFFICE = "office", _("Studio office")
    MEMBER = "member", _("Member")
    TRAINER = "trainer", _("Trainer")
    JUDGE = "judge", _("Judge")
    APPRAISER = "appraiser", _("Appraiser")
    FINANCE = "finance", _("Finance")
    MANAGER = "manager", _("Manager")
    ASSESSOR = "assessor", _("External assessor")


class Level(TextChoices):
    """Level of a title, an award or an alliance, highest first."""

    NATIONAL = "national", _("National")
    PROVINCIAL = "provincial", _("Provincial")
    CITY = "city", _("City")
    DISTRICT = "district", _("District")
    COMPANY = "company", pgettext_lazy("level", "Company")


class ShownLanguage(TextChoices):
    """Languages a person may prefer."""

    ENGLISH = "en", "English"
    CHINESE = "zh-hans", "简体中文"
