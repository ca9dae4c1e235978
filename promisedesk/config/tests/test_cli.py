"""The one program, as scripts see it: what it prints where, and how it ends."""

import json

import click
import pytest
from click.testing import CliRunner

from promisedesk.agents.models import Agent
from promisedesk.api import tokens
from promisedesk.cast import Cast
from promisedesk.config import cli
from promisedesk.conversations.models import Arrival, Inbox
from promisedesk.search.finding import find
from promisedesk.search.models import Document


@pytest.fixture
def run():
    def run(*arguments, given=""):
        return CliRunner().invoke(cli.main, arguments, input=given)

    return run


def commands(group=cli.main, path=()):
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from commands(command, (*path, name))
        else:
            yield (*path, name)


@pytest.mark.parametrize("path", list(commands()), ids=" ".join)
def test_every_command_explains_itself_with_an_example(run, path):
    done = run(*path, "--help")
    assert done.exit_code == 0
    assert "Example:" in done.stdout
    assert "promisedesk " + " ".join(path) in done.stdout.partition("Example:")[2]


@pytest.mark.parametrize("wrong", [["nothing"], ["user", "add"], ["serve", "--port", "x"]])
def test_wrong_usage_ends_with_2(run, wrong):
    assert run(*wrong).exit_code == 2


@pytest.mark.django_db
class TestAccounts:
    def test_a_user_is_added_with_the_password_of_the_first_line(self, run):
        done = run(
            "user", "add", "anna@shop.example", "--name", "Anna", "--role", "agent",
            "--password-stdin", given=" a kettle and a loom \nmore\n",
        )  # fmt: skip
        assert done.exit_code == 0, done.stderr
        assert Agent.objects.get().check_password(" a kettle and a loom ")

    def test_a_refusal_ends_with_1_and_says_why(self, run):
        done = run("user", "add", "anna", "--name", "Anna", "--role", "agent")
        assert (done.exit_code, done.stdout) == (1, "")
        assert "not an e-mail address" in done.stderr

    def test_a_token_stands_alone_on_standard_output(self, run):
        Cast()
        done = run("token", "add", "anna@kettleandloom.example", "--name", "tests")
        assert done.exit_code == 0
        (line,) = done.stdout.splitlines()
        assert len(line) >= 32
        assert " " not in line

    def test_a_token_for_nobody_says_what_to_do(self, run):
        done = run("token", "add", "nobody@shop.example", "--name", "tests")
        assert (done.exit_code, done.stdout) == (1, "")
        assert "promisedesk user add" in done.stderr

    def test_tokens_are_listed_and_revoked(self, run):
        Cast()
        secret = run("token", "add", "anna@kettleandloom.example", "--name", "tests").stdout.strip()
        done = run("token", "list", "--json")
        told = json.loads(done.stdout)
        assert secret not in done.stdout
        assert (told["agent"], told["name"]) == ("anna@kettleandloom.example", "tests")
        assert run("token", "revoke", told["id"]).exit_code == 0
        assert tokens.find(secret) is None
        assert f"{told['id']}  anna@kettleandloom.example" in run("token", "list").stdout
        assert json.loads(run("token", "list", "--json").stdout)["revoked_at"]

    def test_a_token_nobody_knows_cannot_be_revoked(self, run):
        done = run("token", "revoke", "none")
        assert (done.exit_code, done.stdout) == (1, "")
        assert "promisedesk token list" in done.stderr

    def test_a_new_password_from_the_command_line_ends_tokens(self, run):
        Cast()
        secret = run("token", "add", "anna@kettleandloom.example", "--name", "tests").stdout.strip()
        again = ("user", "add", "anna@kettleandloom.example", "--name", "Anna", "--role", "agent")
        assert run(*again).exit_code == 0
        assert tokens.find(secret)
        assert run(*again, "--password-stdin", given="seven quiet rivers\n").exit_code == 0
        assert tokens.find(secret) is None


@pytest.mark.django_db
def test_one_command_makes_everything_findable_again(run):
    message = Cast().hears("Where is the cornflower kettle?")
    Document.objects.all().delete()
    done = run("reindex")
    assert (done.exit_code, done.stdout) == (0, "")
    assert [hit.key for hit in find("cornflower", limit=5)] == [message.pk]


@pytest.mark.django_db
class TestInbox:
    ADD = ("inbox", "add", "Help@Shop.example", "--name", "Shop", "--json")

    def test_it_is_added_once(self, run):
        first, second = run(*self.ADD), run(*self.ADD)
        assert (first.exit_code, second.exit_code) == (0, 0)
        told = json.loads(first.stdout)
        assert told["new"] is True
        assert told == {**json.loads(second.stdout), "new": True}
        assert (told["address"], told["id"]) == ("help@shop.example", Inbox.objects.get().public_id)

    def test_nonsense_is_refused(self, run):
        done = run(*self.ADD, "--hours", "whenever")
        assert done.exit_code == 1
        assert "--hours" in done.stderr


