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
