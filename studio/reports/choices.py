from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Language(TextChoices):
    """The languages a report is written in."""

    EN = "en", _("English")
    ZH = "zh-hans", _("Simplified Chinese")

    @property
    def short(self) -> str:
        """Its name inside a frozen document."""
        return "zh" if self is Language.ZH else "en"


class Format(TextChoices):
    """The kinds of file a report is written as."""

    PDF = "pdf", _("PDF")
    DOCX = "docx", _("Word")
    XLSX = "xlsx", _("Excel")
    HTML = "html", _("Web page")


class Rhythm(TextChoices):
    """How often a report is made by itself; the values are those of ``Period.kind``."""

    MONTH = "month", _("Monthly")
    QUARTER = "quarter", _("Quarterly")
    YEAR = "year", _("Yearly")


class DeliveryState(TextChoices):
    """Whether a scheduled delivery is made."""

    ACTIVE = "active", _("Active")
    PAUSED = "paused", _("Paused")
