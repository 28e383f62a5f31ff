"""One list for the figures of these tests."""

from django.http import HttpResponse
from django.urls import include, path

lists = ([path("levels/", lambda request: HttpResponse(), name="level_list")], "disciplines")
urlpatterns = [path("s/<slug:studio>/", include(lists))]
