from django.urls import path
from django.views.generic import RedirectView

from promisedesk.desk.conversation import why
from promisedesk.desk.settings import (
    calendars,
    connecting,
    inboxes,
    mail,
    mail_health,
    mail_test,
    oauth,
    oauth_inbox,
    people,
    profile,
    records,
    sending,
    shop,
    spam_senders,
)

urlpatterns = [
    path(
        "settings/",
        RedirectView.as_view(pattern_name="desk:settings-inboxes"),
        name="settings",
    ),
    path("settings/inboxes/", inboxes.index, name="settings-inboxes"),
    path("settings/inboxes/new/", inboxes.new, name="settings-inbox-new"),
    path("settings/inboxes/<str:public_id>/", inboxes.edit, name="settings-inbox"),
    path("settings/inboxes/<str:public_id>/fetching/", inboxes.fetching, name="settings-fetching"),
    path("settings/inboxes/<str:public_id>/sending/", inboxes.sending, name="settings-sending"),
    path("settings/inboxes/<str:public_id>/connect/", connecting.connect, name="settings-connect"),
    path("settings/inboxes/<str:public_id>/test/", mail_test.test, name="settings-test"),
    path(
        "settings/inboxes/<str:public_id>/domains/<str:name>/",
        records.domain,
        name="settings-domain",
    ),
    path(
        "settings/inboxes/<str:public_id>/account/",
        oauth_inbox.account,
        name="settings-inbox-account",
    ),
    path(
        "settings/inboxes/<str:public_id>/sign-in/<slug:key>/",
        oauth_inbox.sign_in,
        name="settings-inbox-sign-in",
    ),
    path("settings/sign-in-services/", oauth.index, name="settings-oauth"),
    path("settings/sign-in-services/back/", oauth_inbox.back, name="settings-oauth-back"),
    path("settings/sign-in-services/<slug:key>/", oauth.edit, name="settings-oauth-service"),
    path(
        "settings/sign-in-services/<slug:key>/remove/", oauth.remove, name="settings-oauth-remove"
    ),
    path(
        "settings/inboxes/<str:public_id>/fetched/",
        mail_health.after_fetching,
        name="settings-after-fetching",
    ),
    path("settings/mail/health/", mail_health.index, name="settings-mail-health"),
    path("settings/mail/health/telling/", mail_health.telling, name="settings-mail-telling"),
    path(
        "settings/mail/health/<str:public_id>/look/", mail_health.look, name="settings-mail-look"
    ),
    path(
        "settings/mail/health/<str:public_id>/test/", mail_health.test, name="settings-mail-test"
    ),
    path("settings/mail/", mail.index, name="settings-mail"),
    path("settings/mail/arrivals/<str:public_id>/", mail.arrival, name="settings-arrival"),
    path("settings/mail/arrivals/<str:public_id>/raw/", mail.raw, name="settings-arrival-raw"),
    path("settings/mail/arrivals/<str:public_id>/why/", why.arrival, name="settings-arrival-why"),
    path("settings/mail/arrivals/<str:public_id>/away/", mail.away, name="settings-arrival-away"),
    path("settings/mail/deliveries/", mail.all_deliveries, name="settings-deliveries"),
    path("settings/mail/deliveries/<str:message>/", mail.delivery, name="settings-delivery"),
    path("settings/senders/", spam_senders.index, name="settings-senders"),
    path("settings/senders/<str:public_id>/removal/", spam_senders.removal, name="settings-sender"),
    path("settings/sending/", sending.edit, name="settings-leaving"),
    path("settings/hours/", calendars.index, name="settings-hours"),
    path("settings/hours/new/", calendars.new, name="settings-calendar-new"),
    path("settings/hours/<str:public_id>/", calendars.edit, name="settings-calendar"),
    path("settings/hours/<str:public_id>/days/", calendars.days, name="settings-days"),
    path("settings/people/", people.index, name="settings-people"),
    path("settings/people/new/", people.new, name="settings-person-new"),
    path("settings/people/<str:public_id>/", people.edit, name="settings-person"),
    path("settings/people/<str:public_id>/link/", people.link, name="settings-person-link"),
    path("settings/people/<str:public_id>/account/", people.account, name="settings-account"),
    path("settings/teams/", people.teams, name="settings-teams"),
    path("settings/shop/", shop.edit, name="settings-shop"),
    path("me/", profile.edit, name="me"),
    path("me/password/", profile.password, name="my-password"),
]
