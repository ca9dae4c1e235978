"""Every door of the house. Pages are in desk and portal, machines go to api and ops."""

from django.urls import include, path

from promisedesk.api import tokens
from promisedesk.ops.views import metrics_page

urlpatterns = [
    path("", include("promisedesk.ops.urls")),
    path("metrics", metrics_page, {"find_token": tokens.find}),
    path("api/v1/", include("promisedesk.api.urls")),
    path("mail/in/", include("promisedesk.channels.email.webhooks.urls")),
    path("", include("promisedesk.portal.urls")),
    path("", include("promisedesk.api.pages")),
    path("", include("promisedesk.api.hook_pages")),
    path("", include("promisedesk.desk.sign_in.urls_allauth")),
    path("", include("promisedesk.desk.urls")),
]

handler400 = "promisedesk.config.errors.bad_request"
handler403 = "promisedesk.config.errors.forbidden"
handler404 = "promisedesk.config.errors.not_found"
handler500 = "promisedesk.config.errors.fault"
