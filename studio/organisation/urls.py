from django.urls import path

from studio.kit.urls import record_urls
from studio.organisation import people_views, views

app_name = "organisation"
urlpatterns = [
    path("people/<int:pk>/reveal/", people_views.Reveal.as_view(route="organisation:person"), name="person_reveal"),
    path("people/<int:pk>/invite/", people_views.Invite.as_view(route="organisation:person"), name="person_invite"),
    path("people/<int:pk>/file/", people_views.PersonFile.as_view(route="organisation:person"), name="person_file"),
    path("me/", people_views.OwnRecord.as_view(), name="own_record"),
    path("people/invite/", people_views.Invite.as_view(route="organisation:person"), name="people_invite"),
    *record_urls(
        "organisation:person",
        "people",
        list=people_views.PersonList,
        detail=people_views.PersonDetail,
        form=people_views.PersonPage,
    ),
    *record_urls("organisation:account", "accounts", form=people_views.AccountPage),
    *record_urls("organisation:membership", "roles", list=views.MembershipList, form=views.MembershipPage),
    path("studio/", views.own_studio, name="studio_list"),
    *record_urls("organisation:studio", "studio", detail=views.StudioDetail, form=views.StudioFacts),
    *record_urls("organisation:name", "names", form=views.StudioNamePage),
    *record_urls("organisation:lead", "leads", form=views.StudioLeadPage),
    *record_urls(
        "organisation:base", "bases", list=views.BaseList, detail=views.BaseDetail, form=views.BasePage, delete=True
    ),
    *record_urls(
        "organisation:honour",
        "honours",
        list=views.HonourList,
        detail=views.HonourDetail,
        form=views.HonourPage,
        delete=True,
    ),
]
