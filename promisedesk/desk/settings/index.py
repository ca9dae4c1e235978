"""The first page of the settings: all of them, a line each, and a search."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from promisedesk.desk.settings.access import settings_page
from promisedesk.desk.settings.map import shown_to


@settings_page
def index(request: HttpRequest) -> HttpResponse:
    query = request.GET.get("q", "")[:100]
    context = {"groups": shown_to(request.user, query), "query": query, "page": "index"}
    return render(request, "desk/settings/index.html", context)
