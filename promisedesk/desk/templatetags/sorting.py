"""What was sorted, where a page shows it."""

from django import template

from promisedesk.conversations import closing
from promisedesk.desk.conversation import sorted as sorting

register = template.Library()


@register.simple_tag
def tags_of(conversation):
    """{% tags_of conversation as tags %}: one query."""
    return sorting.tags_of(conversation)


@register.simple_tag
def fields_of(conversation):
    """{% fields_of conversation as fields %}: no query."""
    return sorting.filled(conversation)


@register.simple_tag
def who_knows(conversation):
    """{% who_knows conversation as known %}: one query, none for a stranger."""
    return sorting.knows(conversation)


@register.simple_tag
def tracks_time():
    return sorting.tracks_time()


@register.filter
def because(reason):
    """Why something was resolved without an answer, in words."""
    return closing.in_words(reason)


@register.filter
def minutes(seconds):
    """Seconds as whole minutes."""
    return int(seconds) // 60
