"""Every door of the house. Pages are in desk and portal, machines go to api and ops."""

from django.urls import include, path

urlpatterns = [
    path("", include("promisedesk.ops.urls")),
    path("api/v1/", include("promisedesk.api.urls")),
    path("", include("promisedesk.portal.urls")),
    path("", include("promisedesk.desk.urls")),
]
