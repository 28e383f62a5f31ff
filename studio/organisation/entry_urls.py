"""Addresses outside any studio."""

from django.urls import path

from studio.organisation import entry_views

app_name = "entry"
urlpatterns = [
    path("invitation/<str:secret>/", entry_views.AcceptInvitation.as_view(), name="invitation"),
]
