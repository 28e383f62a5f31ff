from django.urls import path

from studio.files import views

app_name = "files"

urlpatterns = [
    path("<int:pk>/", views.download, name="download"),
    path("<int:pk>/retire/", views.retire, name="retire"),
    path("<str:owner_type>/<int:owner_id>/", views.upload, name="upload"),
]
