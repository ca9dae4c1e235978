"""Settings of signing in, what an admin does for a colleague who cannot, and the log."""

from django.urls import path

from promisedesk.desk.settings import audit, sessions, signing_in

urlpatterns = [
    path("settings/signing-in/", signing_in.index, name="settings-signing-in"),
    path("settings/signing-in/second-factor/", signing_in.factor, name="settings-factor"),
    path("settings/signing-in/passwords/", signing_in.passwords_, name="settings-passwords"),
    path("settings/signing-in/services/new/", signing_in.new, name="settings-service-new"),
    path("settings/signing-in/services/<slug:key>/", signing_in.edit, name="settings-service"),
    path(
        "settings/signing-in/services/<slug:key>/test/",
        signing_in.test,
        name="settings-service-test",
    ),
    path(
        "settings/signing-in/services/<slug:key>/removal/",
        signing_in.removal,
        name="settings-service-off",
    ),
    path(
        "settings/people/<str:public_id>/sessions/", sessions.of_colleague, name="settings-sessions"
    ),
    path(
        "settings/people/<str:public_id>/second-factor/",
        sessions.second_factor,
        name="settings-reset",
    ),
    path("settings/log/", audit.index, name="settings-log"),
    path("settings/log/export/", audit.export, name="settings-log-export"),
]