@pytest.mark.django_db
class TestReceive:
    MAIL = b"From: clara@customer.example\nTo: help@shop.example\nSubject: Hi\n\nHello\n"

    def test_a_mail_for_us_waits_to_be_read(self, run):
        run(*TestInbox.ADD)
        assert run("receive", given=self.MAIL).exit_code == 0
        assert Arrival.objects.get().state == Arrival.State.WAITING

    @pytest.mark.parametrize(
        "mail", [MAIL, b"", b"\x00\xff", b"\n" * 1000, b"From:" + b"x" * 10_000, b"To: a@b\n\n"]
    )
    def test_what_is_for_nobody_or_broken_is_kept(self, run, mail):
        assert run("receive", given=mail).exit_code == 0
        assert Arrival.objects.get().size == len(mail)

    def test_an_inbox_named_is_the_one(self, run):
        run(*TestInbox.ADD)
        assert run("receive", "--inbox", "help@shop.example", given=b"\n\nHi").exit_code == 0
        assert Arrival.objects.get().inbox.address == "help@shop.example"

    def test_when_it_cannot_be_stored_the_mail_server_keeps_it(self, run, monkeypatch):
        def full(_descriptor):
            raise OSError("No space left on device")

        monkeypatch.setattr("os.fsync", full)
        done = run("receive", given=self.MAIL)
        assert (done.exit_code, done.stdout) == (75, "")
        assert "try again later" in done.stderr
        assert not Arrival.objects.exists()

    def test_wrong_usage_is_no_reason_to_bounce_it(self, run):
        done = run("receive", "--inbox", "nobody@shop.example", given=self.MAIL)
        assert done.exit_code in (0, 75)


class TestRead:
    def test_files_are_shown_in_order_one_line_each(self, run, tmp_path):
        for name in ("b", "a"):
            (tmp_path / name).write_text(f"From: clara@customer.example\nSubject: {name}\n\nHello")
        done = run("read", "--json", str(tmp_path / "b"), str(tmp_path / "a"))
        assert done.exit_code == 0
        shown = [json.loads(line) for line in done.stdout.splitlines()]
        assert [one["subject"] for one in shown] == ["b", "a"]
        assert set(shown[0]) == {
            "file", "subject", "from", "to", "date", "language", "text", "quoted_text",
            "signature", "html", "attachments", "kind", "bounced", "in_reply_to", "references",
            "problems",
        }  # fmt: skip

    def test_a_file_that_is_not_there_fails_and_the_others_are_shown(self, run, tmp_path):
        (tmp_path / "a").write_text("From: clara@customer.example\n\nHello")
        done = run("read", "--json", str(tmp_path / "none"), str(tmp_path / "a"))
        assert done.exit_code == 1
        assert len(done.stdout.splitlines()) == 2
        assert "none" in done.stderr

    def test_for_people_it_is_plain_words(self, run, tmp_path):
        (tmp_path / "a").write_text("From: Clara <clara@customer.example>\n\nHello there")
        done = run("read", str(tmp_path / "a"))
        assert "Clara <clara@customer.example>" in done.stdout
        assert "Hello there" in done.stdout


class TestDeadline:
    CALENDAR = {
        "time_zone": "Europe/Moscow",
        "country": None,
        "region": None,
        "hours": {"mon": [["09:00", "13:00"], ["14:00", "18:00"]]},
        "closed": [],
        "open": {},
    }

    @pytest.fixture
    def calendar(self, tmp_path):
        path = tmp_path / "hours.json"
        path.write_text(json.dumps(self.CALENDAR))
        return str(path)

    def test_one_question_of_the_options(self, run, calendar):
        done = run("deadline", "--calendar", calendar, "--from", "2026-11-23T09:30:00Z",
                   "--target", "2 working hours")  # fmt: skip
        assert done.exit_code == 0
        assert done.stdout.startswith("Due 2026-11-23T")

    def test_many_questions_with_an_answer_or_an_error_each(self, run, calendar):
        lines = [
            {"from": "2026-11-23T09:30:00Z", "target": "1 working hour"},
            {"from": "whenever"},
            {"from": "2026-11-23T09:30:00Z", "target": "24 hours"},
        ]
        done = run("deadline", "--calendar", calendar, "--target", "1 working day", "--json",
                   given="\n".join(map(json.dumps, lines)) + "\nno json\n")  # fmt: skip
        answers = [json.loads(line) for line in done.stdout.splitlines()]
        assert ["error" in one for one in answers] == [False, True, False, True]
        assert answers[2]["due_at"].startswith("2026-11-24T")

    def test_a_calendar_that_is_never_open_is_refused(self, run, tmp_path):
        path = tmp_path / "never.json"
        path.write_text(json.dumps({**self.CALENDAR, "hours": {}}))
        done = run("deadline", "--calendar", str(path), "--from", "2026-11-23T09:30:00Z",
                   "--target", "1 working day")  # fmt: skip
        assert done.exit_code == 1
        assert done.stderr

    @pytest.mark.django_db
    def test_a_calendar_nobody_knows_is_refused(self, run):
        done = run("deadline", "--calendar", "Nowhere", "--from", "2026-11-23T09:30:00Z",
                   "--target", "1 working day")  # fmt: skip
        assert done.exit_code == 1
        assert "Nowhere" in done.stderr

    @pytest.mark.django_db
    def test_a_calendar_of_the_desk_by_its_name(self, run):
        Cast()
        done = run("deadline", "--calendar", "Opening hours", "--from", "2026-11-23T09:30:00Z",
                   "--target", "1 working day")  # fmt: skip
        assert done.stdout.startswith("Due 2026-11-24T09:30")
