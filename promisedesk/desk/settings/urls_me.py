"""Pages about oneself: how one signs in, and where one is signed in."""

from django.urls import path

from promisedesk.desk.settings import presence, second_factor, sessions

urlpatterns = [
    path("me/presence/", presence.presence, name="presence"),
    path("me/second-factor/", second_factor.index, name="second-factor"),
    path("me/second-factor/app/", second_factor.app, name="second-factor-app"),
    path("me/second-factor/key/", second_factor.key, name="second-factor-key"),
    path("me/second-factor/codes/", second_factor.codes, name="recovery-codes"),
    path("me/second-factor/<int:number>/removal/", second_factor.removal, name="second-factor-off"),
    path("me/sessions/", sessions.index, name="sessions"),
    path("me/sessions/others/", sessions.others, name="other-sessions"),
    path("me/sessions/<str:public_id>/end/", sessions.end, name="session-end"),
]
