from django.urls import path, re_path

from promisedesk.api import documenting
from promisedesk.api.door import guarded, nothing_here
from promisedesk.api.routes import api

app_name = "api"


def _behind_the_door(patterns):
    for pattern in patterns:
        pattern.callback = guarded(pattern.callback)
    return [pattern for pattern in patterns if pattern.name != "api-root"]


urlpatterns = [
    path("docs", guarded(documenting.for_people, is_open=True), name="docs"),
    path("openapi.json", guarded(documenting.for_machines, is_open=True), name="openapi"),
    path("", (_behind_the_door(api.urls[0]), "api-v1", "api-v1")),
    re_path(r"", guarded(nothing_here), name="nothing"),
]
