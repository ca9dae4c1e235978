"""Every door of the house. Pages are in desk and portal, machines go to api and ops."""

from django.urls import include, path

from promisedesk.api import tokens
from promisedesk.ops.views import metrics_page

urlpatterns = [
    path("", include("promisedesk.ops.urls")),
    path("metrics", metrics_page, {"find_token": tokens.find}),
    path("api/v1/", include("promisedesk.api.urls")),
    path("", include("promisedesk.portal.urls")),
    path("", include("promisedesk.desk.urls")),
]
