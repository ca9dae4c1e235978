"""The admin area: its index, macros, tags, fields, teams, look, languages, keeping."""

from django.urls import path

from promisedesk.desk.settings import (
    appearance,
    fields,
    index,
    languages,
    macros,
    retention,
    sharing,
    tags,
    teams,
)

urlpatterns = [
    path("settings/", index.index, name="settings"),
    path("settings/macros/", macros.index, name="settings-macros"),
    path("settings/macros/new/", macros.new, name="settings-macro-new"),
    path("settings/macros/preview/", macros.preview, name="settings-macro-preview"),
    path("settings/macros/<str:public_id>/", macros.edit, name="settings-macro"),
    path(
        "settings/macros/<str:public_id>/retirement/",
        macros.retirement,
        name="settings-macro-retirement",
    ),
    path("settings/tags/", tags.index, name="settings-tags"),
    path("settings/tags/<str:public_id>/", tags.edit, name="settings-tag"),
    path("settings/tags/<str:public_id>/offering/", tags.offering, name="settings-tag-offering"),
    path("settings/tags/<str:public_id>/merge/", tags.merge, name="settings-tag-merge"),
    path("settings/fields/", fields.index, name="settings-fields"),
    path("settings/fields/new/<slug:of>/", fields.new, name="settings-field-new"),
    path("settings/fields/<str:public_id>/", fields.edit, name="settings-field"),
    path("settings/fields/<str:public_id>/place/", fields.place, name="settings-field-place"),
    path("settings/teams/", teams.index, name="settings-teams"),
    path("settings/teams/<str:public_id>/", teams.edit, name="settings-team"),
    path("settings/teams/<str:public_id>/removal/", teams.removal, name="settings-team-removal"),
    path(
        "settings/inboxes/<str:public_id>/sharing/",
        sharing.of_inbox,
        name="settings-inbox-sharing",
    ),
    path("settings/people/<str:public_id>/load/", sharing.of_person, name="settings-person-work"),
    path("settings/languages/", languages.languages, name="settings-languages"),
    path("settings/ways-of-working/", languages.habits, name="settings-habits"),
    path("settings/retention/", retention.edit, name="settings-retention"),
    path("settings/appearance/", appearance.edit, name="settings-appearance"),
]
