from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OrganisationConfig(AppConfig):
    """Who there is and where they belong."""

    name = "studio.organisation"
    label = "organisation"
    verbose_name = _("Organisation")
