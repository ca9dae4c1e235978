"""Settings of how promises are handled."""

from django.urls import path

from promisedesk.desk.settings import manners

urlpatterns = [path("settings/handling/", manners.edit, name="settings-manners")]
