"""Rules that ask for or set a tag which was put into another mean that one from now on."""

from promisedesk.conversations.merging_tags import TAGS_MERGED, replaced
from promisedesk.core.events import on
from promisedesk.rules.models import Rule


@on(TAGS_MERGED)
def follow(event) -> None:
    old, new = event.data["id"], event.data["into_id"]
    for rule in Rule.objects.all():
        for name in ("conditions", "actions"):
            if (made := replaced(getattr(rule, name), old, new)) is not None:
                Rule.objects.filter(pk=rule.pk).update(**{name: made})
