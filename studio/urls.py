"""Every address of the product. The studio in the address decides the scope of all pages below it."""

from allauth.account import views as account
from allauth.account.decorators import secure_admin_login
from django.contrib import admin
from django.contrib.auth.decorators import login_not_required
from django.urls import include, path

from disciplines.colours import colours_css
from studio.core.language import set_language
from studio.home.first_run_views import begin
from studio.home.health import healthz, readyz
from studio.home.start import start
from studio.kit.views import studio_list

admin.site.login = secure_admin_login(admin.site.login)


in_studio = [
    path("", include("studio.home.urls")),
    path("", include("studio.organisation.urls")),
    path("disciplines/", include("disciplines.urls")),
    path("training/", include("training.urls")),
    path("competitions/", include("competitions.urls")),
    path("appraisals/", include("appraisals.urls")),
    path("innovations/", include("innovations.urls")),
    path("sharing/", include("sharing.urls")),
    path("facilities/", include("studio.facilities.urls")),
    path("regulations/", include("studio.regulations.urls")),
    path("assessments/", include("studio.assessments.urls")),
    path("reports/", include("studio.reports.urls")),
    path("jobs/", include("studio.jobs.urls")),
    path("files/", include("studio.files.urls")),
    path("links/", include("studio.links.urls")),
    path("notices/", include("studio.notices.urls")),
    path("audit/", include("studio.audit.urls")),
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
    path("", include("studio.organisation.entry_urls")),
    path("first-run/<str:secret>/", begin, name="first_run"),
    path("healthz", healthz, name="healthz"),
    path("readyz", readyz, name="readyz"),
    path("", start, name="start"),
    path("studios/", studio_list, name="studio_list"),
    path("s/<slug:studio>/", include(in_studio)),
    path("accounts/", include(accounts)),
    path("i18n/setlang/", login_not_required(set_language), name="set_language"),
    path("colours.css", colours_css, name="discipline_colours"),
    path("admin/", admin.site.urls),
]
