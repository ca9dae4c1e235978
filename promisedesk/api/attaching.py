"""Files in a JSON body, as base64. Larger ones than the body may hold go by the desk's page."""

import base64
import binascii
from typing import Annotated

from ninja import Schema
from pydantic import BeforeValidator, ConfigDict, Field, WithJsonSchema

from promisedesk.api.texts import Text
from promisedesk.conversations.incoming import IncomingFile
from promisedesk.core import files
from promisedesk.lib.mail import attachments


def _decoded(text: object) -> bytes:
    if not isinstance(text, str):
        raise ValueError("base64 text is expected")
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        raise ValueError("this is not base64") from None


Base64 = Annotated[
    bytes,
    BeforeValidator(_decoded),
    WithJsonSchema({"type": "string", "contentEncoding": "base64", "example": "aGVsbG8="}),
]


class FileIn(Schema):
    """A file to attach."""

    model_config = ConfigDict(extra="forbid")

    name: Text = Field(min_length=1, max_length=300)
    type: str = Field(
        "", max_length=100, pattern=r"^([A-Za-z0-9.+-]+/[A-Za-z0-9.+-]+)?$",
        description="Like image/png; found by the name when left out.",
    )  # fmt: skip
    content: Base64 = Field(description="The bytes in base64 (RFC 4648 4).")

    def stored(self) -> IncomingFile:
        """Keep the bytes and say what they are, with a name that is safe on any disk."""
        file = attachments.made(self.name, self.type.lower(), self.content)
        return IncomingFile(
            name=file.name,
            content_type=file.content_type,
            size=file.size,
            sha256=files.store(self.content),
        )
