"""What customers expect, and the share of promises kept that the public sees."""

from django.urls import path

from promisedesk.desk.settings import expectations

urlpatterns = [
    path("settings/expectations/", expectations.edit, name="settings-expectations"),
]
