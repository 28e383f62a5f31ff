from django.urls import path

from disciplines import views
from studio.kit.urls import record_urls

app_name = "disciplines"
urlpatterns = [
    *record_urls("disciplines:group", "groups", list=views.GroupList, detail=views.GroupDetail, form=views.GroupPage),
    *record_urls(
        "disciplines:group_membership", "members", list=views.PlaceList, detail=views.PlaceDetail, form=views.PlacePage
    ),
    *record_urls("disciplines:level", "levels", list=views.LevelList, detail=views.LevelDetail, form=views.LevelPage),
    path("catalogue/", views.Catalogue.as_view(route="disciplines:catalogue"), name="catalogue"),
]
