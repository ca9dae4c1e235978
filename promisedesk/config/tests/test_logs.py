import json
import logging

import pytest
import structlog

from promisedesk.config.logs import logging_config


@pytest.fixture(autouse=True)
def put_back():
    yield
    logging_config("text")


def last_line(capsys) -> str:
    return capsys.readouterr().err.strip().splitlines()[-1]


def fail(password):
    raise RuntimeError("the server is away")


@pytest.mark.parametrize("style", ["text", "json"])
def test_no_local_variable_is_ever_printed(style, capsys):
    logging_config(style)
    try:
        fail("-".join(["s3cret", "kettle"]))  # in pieces: the line itself is printed
    except RuntimeError:
        logging.getLogger("promisedesk.test").exception("it failed")
        structlog.get_logger("promisedesk.test.log").exception("it failed")
    printed = capsys.readouterr().err
    assert "the server is away" in printed
    assert "s3cret-kettle" not in printed


def test_json_is_one_object_a_line(capsys):
    logging_config("json")
    structlog.get_logger("promisedesk.test.json").info("a mail came", mails=3)
    line = json.loads(last_line(capsys))
    assert (line["event"], line["mails"], line["level"]) == ("a mail came", 3, "info")
    assert "timestamp" in line
