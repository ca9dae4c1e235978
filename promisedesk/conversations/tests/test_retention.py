import os
import time
from datetime import timedelta
from decimal import Decimal

import pytest
from django.apps import apps
from django.utils.timezone import now

from promisedesk.agents import running
from promisedesk.conversations import joining, merging_tags, retention
from promisedesk.conversations.incoming import IncomingFile
from promisedesk.conversations.models import Attachment, Conversation, Message
from promisedesk.core import files, kept_events, kept_files, memo
from promisedesk.core.errors import Refused
from promisedesk.core.models import Event, Workspace
from promisedesk.promises import compensating, renewing, urgency
from promisedesk.promises.models import Promise
from promisedesk.search.models import Document

pytestmark = pytest.mark.django_db
State = Conversation.State


def _old(cast, state, days=40, **fields):
    conversation = cast.hears(**fields).conversation
    long_ago = now() - timedelta(days=days)
    put = {"state": state, "due_at": None, "last_at": long_ago, "sort_at": long_ago}
    Conversation.objects.filter(pk=conversation.pk).update(**put)
    conversation.refresh_from_db()
    return conversation


def _keep(cast, **days):
    running.keep(days, by=cast.ada)
    memo.forget_all()


def test_nothing_is_deleted_unless_the_shop_says_so(cast):
    _old(cast, State.SPAM, days=4000)
    assert retention.delete_due() == 0
    assert Conversation.objects.count() == 2


def test_old_spam_goes_with_all_that_hangs_on_it(cast):
    old = _old(cast, State.SPAM)
    young = _old(cast, State.SPAM, days=5, address="other@customer.example")
    _keep(cast, spam=30)
    assert retention.delete_due() == 1
    assert not Conversation.objects.filter(pk=old.pk).exists()
    assert Conversation.objects.filter(pk=young.pk).exists()
    for model in (Message, Promise):
        assert not model.objects.filter(conversation_id=old.pk).exists()
    assert not Event.objects.filter(conversation_id=old.pk).exists()
    found = Document.objects.filter(kind="message").values_list("group", flat=True)
    assert set(found) == {young.pk}
    assert Event.objects.get(verb="desk.deleted").data["number"] == 1


def test_what_waits_for_an_answer_is_never_deleted(cast):
    owed = _old(cast, State.RESOLVED)
    Conversation.objects.filter(pk=owed.pk).update(due_at=now() - timedelta(days=40))
    opened = _old(cast, State.OPEN, address="other@customer.example")
    _keep(cast, resolved=30, spam=7)
    assert retention.delete_due() == 0
    assert Conversation.objects.filter(pk__in=[owed.pk, opened.pk]).count() == 2


def test_empty_shells_and_talks_beside_go_with_theirs(cast):
    old = _old(cast, State.RESOLVED)
    shell = _old(cast, State.RESOLVED, address="shell@customer.example")
    beside = _old(cast, State.OPEN, address="courier@customer.example")
    Conversation.objects.filter(pk=shell.pk).update(merged_into=old)
    Conversation.objects.filter(pk=beside.pk).update(parent=old)
    _keep(cast, resolved=30)
    retention.delete_due()
    assert not Conversation.objects.filter(pk__in=[old.pk, shell.pk, beside.pk]).exists()


def test_counting_deletes_nothing_and_says_what_deleting_does(cast):
    _old(cast, State.SPAM)
    assert retention.count({"spam": 30, "resolved": 30, "events": 30}) == {
        "spam": 1,
        "resolved": 0,
        "events": 0,
    }
    assert Conversation.objects.count() == 2


def test_old_mails_and_events_go_alone(cast):
    message = cast.hears()
    Message.objects.filter(pk=message.pk).update(
        raw_sha256="a" * 64, created_at=now() - timedelta(days=50)
    )
    first = Event.objects.order_by("pk").first()
    Event.objects.filter(pk=first.pk).update(at=now() - timedelta(days=50))
    _keep(cast, raw=30, events=30)
    assert retention.delete_due() == 2
    message.refresh_from_db()
    assert message.raw_sha256 == ""
    assert not Event.objects.filter(pk=first.pk).exists()


