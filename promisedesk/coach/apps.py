from django.apps import AppConfig


class CoachConfig(AppConfig):
    name = "promisedesk.coach"

    def ready(self):
        from promisedesk.coach import verbs  # noqa: F401  register themselves
