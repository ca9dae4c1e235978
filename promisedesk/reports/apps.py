from django.apps import AppConfig


class ReportsConfig(AppConfig):
    name = "promisedesk.reports"

    def ready(self):
        from promisedesk.reports import verbs  # noqa: F401  register themselves
