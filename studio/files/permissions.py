"""Attachments have no rights of their own: the owner's area decides. The empty row says so."""

from django.utils.translation import gettext_lazy as _

from studio.organisation.access import Area

Area("files", _("Files"), parent="").register()
