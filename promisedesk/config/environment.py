"""What the outside may set: environment variables, or a file of NAME=value lines.

Fails loudly on nonsense. `NAME_FILE` gives any value from a file, so that secrets
need not stand in the environment. All else is set in the web interface.
"""

import os
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from pydantic import BaseModel, Field, ValidationError, field_validator

from promisedesk.core import buckets
from promisedesk.lib.server_url import ServerUrl

PREFIX = "PROMISEDESK_"


class Environment(BaseModel):
    """The settings of docs/settings.md, checked."""

    data: Path = Path("data")
    database_url: str = ""
    redis_url: str = ""
    url: str = "http://localhost:8000"
    secret_key: str = ""
    smtp_url: str = ""
    allowed_hosts_out: str = ""
    storage_url: str = ""
    clamd: str = ""
    log: Literal["text", "json"] = "text"
    crash_at: str = ""
    config: str = Field(default="", description="a file of NAME=value lines")

    @field_validator("url")
    @classmethod
    def _is_a_web_address(cls, value: str) -> str:
        parts = urlsplit(value)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise ValueError("must be like https://desk.example.com")
        return value.rstrip("/")

    @field_validator("smtp_url")
    @classmethod
    def _is_a_mail_server(cls, value: str) -> str:
        if value:
            ServerUrl.parse(value, ("smtp", "smtps"))  # its error says what to write
        return value

    @field_validator("database_url")
    @classmethod
    def _is_a_database(cls, value: str) -> str:
        if value and urlsplit(value).scheme not in ("sqlite", "postgres", "postgresql"):
            raise ValueError("must be like postgres://user:password@host/name, or sqlite:///path")
        _ = urlsplit(value).port  # raises ValueError when it is no number
        return value

    @field_validator("clamd")
    @classmethod
    def _is_a_scanner(cls, value: str) -> str:
        parts = urlsplit(value)
        names_socket = parts.scheme == "unix" and parts.path.startswith("/")
        if value and not names_socket and not (parts.scheme == "tcp" and parts.hostname):
            raise ValueError("must be like unix:///run/clamav/clamd.ctl or tcp://127.0.0.1:3310")
        _ = parts.port  # raises ValueError when it is no number
        return value

    @field_validator("storage_url")
    @classmethod
    def _is_a_store(cls, value: str) -> str:
        if value:
            buckets.options(value)  # its error says what to write
        return value


class SettingsError(Exception):
    """A setting that cannot be used; the message says which, and what to do."""


def _lines_of(path: str) -> dict[str, str]:
    try:
        text = Path(path).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"{PREFIX}CONFIG: cannot read {path}: {error}") from error
    pairs = (line.split("=", 1) for line in text.splitlines() if "=" in line)
    return {
        name.strip(): value.strip().strip("\"'")
        for name, value in pairs
        if not name.strip().startswith("#")
    }


def read_environment(environ: dict[str, str] | None = None) -> Environment:
    """The settings of this process. The environment beats the file.

    Raises SettingsError naming each bad variable and what it should look like.
    """
    environ = dict(os.environ if environ is None else environ)
    values = (
        {**_lines_of(environ[f"{PREFIX}CONFIG"]), **environ}
        if environ.get(f"{PREFIX}CONFIG")
        else environ
    )
    found: dict[str, str] = {}
    for field in Environment.model_fields:
        name = PREFIX + field.upper()
        if name in values:
            found[field] = values[name]
        elif name + "_FILE" in values:
            try:
                found[field] = Path(values[name + "_FILE"]).read_text(encoding="utf-8").strip()
            except OSError as error:
                raise SettingsError(f"{name}_FILE: {error.strerror}") from error
    try:
        return Environment(**{name: value for name, value in found.items() if value != ""})
    except ValidationError as error:
        lines = [
            f"{PREFIX}{str(one['loc'][0]).upper()}: {one['msg'].removeprefix('Value error, ')}"
            for one in error.errors()
        ]
        raise SettingsError("\n".join(lines)) from error
