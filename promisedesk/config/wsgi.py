"""The desk as a WSGI application. `web` runs it in a few lasting threads under uvicorn."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "promisedesk.config.settings")
application = get_wsgi_application()
