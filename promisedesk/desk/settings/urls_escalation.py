"""Warnings and escalation."""

from django.urls import path

from promisedesk.desk.settings import escalation

urlpatterns = [
    path("settings/escalation/", escalation.index, name="settings-escalation"),
    path("settings/escalation/<int:number>/", escalation.duty, name="settings-duty"),
]
