from django.utils.translation import gettext_lazy as _

from studio.kit.menu import MenuItem

MenuItem("jobs", _("Jobs"), "jobs:job_list", "hourglass", "jobs", 90, "studio").register()
