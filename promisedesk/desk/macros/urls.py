"""Macros in the composer. Their settings are in desk/settings/macros.py."""

from django.urls import path

from promisedesk.desk.macros import views

OPEN = "inbox/<slug:view>/<str:public_id>/macros/"

urlpatterns = [
    path(OPEN, views.macros, name="macros"),
    path(OPEN + "<str:macro>/", views.macro, name="macro"),
]
