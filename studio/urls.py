"""Every address of the product. The studio in the address decides the scope of all pages below it."""

from importlib.util import find_spec

from allauth.account import views as account
from allauth.account.decorators import secure_admin_login
from django.contrib import admin
from django.contrib.auth.decorators import login_not_required
from django.urls import include, path

from disciplines.colours import colours_css
from studio.core.language import set_language
from studio.home.health import healthz, readyz
from studio.home.start import start

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

# Of django-allauth only what invited people need: no sign-up and no way back in by e-mail.
accounts = [
    path("login/", account.login, name="account_login"),
    path("logout/", account.logout, name="account_logout"),
    path("inactive/", account.account_inactive, name="account_inactive"),
    path("reauthenticate/", account.reauthenticate, name="account_reauthenticate"),
    path("password/change/", account.password_change, name="account_change_password"),
    path("2fa/", include("allauth.mfa.urls")),
]

urlpatterns = [
    path("healthz", healthz, name="healthz"),
    path("readyz", readyz, name="readyz"),
    path("", start, name="start"),
    path("s/<slug:studio>/", include(in_studio)),
    path("accounts/", include(accounts)),
    path("i18n/setlang/", login_not_required(set_language), name="set_language"),
    path("colours.css", colours_css, name="discipline_colours"),
    path("admin/", admin.site.urls),
]
