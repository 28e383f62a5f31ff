from django.urls import path

from studio.kit.urls import record_urls
from training import session_pages as pages
from training import views

app_name = "training"

urlpatterns = [
    *record_urls(
        "training:plan_line",
        "plan-lines",
        list=views.PlanLineList,
        detail=views.PlanLineDetail,
        form=views.PlanLinePage,
        move=True,
        delete=True,
    ),
    *record_urls(
        "training:course",
        "courses",
        list=views.CourseList,
        detail=views.CourseDetail,
        form=views.CoursePage,
        delete=True,
    ),
    *record_urls(
        "training:session",
        "sessions",
        list=views.SessionList,
        detail=views.SessionDetail,
        form=views.SessionPage,
        move=True,
        delete=True,
    ),
    path("sessions/<int:pk>/enrol/", pages.EnrolPage.as_view(route="training:session"), name="session_enrol"),
    path("sessions/<int:pk>/people/", pages.EnrolPeoplePage.as_view(route="training:session"), name="session_people"),
    path("sessions/<int:pk>/sheet/", pages.SheetPage.as_view(route="training:session"), name="session_sheet"),
    *record_urls(
        "training:attendance",
        "attendance",
        list=views.AttendanceList,
        detail=views.AttendanceDetail,
    ),
    path(
        "attendance/<int:pk>/withdraw/",
        pages.WithdrawPage.as_view(route="training:attendance"),
        name="attendance_withdraw",
    ),
]
