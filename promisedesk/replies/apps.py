from django.apps import AppConfig


class RepliesConfig(AppConfig):
    name = "promisedesk.replies"

    def ready(self):
        # They hear what they wait for.
        from promisedesk.replies import kept_files, merged, merged_tags, scheduling  # noqa: F401
