from django.urls import path

from studio.kit.urls import record_urls
from studio.regulations import fund_views, meeting_views, views

app_name = "regulations"

urlpatterns = [
    *record_urls(
        "regulations:regulation",
        "regulations",
        list=views.RegulationList,
        detail=views.RegulationDetail,
        form=views.RegulationPage,
        delete=True,
    ),
    *record_urls(
        "regulations:version",
        "versions",
        list=views.VersionList,
        detail=views.VersionDetail,
        form=views.VersionPage,
        move=True,
        delete=True,
    ),
    path("versions/<int:pk>/read/", views.ReadPage.as_view(route="regulations:version"), name="version_read"),
    path("versions/<int:pk>/remind/", views.RemindPage.as_view(route="regulations:version"), name="version_remind"),
    *record_urls("regulations:reading", "readings", list=views.ReadingList),
    *record_urls(
        "regulations:required",
        "required",
        list=views.RequiredList,
        detail=views.RequiredDetail,
        form=views.RequiredPage,
        delete=True,
    ),
    *record_urls(
        "regulations:duty", "duties", list=views.DutyList, detail=views.DutyDetail, form=views.DutyPage, delete=True
    ),
    *record_urls(
        "regulations:meeting",
        "meetings",
        list=meeting_views.MeetingList,
        detail=meeting_views.MeetingDetail,
        form=meeting_views.MeetingPage,
        move=True,
        delete=True,
    ),
    *record_urls(
        "regulations:rule",
        "meeting-rules",
        list=meeting_views.RuleList,
        detail=meeting_views.RuleDetail,
        form=meeting_views.RulePage,
        delete=True,
    ),
    *record_urls(
        "regulations:fund",
        "funds",
        list=fund_views.FundList,
        detail=fund_views.FundDetail,
        form=fund_views.FundPage,
        move=True,
        delete=True,
    ),
    *record_urls(
        "regulations:spend",
        "spends",
        list=fund_views.SpendList,
        detail=fund_views.SpendDetail,
        form=fund_views.SpendPage,
        move=True,
        delete=True,
    ),
]
