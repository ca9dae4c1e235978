"""The desk as a WSGI application. `web` runs it in a few lasting threads under uvicorn."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "promisedesk.config.settings")

from django.conf import settings
from django.core.wsgi import get_wsgi_application

_django = get_wsgi_application()


def application(environ, start_response):
    """Django, told the scheme people use: TLS ends at the proxy, and headers are not believed."""
    if settings.IS_HTTPS:
        environ["wsgi.url_scheme"] = "https"
    return _django(environ, start_response)
