"""What people said of senders, and what was learned from it."""

from django.db import models
from django.utils.timezone import now

from promisedesk.agents.models import Agent
from promisedesk.core.ids import public_id


class SpamRule(models.Model):
    """A sender never or always taken for spam, as people set it: an address or a whole domain."""

    public_id = models.CharField(max_length=32, default=public_id, unique=True)
    pattern = models.CharField(max_length=320, unique=True)  # "a@b.example" or "b.example"
    is_spam = models.BooleanField(default=True)  # False: never spam, whatever it looks like
    added_by = models.ForeignKey(Agent, null=True, on_delete=models.SET_NULL, related_name="+")
    created_at = models.DateTimeField(default=now)


class LearnedSpam(models.Model):
    """What was learned from the mail people sorted: one row, plain numbers, no program."""

    weights = models.JSONField(default=dict)  # by feature, see lib.spam_words
    bias = models.FloatField(default=0)
    threshold = models.FloatField(default=1)  # probability from which a mail is called spam
    is_on = models.BooleanField(default=False)  # there were examples enough
    spam = models.PositiveIntegerField(default=0)  # examples of each kind
    ham = models.PositiveIntegerField(default=0)
    caught = models.FloatField(default=0)  # shares called spam, judged by the other examples
    wrong = models.FloatField(default=0)
    clicks = models.PositiveIntegerField(default=0)  # sorted since it was learned
    tried_at = models.DateTimeField(null=True)
    trained_at = models.DateTimeField(null=True)
