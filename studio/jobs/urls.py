from django.urls import path

from studio.jobs import views
from studio.kit.urls import record_urls

app_name = "jobs"

urlpatterns = [
    *record_urls("jobs:job", "all", list=views.JobList),
    path("<int:pk>/", views.job_detail, name="job_detail"),
    path("<int:pk>/progress/", views.job_progress, name="job_progress"),
    path("<int:pk>/cancel/", views.job_cancel, name="job_cancel"),
]
