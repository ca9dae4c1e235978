from django.apps import AppConfig


class ContactsConfig(AppConfig):
    name = "promisedesk.contacts"

    def ready(self):
        from promisedesk.contacts import indexing  # noqa: F401  registers itself
