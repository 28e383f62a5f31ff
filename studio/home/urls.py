from django.urls import path

from studio.home import views

app_name = "home"
urlpatterns = [
    path("", views.home, name="home"),
    path("trends/", views.trends, name="trends"),
    path("search/", views.search, name="search"),
    path("tasks/", views.tasks, name="tasks"),
]
