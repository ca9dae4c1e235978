from django.apps import AppConfig


class AgentsConfig(AppConfig):
    name = "promisedesk.agents"

    def ready(self):
        from promisedesk.agents import listeners, sessions  # noqa: F401  register themselves
