from django.urls import path

from studio.kit.urls import record_urls
from studio.reports import text_views, views

app_name = "reports"

urlpatterns = [
    path("all/new/", views.report_new, name="report_new"),
    *record_urls("reports:report", "all", list=views.ReportList, detail=views.ReportDetail),
    path("all/<int:pk>/release/", views.report_release, name="report_release"),
    path("texts/", text_views.text_list, name="text_list"),
    path("texts/<str:period>/<slug:chapter>/", text_views.text_edit, name="text_edit"),
    path("texts/<str:period>/<slug:chapter>/<slug:discipline>/", text_views.text_edit, name="text_edit"),
]
