"""The coach beside texts that are edited."""

from django.urls import path

from promisedesk.desk.settings import coached

urlpatterns = [path("settings/coached/", coached.look, name="settings-coached")]
