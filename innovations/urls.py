from innovations import views
from studio.kit.urls import record_urls

app_name = "innovations"
urlpatterns = [
    *record_urls(
        "innovations:proposal",
        "proposals",
        list=views.ProposalList,
        detail=views.ProposalDetail,
        form=views.ProposalPage,
        move=True,
        delete=True,
    ),
    *record_urls(
        "innovations:project",
        "projects",
        list=views.ProjectList,
        detail=views.ProjectDetail,
        form=views.ProjectPage,
        move=True,
        delete=True,
    ),
    *record_urls("innovations:member", "members", detail=views.MemberDetail, form=views.MemberPage, delete=True),
    *record_urls(
        "innovations:result",
        "results",
        list=views.ResultList,
        detail=views.ResultDetail,
        form=views.ResultPage,
        move=True,
        delete=True,
    ),
    *record_urls(
        "innovations:property",
        "properties",
        list=views.PropertyList,
        detail=views.PropertyDetail,
        form=views.PropertyPage,
    ),
    *record_urls(
        "innovations:transformation",
        "transformations",
        list=views.TransformationList,
        detail=views.TransformationDetail,
        form=views.TransformationPage,
        move=True,
    ),
    *record_urls(
        "innovations:claim",
        "claims",
        list=views.ClaimList,
        detail=views.ClaimDetail,
        form=views.ClaimPage,
        move=True,
        delete=True,
    ),
]
