from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RegulationsConfig(AppConfig):
    """Regulations, meetings, duties and funds: the third assessed aspect."""

    name = "studio.regulations"
    label = "regulations"
    verbose_name = _("Procedures and regulations")
