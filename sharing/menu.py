from django.utils.translation import gettext_lazy as _

from studio.kit.menu import MenuItem

AREA, PARENT = "sharing", "sharing"

MenuItem("sharing", _("Sharing"), "sharing:event_list", "heart-handshake", AREA, 50).register()
MenuItem("sharing_events", _("Exchange events"), "sharing:event_list", "", AREA, 51, parent=PARENT).register()
MenuItem("sharing_agreements", _("Agreements"), "sharing:agreement_list", "", AREA, 52, parent=PARENT).register()
MenuItem("sharing_resources", _("Shared resources"), "sharing:resource_list", "", AREA, 53, parent=PARENT).register()
MenuItem("sharing_uses", _("Uses of resources"), "sharing:use_list", "", "sharing_uses", 54, parent=PARENT).register()
MenuItem("sharing_alliances", _("Alliances"), "sharing:alliance_list", "", AREA, 55, parent=PARENT).register()
MenuItem("sharing_partners", _("Partner units"), "sharing:partner_list", "", AREA, 56, parent=PARENT).register()
