"""What monitors ask for. /healthz asks nothing of the database, /readyz asks all of it."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.request import split_domain_port
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from prometheus_client import CONTENT_TYPE_LATEST

from promisedesk.lib.loopback import is_loopback
from promisedesk.ops import health, metrics

FORWARDED = ("HTTP_X_FORWARDED_FOR", "HTTP_FORWARDED", "HTTP_X_REAL_IP", "HTTP_VIA")


@never_cache
@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """200: the process is up and answers."""
    return HttpResponse("ok\n", content_type="text/plain; charset=utf-8")


@never_cache
@require_safe
def readyz(request: HttpRequest) -> JsonResponse:
    """200 when the desk does its work, else 503; either way with what holds and what does not."""
    conditions = health.readiness()
    is_ready = all(one.holds for one in conditions)
    found = [{"id": one.id, "ok": one.holds, "says": one.says} for one in conditions]
    return JsonResponse({"ready": is_ready, "conditions": found}, status=200 if is_ready else 503)


@never_cache
@require_safe
def metrics_page(request: HttpRequest, *, find_token) -> HttpResponse:
    """Prometheus' text, for this machine or an admin's API token.

    `find_token(text)` is the API's; config hands it over, as neighbours do not import each other.
    """
    if not (is_from_here(request) or _is_an_admins(request, find_token)):
        refusal = HttpResponse("Ask from this machine, or with an admin's API token.\n", status=401)
        refusal["WWW-Authenticate"] = "Bearer"
        return refusal
    return HttpResponse(metrics.exposition(), content_type=CONTENT_TYPE_LATEST)


def is_from_here(request: HttpRequest) -> bool:
    """Whether a program on this machine asks, and not somebody far away through a proxy on it.

    A proxy on the same machine also connects from loopback, but asks for the desk's public
    name, or says for whom it asks.
    """
    meta = request.META
    domain, _port = split_domain_port(meta.get("HTTP_HOST") or meta.get("SERVER_NAME", ""))
    names_loopback = domain == "localhost" or is_loopback(domain.strip("[]"))
    return (
        is_loopback(meta.get("REMOTE_ADDR", ""))
        and names_loopback
        and not any(name in meta for name in FORWARDED)
    )


def _is_an_admins(request: HttpRequest, find_token) -> bool:
    scheme, _blank, text = request.headers.get("Authorization", "").partition(" ")
    token = find_token(text.strip()) if scheme.lower() == "bearer" else None
    return token is not None and token.agent.is_admin
