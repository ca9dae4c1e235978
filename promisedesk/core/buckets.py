"""Files in an S3 bucket instead of the data folder, for several machines that share them.

PROMISEDESK_STORAGE_URL is `s3://KEY:SECRET@host[:port]/bucket[/prefix]` for any server that
speaks S3, or `s3://bucket[/prefix]` at Amazon with the credentials of the machine; then
`?region=…` and, on a trusted wire only, `?tls=no`.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import BinaryIO
from urllib.parse import parse_qs, unquote, urlsplit

from django.conf import settings

IN_MEMORY = 2 * 1024 * 1024  # bytes of a file; more of it waits on the disk
BLOCK = 1024 * 1024


class BucketError(OSError):
    """The store is away or refuses; as a disk would, so that nothing is told to be safe."""


def options(url: str) -> dict[str, object]:
    """What an `s3://` URL says, as django-storages takes it. Raises ValueError with words."""
    parts = urlsplit(url)
    asked = {name: values[0] for name, values in parse_qs(parts.query).items()}
    unknown = set(asked) - {"region", "tls"}
    if parts.scheme != "s3" or not parts.netloc or unknown:
        raise ValueError("must be like s3://KEY:SECRET@host/bucket or s3://bucket?region=eu-west-1")
    found: dict[str, object] = {"file_overwrite": True, "default_acl": None}
    path = parts.path.strip("/")
    if "@" in parts.netloc:
        if not path:
            raise ValueError("must name a bucket: s3://KEY:SECRET@host/bucket")
        scheme = "http" if asked.get("tls") == "no" else "https"
        found["endpoint_url"] = f"{scheme}://{parts.netloc.rpartition('@')[2]}"
        found["access_key"] = unquote(parts.username or "")
        found["secret_key"] = unquote(parts.password or "")
        found["addressing_style"] = "path"
        bucket, _, prefix = path.partition("/")
    else:
        bucket, prefix = parts.netloc, path
    found["bucket_name"], found["location"] = bucket, prefix
    if "region" in asked:
        found["region_name"] = asked["region"]
    return found


def is_set() -> bool:
    """Whether files are kept in a bucket."""
    return settings.STORAGE_URL.startswith("s3:")


def put(sha256: str, file: BinaryIO) -> None:
    """Keep the bytes of an open file; on return they are safe. Raises BucketError."""
    with _as_disk():
        _storage(settings.STORAGE_URL).save(_key(sha256), _Lasting(file))


def get(sha256: str) -> BinaryIO:
    """The bytes, at their start, in a temporary file. Raises FileNotFoundError, BucketError."""
    local = tempfile.SpooledTemporaryFile(IN_MEMORY)  # noqa: SIM115 - the caller closes it
    try:
        with _as_disk(), _storage(settings.STORAGE_URL).open(_key(sha256)) as remote:
            shutil.copyfileobj(remote, local, BLOCK)
    except BaseException:
        local.close()
        raise
    local.seek(0)
    return local


def head(sha256: str, size: int) -> bytes:
    """The first bytes alone, without fetching the rest. Raises as `get`."""
    from botocore.exceptions import ClientError

    storage = _storage(settings.STORAGE_URL)
    with _as_disk():
        there = storage.bucket.Object(storage._normalize_name(_key(sha256)))
        try:
            return there.get(Range=f"bytes=0-{size - 1}")["Body"].read()
        except ClientError as error:
            if error.response.get("Error", {}).get("Code") == "InvalidRange":  # it is empty
                return b""
            raise


def _key(sha256: str) -> str:
    return f"{sha256[:2]}/{sha256}"


class _Lasting:
    """A file that the library may close: it is still ours."""

    def __init__(self, file: BinaryIO):
        self._file = file

    def __getattr__(self, name: str):
        return getattr(self._file, name)

    def close(self) -> None:
        pass


@cache
def _storage(url: str):
    from botocore.config import Config
    from storages.backends.s3 import S3Storage  # half a second and forty megabytes: only if set

    found = options(url)
    style = found.pop("addressing_style", "auto")
    config = Config(
        connect_timeout=5,
        read_timeout=30,
        retries={"max_attempts": 3, "mode": "standard"},
        s3={"addressing_style": style},
        signature_version="s3v4",
    )
    return S3Storage(client_config=config, **found)


@contextmanager
def _as_disk() -> Iterator[None]:
    from botocore.exceptions import BotoCoreError, ClientError

    try:
        yield
    except FileNotFoundError:
        raise
    except ClientError as error:
        code = error.response.get("Error", {}).get("Code", "")
        if code in ("404", "NoSuchKey"):
            raise FileNotFoundError(code) from error
        raise BucketError(f"The file store refuses: {code or error}") from error
    except (BotoCoreError, OSError) as error:
        raise BucketError(f"The file store cannot be reached: {type(error).__name__}") from error
