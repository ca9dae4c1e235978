from django.apps import AppConfig


class EmailConfig(AppConfig):
    name = "promisedesk.channels.email"
    label = "channel_email"

    def ready(self):
        from promisedesk.channels.email import outgoing  # noqa: F401  registers itself
        from promisedesk.channels.email.oauth import watching  # noqa: F401  registers itself
