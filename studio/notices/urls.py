from django.urls import path

from studio.notices import views

app_name = "notices"

urlpatterns = [
    path("", views.notice_list, name="notice_list"),
    path("read/", views.read_all, name="notice_read_all"),
    path("<int:pk>/open/", views.open_notice, name="notice_open"),
]
