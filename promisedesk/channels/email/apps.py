from django.apps import AppConfig


class EmailConfig(AppConfig):
    name = "promisedesk.channels.email"
    label = "channel_email"
