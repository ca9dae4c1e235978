"""The versions and the days of a calendar."""

from django.urls import path

from promisedesk.desk.settings import calendar_versions

HERE = "settings/hours/<str:public_id>/"

urlpatterns = [
    path(HERE + "versions/", calendar_versions.versions, name="settings-versions"),
    path(HERE + "versions/<int:number>/", calendar_versions.version, name="settings-version"),
    path(HERE + "year/", calendar_versions.every_day, name="settings-year"),
]