def test_events_that_are_still_acted_on_stay_in_the_log(cast):
    stray = cast.hears(address="clara@work.example", subject="Stray").conversation
    into = cast.parcel
    joining.same_person(stray, into, by=cast.mona)
    Event.objects.update(at=now() - timedelta(days=50))
    _keep(cast, events=30)
    while retention.delete_due():
        pass
    old = Event.objects.filter(at__lt=now() - timedelta(days=30))
    assert set(old.values_list("verb", flat=True)) <= kept_events.VERBS
    again = cast.hears("And this?", reply_token=stray.reply_token)
    assert again.conversation == into


def test_less_than_the_least_is_refused(cast):
    with pytest.raises(Refused):
        running.keep({"spam": 1}, by=cast.ada)
    with pytest.raises(Refused):
        running.keep({"spam": 30}, by=cast.anna)
    assert Workspace.get().retention == {}


def _stored(text: bytes, days: float) -> str:
    sha256 = files.store(text)
    then = time.time() - days * 24 * 3600
    os.utime(files.path_of(sha256), (then, then))
    return sha256


def _sweep_all() -> int:
    return sum(
        kept_files.sweep(time.time() + turn * kept_files.A_TURN)
        for turn in range(kept_files.FOLDERS)
    )


def test_only_files_that_nothing_names_are_removed(cast, settings, tmp_path):
    settings.DATA = tmp_path
    named, logo, young, nobodys = (
        _stored(b"named", 9), _stored(b"logo", 9), _stored(b"young", 0), _stored(b"nobody", 9)
    )  # fmt: skip
    message = cast.hears(files=[IncomingFile("a.txt", "text/plain", 5, named)])
    Workspace.objects.update(logo_sha256=logo)
    assert Attachment.objects.filter(message=message).exists()
    assert _sweep_all() == 1
    assert [files.path_of(one).exists() for one in (named, logo, young, nobodys)] == [
        True, True, True, False,
    ]  # fmt: skip


def test_a_file_named_while_it_is_looked_at_stays(cast, settings, tmp_path):
    settings.DATA = tmp_path
    sha256 = _stored(b"again", 9)
    asked = []

    def named_later(names):
        asked.append(names)
        return names if len(asked) > 1 else []

    kept_files.HOLDERS["test"] = named_later
    try:
        assert _sweep_all() == 0
    finally:
        del kept_files.HOLDERS["test"]
    assert files.read(sha256) == b"again"


def test_every_table_that_names_files_says_so():
    """A new column of files must be known to a holder of its room, then be added here."""
    found = {
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if "sha256" in field.name or (field.name == "files" and not field.is_relation)
    }
    assert found == {
        "core.Workspace.logo_sha256",
        "conversations.Message.raw_sha256",
        "conversations.Attachment.sha256",
        "conversations.Look.sha256",  # of an attachment
        "conversations.Look.preview_sha256",
        "conversations.RemotePicture.picture_sha256",
        "conversations.Arrival.sha256",
        "replies.Draft.files",
        "replies.Scheduled.files",
        "replies.Macro.files",
        "replies.Signature.picture_sha256",
    }


def test_one_id_stands_for_another_anywhere_in_data():
    data = [{"field": "tag", "value": ["a", "b"]}, {"field": "x", "value": "a"}, {"n": 1}]
    made = merging_tags.replaced(data, "a", "b")
    assert made == [{"field": "tag", "value": ["b"]}, {"field": "x", "value": "b"}, {"n": 1}]
    assert merging_tags.replaced(data, "z", "b") is None


def test_what_was_promised_anew_and_made_good_goes_with_the_rest(cast):
    old = cast.hears().conversation
    promise = Promise.objects.get(conversation=old)
    new = renewing.renew(promise, now() + timedelta(days=9), by=cast.anna)
    compensating.give(old, "gift", Decimal(5), "EUR", "A cup", promise=new, by=cast.ada)
    urgency.mark(old, by=cast.anna)
    retention.forget([old.pk])
    assert not Promise.objects.filter(conversation=old.pk).exists()
    assert not Conversation.objects.filter(pk=old.pk).exists()
