"""Links have no rights of their own: those of both ends decide. The empty row says so."""

from django.utils.translation import gettext_lazy as _

from studio.organisation.access import Area

Area("links", _("Links"), parent="").register()
