from django.apps import AppConfig


class CoachConfig(AppConfig):
    name = "promisedesk.coach"

    def ready(self):
        # They register themselves, and hear what they wait for.
        from promisedesk.coach import heat, leaving, verbs  # noqa: F401
