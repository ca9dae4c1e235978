from django.apps import AppConfig


class RulesConfig(AppConfig):
    name = "promisedesk.rules"

    def ready(self):
        # They register themselves.
        from promisedesk.rules import health, listeners, merged_tags, own_actions, verbs  # noqa: F401
