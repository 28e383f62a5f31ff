from django.urls import path

from studio.links import views

app_name = "links"
urlpatterns = [
    path("<str:kind>/<int:pk>/", views.choose, name="choose"),
    path("<int:pk>/remove/", views.remove, name="remove"),
]
