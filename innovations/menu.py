from django.utils.translation import gettext_lazy as _

from studio.kit.menu import MenuItem

AREA, PARENT = "innovations", "innovations"

MenuItem("innovations", _("Innovation"), "innovations:proposal_list", "bulb", AREA, 40).register()
MenuItem("proposals", _("Proposals"), "innovations:proposal_list", "", AREA, 41, parent=PARENT).register()
MenuItem("projects", _("Projects"), "innovations:project_list", "", AREA, 42, parent=PARENT).register()
MenuItem("results", _("Results"), "innovations:result_list", "", AREA, 43, parent=PARENT).register()
MenuItem("properties", _("Intellectual property"), "innovations:property_list", "", AREA, 44, parent=PARENT).register()
MenuItem("uses", _("Transformations"), "innovations:transformation_list", "", AREA, 45, parent=PARENT).register()
MenuItem("claims", _("Benefit claims"), "innovations:claim_list", "", "benefits", 46, parent=PARENT).register()
