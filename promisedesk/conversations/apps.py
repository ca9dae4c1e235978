from django.apps import AppConfig


class ConversationsConfig(AppConfig):
    name = "promisedesk.conversations"

    def ready(self):
        from promisedesk.conversations import health, indexing, listeners  # noqa: F401  register themselves
