"""The admin area: macros, tags, fields, teams, look, languages, keeping."""

from django.urls import path

from promisedesk.desk.settings import macros

urlpatterns = [
    path("settings/macros/", macros.index, name="settings-macros"),
    path("settings/macros/new/", macros.new, name="settings-macro-new"),
    path("settings/macros/preview/", macros.preview, name="settings-macro-preview"),
    path("settings/macros/<str:public_id>/", macros.edit, name="settings-macro"),
    path(
        "settings/macros/<str:public_id>/retirement/",
        macros.retirement,
        name="settings-macro-retirement",
    ),
]
