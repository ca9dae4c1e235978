import email
import email.policy
import os
import random

import pytest

from promisedesk.ops import bench
from promisedesk.ops.bench import browser, machine, mails

pytestmark = pytest.mark.once


def test_the_same_seed_makes_the_same_mails_of_the_size_that_is_compared():
    some = list(mails.generate(200))
    assert some == list(mails.generate(200))
    mean = sum(len(raw) for _sender, raw in some) / len(some)
    assert 4000 < mean < 5000


def test_every_mail_begins_a_conversation_of_its_own():
    parsed = [
        email.message_from_bytes(raw, policy=email.policy.default)
        for _sender, raw in mails.generate(50)
    ]
    assert len({mail["Message-ID"] for mail in parsed}) == 50
    assert not any(mail["In-Reply-To"] or mail["References"] for mail in parsed)
    assert not any(part.defects for mail in parsed for part in mail.walk())


def test_letters_are_as_long_as_those_of_the_peers():
    chance = random.Random(1)
    lengths = [len(mails.text_of(chance, "ru")) for _number in range(300)]
    assert 800 < sum(lengths) / len(lengths) < 980


def test_a_process_tree_has_time_and_memory():
    assert machine.cpu_seconds(os.getpid()) > 0
    assert machine.pss_mib(os.getpid()) > 5
    assert os.getpid() in machine.tree(os.getppid())


def test_a_first_visit_takes_along_styles_scripts_and_pictures_of_the_same_site():
    page = b"""<link rel="stylesheet" href="/static/a.css"><link rel="canonical" href="/other">
        <script src="/static/b.js"></script><svg><use href="/static/sprite.svg#x"/></svg>
        <img src="data:image/png;base64,AA"><img src="https://elsewhere.example/c.png">"""
    answer = browser.Answer(200, 0.0, len(page), page, "text/html")
    assert browser._needs(answer) == ["/static/a.css", "/static/b.js", "/static/sprite.svg"]


@pytest.mark.parametrize("what", ["ingest", "pages", "memory"])
def test_each_bench_tells_its_options(what, capsys):
    assert bench.run(what, ["--help"]) == 0
    assert "Example:" in capsys.readouterr().out


def test_an_unknown_option_is_a_wrong_use(capsys):
    assert bench.run("ingest", ["--lightspeed"]) == 2


def test_a_desk_elsewhere_cannot_be_kept(tmp_path, capsys):
    there = ["--database", "postgres://desk@127.0.0.1:1/desk", "--keep", str(tmp_path)]
    assert bench.run("pages", there) == 2
    assert "--keep" in capsys.readouterr().err
