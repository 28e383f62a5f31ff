"""Every address of the product."""

from importlib.util import find_spec

from allauth.account.decorators import secure_admin_login
from django.contrib import admin
from django.contrib.auth.decorators import login_not_required
from django.urls import include, path

from studio.core.language import set_language
from studio.home.health import healthz, readyz

admin.site.login = secure_admin_login(admin.site.login)


def present(prefix, module):
    return [path(prefix, include(module))] if find_spec(module.rpartition(".")[0]) and find_spec(module) else []


in_studio = [
    *present("", "studio.home.urls"),
    *present("", "studio.organisation.urls"),
    *present("groups/", "disciplines.urls"),
    *present("training/", "training.urls"),
    *present("innovations/", "innovations.urls"),
    *present("assessments/", "studio.assessments.urls"),
    *present("reports/", "studio.reports.urls"),
    *present("jobs/", "studio.jobs.urls"),
    *present("files/", "studio.files.urls"),
    *present("notices/", "studio.notices.urls"),
    *present("audit/", "studio.audit.urls"),
]

urlpatterns = [
    path("healthz", healthz, name="healthz"),
    path("readyz", readyz, name="readyz"),
    path("s/<slug:studio>/", include(in_studio)),
    path("accounts/", include("allauth.urls")),
    path("i18n/setlang/", login_not_required(set_language), name="set_language"),
    path("admin/", admin.site.urls),
]
