"""Text that programs may send: anything both databases can keep."""

from typing import Annotated

from pydantic import AfterValidator


def _without_nul(text: str) -> str:
    if "\0" in text:
        raise ValueError("a NUL character has no place in a text")
    return text


Text = Annotated[str, AfterValidator(_without_nul)]
