"""The first words of a text, to call it by when it has no name of its own."""

import re

MOST = 60  # characters, about what a list shows
SEARCHED = 2000
SHORTEST_SENTENCE = 12  # "Hello." says nothing
MOST_WORDS_OF_A_GREETING = 4
_GREETING_ENDS = (",", "!", ".", ":", "，", "！")
_SENTENCE = re.compile(r"[.?!…。？！]+(?=\s)")


def first_words(text: str, most: int = MOST) -> str:
    """The first sentence, or as many whole words of it as go into `most` characters.

    A greeting on a line of its own is left out. '' when there are no words.
    """
    lines = [" ".join(line.split()) for line in text[:SEARCHED].splitlines()]
    lines = [line for line in lines if any(char.isalnum() for char in line)]
    if lines[1:] and _is_greeting(lines[0]):
        del lines[0]
        lines[0] = lines[0][0].upper() + lines[0][1:]  # after a comma it began small
    said = " ".join(lines)
    end = _SENTENCE.search(said, SHORTEST_SENTENCE)
    if end and end.end() <= most:
        return said[: end.end()]
    return cut(said, most)


def cut(text: str, most: int) -> str:
    """The text on one line, at most `most` characters, ended at a word."""
    text = " ".join(text.split())
    if len(text) <= most:
        return text
    kept = text[: most - 1]
    if text[most - 1] != " " and " " in kept.strip():
        kept = kept.rsplit(" ", 1)[0]
    return kept.rstrip(" ,;:–-(«„“") + "…"


def _is_greeting(line: str) -> bool:
    return line.endswith(_GREETING_ENDS) and len(line.split()) <= MOST_WORDS_OF_A_GREETING
