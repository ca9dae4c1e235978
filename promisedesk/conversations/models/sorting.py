"""What people sort conversations by: tags and views of their own."""

from django.db import models
from django.db.models.functions import Lower
from django.utils.timezone import now

from promisedesk.agents.models import Agent, Team
from promisedesk.core.ids import public_id


class Tag(models.Model):
    """A free label set by people."""

    public_id = models.CharField(max_length=32, default=public_id, unique=True)
    name = models.CharField(max_length=50)
    hue = models.PositiveSmallIntegerField(default=0)  # degrees
    is_active = models.BooleanField(default=True)  # offered for new ones
    created_at = models.DateTimeField(default=now)

    class Meta:
        constraints = [models.UniqueConstraint(Lower("name"), name="one_tag_a_name")]

    def __str__(self) -> str:
        return self.name


class SavedView(models.Model):
    """A list of conversations cut by conditions. Own, of a team, or everybody's."""

    public_id = models.CharField(max_length=32, default=public_id, unique=True)
    name = models.CharField(max_length=60)
    owner = models.ForeignKey(Agent, null=True, blank=True, on_delete=models.CASCADE)  # own
    team = models.ForeignKey(Team, null=True, blank=True, on_delete=models.CASCADE)
    conditions = models.JSONField(default=list)  # see conversations.filters
    sort = models.CharField(max_length=10, default="promise")
    position = models.PositiveIntegerField(default=0)
    is_counted = models.BooleanField(default=True)
    created_at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["position", "id"]

    def __str__(self) -> str:
        return self.name
