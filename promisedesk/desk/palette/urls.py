"""The palette, and what is due next."""

from django.urls import path

from promisedesk.desk.palette import views

urlpatterns = [
    path("palette/", views.palette, name="palette"),
    path("next/", views.upcoming, name="due-next"),
]
