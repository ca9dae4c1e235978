from django.apps import AppConfig


class ApiConfig(AppConfig):
    name = "promisedesk.api"

    def ready(self):
        from promisedesk.api import listeners, telling, verbs  # noqa: F401  register themselves
