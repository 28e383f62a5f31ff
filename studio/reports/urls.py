from django.urls import path

from studio.kit.urls import record_urls
from studio.reports.views import deliveries, reports, texts

app_name = "reports"

urlpatterns = [
    path("all/new/", reports.report_new, name="report_new"),
    *record_urls("reports:report", "all", list=reports.ReportList, detail=reports.ReportDetail),
    path("all/<int:pk>/compare/", reports.ReportCompare.as_view(route="reports:report"), name="report_compare"),
    path("all/<int:pk>/release/", reports.report_release, name="report_release"),
    *record_urls(
        "reports:delivery",
        "deliveries",
        list=deliveries.DeliveryList,
        detail=deliveries.DeliveryDetail,
        form=deliveries.DeliveryPage,
        move=True,
    ),
    path("texts/", texts.text_list, name="text_list"),
    path("texts/<str:period>/<slug:chapter>/", texts.text_edit, name="text_edit"),
    path("texts/<str:period>/<slug:chapter>/<slug:discipline>/", texts.text_edit, name="text_edit"),
]
