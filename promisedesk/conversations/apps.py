from django.apps import AppConfig


class ConversationsConfig(AppConfig):
    name = "promisedesk.conversations"

    def ready(self):
        from promisedesk.conversations import (  # noqa: F401  register themselves
            batches,
            health,
            indexing,
            listeners,
            looking,
            notices,
            siding,
            storms,
        )
