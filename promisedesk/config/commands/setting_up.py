"""What every command stands on: Django loaded after the settings were found good.

A refusal, a fault of the settings and a missing database end a command with words and code 1.
"""

from __future__ import annotations

import gc
import os
from functools import wraps

import click

from promisedesk.config.environment import SettingsError, read_environment


class Failed(click.ClickException):
    """The command could not do it; the message says why and what to do."""

    exit_code = 1


def set_up(port: int | None = None) -> None:
    """Load Django, or end with what is wrong with the settings.

    `port` is where the web interface will be: links say so unless PROMISEDESK_URL is set.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "promisedesk.config.settings")
    try:
        if "url" not in read_environment().model_fields_set and port:
            os.environ["PROMISEDESK_URL"] = f"http://localhost:{port}"
        os.umask(0o027)  # what the desk writes is for its own user and group
        import django

        gc.disable()  # what is imported stays: looking through it again and again takes 0.1 s
        try:
            django.setup()
            gc.freeze()
        finally:
            gc.enable()
    except SettingsError as error:
        raise Failed(str(error)) from error
    except OSError as error:
        raise Failed(f"The data folder cannot be used: {error}. Set PROMISEDESK_DATA.") from error


def with_django(command):
    """Run the command with Django loaded; refusals and a missing database end it with words."""

    @wraps(command)
    def run(*args, **kwargs):
        set_up(kwargs.get("port") if command.__name__ in ("serve", "web") else None)
        from django.db import DatabaseError

        from promisedesk.core.errors import Refused

        try:
            return command(*args, **kwargs)
        except Refused as error:
            raise Failed(str(error)) from error
        except DatabaseError as error:
            raise Failed(
                f"The database cannot be used: {error}\nIs it up? Did you run: promisedesk migrate"
            ) from error

    return run


def example(text: str):
    """Put an example below a command's help."""

    def add(command):
        command.epilog = "\b\nExample:\n" + "\n".join("  " + line for line in text.splitlines())
        return command

    return add
