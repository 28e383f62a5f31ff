from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LinksConfig(AppConfig):
    """Links between records, each end shown only to who may see it."""

    name = "studio.links"
    label = "links"
    verbose_name = _("Links")
