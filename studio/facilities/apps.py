from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FacilitiesConfig(AppConfig):
    """Rooms, equipment, actual use and visitors: the first assessed aspect, site utilisation."""

    name = "studio.facilities"
    label = "facilities"
    verbose_name = _("Facilities")
