from django.db import models


class Document(models.Model):
    """Something that can be found. `search` knows it by kind and number only.

    The words themselves are in an FTS5 table (SQLite) or a tsvector column (PostgreSQL),
    made by the second migration: stemmed by us, so both databases find the same.
    """

    kind = models.CharField(max_length=20)  # "message"
    key = models.BigIntegerField()  # its number in its own room
    group = models.BigIntegerField(null=True)  # what it belongs to: the conversation

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "key"], name="document_once")]
