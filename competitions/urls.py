from django.urls import path

from competitions import event_pages as pages
from competitions import views
from studio.kit.urls import record_urls

app_name = "competitions"

urlpatterns = [
    *record_urls(
        "competitions:competition",
        "competitions",
        list=views.CompetitionList,
        detail=views.CompetitionDetail,
        form=views.CompetitionPage,
        move=True,
        delete=True,
    ),
    *record_urls(
        "competitions:event",
        "events",
        list=views.EventList,
        detail=views.EventDetail,
        form=views.EventPage,
        move=True,
        delete=True,
    ),
    *(
        path(f"events/<int:pk>/{name}/", page.as_view(route="competitions:event"), name=f"event_{name}")
        for name, page in {
            "enter": pages.EnterPage,
            "people": pages.EnterPeoplePage,
            "scores": pages.ScoresPage,
            "results": pages.ResultsPage,
            "awards": pages.AwardsPage,
        }.items()
    ),
    *record_urls(
        "competitions:judge", "judges", detail=views.JudgeDetail, form=views.JudgePage, delete=views.JudgeDelete
    ),
    *record_urls("competitions:entry", "entries", list=views.EntryList, detail=views.EntryDetail, form=views.EntryPage),
    path("entries/<int:pk>/withdraw/", pages.WithdrawPage.as_view(route="competitions:entry"), name="entry_withdraw"),
    path("entries/<int:pk>/correct/", pages.CorrectPage.as_view(route="competitions:entry"), name="entry_correct"),
    *record_urls("competitions:entrant", "entrants", list=views.EntrantList),
    *record_urls("competitions:mark", "marks", list=views.MarkList, detail=views.MarkDetail),
    *record_urls(
        "competitions:correction",
        "corrections",
        list=views.CorrectionList,
        detail=views.CorrectionDetail,
        move=True,
    ),
    *record_urls(
        "competitions:result", "results", list=views.ResultList, detail=views.ResultDetail, form=views.ResultPage
    ),
]
