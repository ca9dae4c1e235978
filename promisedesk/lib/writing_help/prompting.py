"""The words a server is asked with: files of ours, one for each help and language."""

from __future__ import annotations

from functools import cache
from pathlib import Path

HERE = Path(__file__).parent / "prompts"
LANGUAGES = ("en", "ru", "pl")


@cache
def _words(name: str, language: str) -> str:
    return (HERE / f"{name}_{language}.txt").read_text(encoding="utf-8").strip()


def messages(help_: str, language: str, material: str) -> list[dict[str, str]]:
    """What is sent: our rules for this help ("softer", "shorter", "translate", "draft", "try"),
    and the material. `language` is that of the answer."""
    language = language if language in LANGUAGES else "en"
    rules = _words(help_, language)
    if help_ != "try":
        rules += "\n" + _words("limits", language)
    # So that a text cannot end the marks that it stands between.
    safe = material.replace("</text>", "< /text>").replace("<text>", "< text>")
    return [
        {"role": "system", "content": rules},
        {"role": "user", "content": f"<text>\n{safe}\n</text>"},
    ]
