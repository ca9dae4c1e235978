"""Measuring several desks at a time, one request each: they share fairly what else goes on.

The parent hands a turn round by lines: a child says it waits, goes on when it is told to, and
what it says at last is its answer.
"""

from __future__ import annotations

import subprocess
import sys

import click

WAITS, GO = "waits", "go"


def wait_for_mine() -> None:
    """In a child: until it is its turn."""
    click.echo(WAITS)
    if not sys.stdin.readline():
        raise EOFError("whoever hands round the turns is gone")


def in_turns(commands: list[list[str]]) -> list[str]:
    """Run these at a time, each going on while the others wait; what each said at last."""
    children = [
        subprocess.Popen(one, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        for one in commands
    ]
    try:
        heard = [child.stdout.readline() for child in children]  # they get ready side by side
        while any(line.strip() == WAITS for line in heard):
            for place, child in enumerate(children):
                if heard[place].strip() == WAITS:
                    child.stdin.write(GO + "\n")
                    child.stdin.flush()
                    heard[place] = child.stdout.readline()
        return [line + child.stdout.read() for line, child in zip(heard, children, strict=True)]
    finally:
        for child in children:
            child.stdin.close()  # who still waits ends, and tidies up
            child.wait()
