from studio.assessments import views
from studio.kit.urls import record_urls

app_name = "assessments"
urlpatterns = [
    *record_urls(
        "assessments:visit",
        "visits",
        list=views.VisitList,
        detail=views.VisitDetail,
        form=views.VisitPage,
        delete=True,
    ),
    *record_urls("assessments:visit_person", "people", form=views.VisitPersonPage, delete=views.LineDelete),
    *record_urls("assessments:agenda_item", "agenda", form=views.AgendaItemPage, delete=views.LineDelete),
    *record_urls(
        "assessments:comment",
        "comments",
        list=views.CommentList,
        detail=views.CommentDetail,
        form=views.CommentPage,
        delete=views.LineDelete,
    ),
    *record_urls(
        "assessments:action",
        "actions",
        list=views.ActionList,
        detail=views.ActionDetail,
        form=views.ActionPage,
        move=True,
        delete=True,
    ),
]
