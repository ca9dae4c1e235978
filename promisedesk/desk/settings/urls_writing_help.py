"""Settings of the writing help."""

from django.urls import path

from promisedesk.desk.settings import writing_help

urlpatterns = [
    path("settings/writing-help/", writing_help.edit, name="settings-writing-help"),
    path("settings/writing-help/try/", writing_help.trial, name="settings-writing-help-try"),
]
