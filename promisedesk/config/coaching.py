"""`promisedesk coach`: reads replies from standard input. Touches no data of any desk."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

import promisedesk

MARKS = {"pass": "✓", "hint": "·", "warn": "!", "stop": "✗"}


def run(as_json: bool) -> int:
    """Say of each line (--json), or of the one reply that is the input, what could be better."""
    _speak()
    from promisedesk.coach import as_json as lines

    # Bytes: an emoji cut in two by some program is no reason to stop at it.
    if as_json:
        for raw in sys.stdin.buffer:
            if raw.strip():
                said = lines.answer_line(raw.decode("utf-8", "replace"))
                sys.stdout.write(json.dumps(said, ensure_ascii=True) + "\n")
                sys.stdout.flush()
        return 0
    reply = sys.stdin.buffer.read().decode("utf-8", "replace")
    said = lines.answer_line(json.dumps({"reply": reply}))
    if "error" in said:
        click.echo(said["error"], err=True)
        return 1
    _show(said, reply)
    return 0


def _speak() -> None:
    """Django's translations and nothing else of it: no database, no data folder."""
    import django
    from django.conf import settings

    settings.configure(
        USE_I18N=True,
        LANGUAGE_CODE="en",
        LOCALE_PATHS=[Path(promisedesk.__file__).parent / "locale"],
    )
    django.setup()


def _show(said: dict, reply: str) -> None:
    for check in said["checks"]:
        words = [" ".join(reply[start:end].split()) for start, end in check["spans"]]
        quoted = ", ".join(f"“{one}”" for one in words if one not in check["say"])
        click.echo(f"{MARKS[check['level']]} {check['say']}" + (f" · {quoted}" if quoted else ""))
    for one in said["commitments"]:
        click.echo(f"  {one['kind']} {one['due']} · “{one['text']}”")
    click.echo(f"  tone: {said['reply_tone']}")
