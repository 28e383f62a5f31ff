from sharing import resource_pages as pages
from sharing import views
from studio.kit.urls import record_urls

app_name = "sharing"

urlpatterns = [
    *record_urls(
        "sharing:partner",
        "partners",
        list=views.PartnerList,
        detail=views.PartnerDetail,
        form=views.PartnerPage,
        delete=True,
    ),
    *record_urls(
        "sharing:alliance",
        "alliances",
        list=views.AllianceList,
        detail=views.AllianceDetail,
        form=views.AlliancePage,
        delete=True,
    ),
    *record_urls(
        "sharing:member",
        "alliance-units",
        list=views.MemberList,
        detail=views.MemberDetail,
        form=views.MemberPage,
        delete=True,
    ),
    *record_urls(
        "sharing:agreement",
        "agreements",
        list=views.AgreementList,
        detail=views.AgreementDetail,
        form=views.AgreementPage,
        move=True,
        delete=True,
    ),
    *record_urls(
        "sharing:event",
        "events",
        list=views.EventList,
        detail=views.EventDetail,
        form=views.EventPage,
        move=True,
        delete=True,
    ),
    *record_urls(
        "sharing:resource",
        "resources",
        list=pages.ResourceList,
        detail=pages.ResourceDetail,
        form=pages.ResourcePage,
        move=True,
        delete=True,
    ),
    *record_urls("sharing:use", "uses", list=pages.UseList, detail=pages.UseDetail, form=pages.UsePage, move=True),
]
