from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FilesConfig(AppConfig):
    """Attachments of any record: checked when they come in, fetched only through their owner's permission."""

    name = "studio.files"
    label = "files"
    verbose_name = _("files")
