from django.urls import path

from appraisals import pages, views
from studio.kit.urls import record_urls

app_name = "appraisals"
BATCH, CANDIDATE = "appraisals:batch", "appraisals:candidate"

urlpatterns = [
    *record_urls(
        BATCH,
        "batches",
        list=views.BatchList,
        detail=views.BatchDetail,
        form=views.BatchPage,
        move=True,
        delete=True,
    ),
    path("batches/<int:pk>/apply/", pages.ApplyPage.as_view(route=BATCH), name="batch_apply"),
    path("batches/<int:pk>/nominate/", pages.NominatePage.as_view(route=BATCH), name="batch_nominate"),
    path("batches/<int:pk>/answers/", pages.AnswersPage.as_view(route=BATCH), name="batch_answers"),
    path("batches/<int:pk>/scores/", pages.ScoreSheetPage.as_view(route=BATCH), name="batch_scores"),
    *record_urls(
        "appraisals:appraiser",
        "appraisers",
        detail=views.AppraiserDetail,
        form=views.AppraiserPage,
        delete=views.AppraiserDelete,
    ),
    *record_urls(
        CANDIDATE,
        "candidates",
        list=views.CandidateList,
        detail=views.CandidateDetail,
        form=views.CandidatePage,
        move=True,
    ),
    path(
        "candidates/<int:pk>/certificate/",
        pages.CertificatePage.as_view(route=CANDIDATE),
        name="candidate_certificate",
    ),
    *record_urls("appraisals:score", "scores", list=views.ScoreList, detail=views.ScoreDetail),
]
