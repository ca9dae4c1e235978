"""Short clear sentences, a sensible length and size (R4)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from .closings import without_closing
from .draft import Draft
from .findings import Finding
from .greetings import greeting_of
from .prose import Sentence, sentences_in, syllables_of
from .unquoted import own_words

LONG = 350  # words; about a printed page, what is read on a telephone in one go
LONG_FOR_EACH = 5  # words of answer to a word of question, before the page counts as long
LONGEST = 900  # too long to any question
CURT = 2  # words
QUESTION = 25  # words that deserve more than that
QUESTION_IN_CHAT = 45
LONG_SENTENCE = {"en": 40, "ru": 34, "pl": 36}  # words; twice what style guides advise
MOST_TOLD = 3
SPOKEN = 4  # words; less is a greeting or a heading, and would flatter
LEAST_WORDS = 60  # the measures say nothing of less
# Flesch calls 0-30 "very difficult" (of 100); an index over 18 means a doctorate in Polish.
HARDEST = {"en": 30.0, "ru": 5.0, "pl": 18.0}
HARD_SYLLABLES = 4  # in Polish
MEGABYTE = 1_000_000
LARGE_MAIL = 10 * MEGABYTE  # what Exchange takes unless it is told otherwise
LARGEST_MAIL = 25 * MEGABYTE  # what Gmail takes
IN_BASE64 = 4 / 3  # RFC 2045 6.8: three bytes become four characters
_WORD = re.compile(r"\w+(?:[’'-]\w+)*")
_ANSWERS_IN_A_WORD = re.compile(r"\d|@|://")


def look_at_length(draft: Draft) -> Iterable[Finding] | None:
    """A reply longer than anybody reads, or so short that it is curt."""
    sentences = sentences_in(draft.reply)
    asked = len(_WORD.findall(draft.customer[:20_000]))
    # A list is glanced over: half of its words.
    words = sum(len(one.words) // (2 if one.is_list else 1) for one in sentences)
    if words > LONGEST or (draft.customer and words > max(LONG, LONG_FOR_EACH * asked)):
        return [Finding("length.long", {"words": sum(len(one.words) for one in sentences)})]
    if _is_curt(draft, asked):
        return [Finding("length.curt", {}, ((0, len(draft.reply)),))]
    return []


def _is_curt(draft: Draft, asked: int) -> bool:
    """One or two words to somebody who wrote a whole letter; a number or link may be all."""
    if asked < (QUESTION if draft.is_mail else QUESTION_IN_CHAT) or len(draft.reply) > 300:
        return False
    body = own_words(draft.reply)
    if greeting := greeting_of(draft.reply):
        body = body[greeting.end :]
    body = without_closing(body, draft.agent_name)
    return not _ANSWERS_IN_A_WORD.search(body) and 1 <= len(_WORD.findall(body)) <= CURT


def look_at_sentences(draft: Draft) -> Iterable[Finding] | None:
    """Sentences too long to be read once, the longest first.

    GOV.UK and the Oxford Guide to Plain English advise 15 to 25 words; Russian and Polish say
    the same in fewer. Half as much again passes here: only what must be read twice is told.
    """
    if not draft.spoken:
        return None
    most = LONG_SENTENCE[draft.spoken]
    long = [one for one in sentences_in(draft.reply) if not one.is_list and len(one.words) > most]
    long.sort(key=lambda one: -len(one.words))
    return [
        Finding("sentences.long", {"words": len(one.words)}, ((one.start, one.end),))
        for one in long[:MOST_TOLD]
    ]


def look_at_reading_ease(draft: Draft) -> Iterable[Finding] | None:
    """Heavy reading, by the measure of its language."""
    if not draft.spoken:
        return None
    prose = [
        one for one in sentences_in(draft.reply) if not one.is_list and len(one.words) >= SPOKEN
    ]
    if sum(len(one.words) for one in prose) < LEAST_WORDS:
        return []
    score = reading_ease(prose, draft.spoken)
    hardest = HARDEST[draft.spoken]
    is_hard = score > hardest if draft.spoken == "pl" else score < hardest
    return [Finding("ease.heavy", {"score": round(score)})] if is_hard else []


def reading_ease(prose: Iterable[Sentence], language: str) -> float:
    """The measure of these sentences: en and ru easier with more, pl easier with less.

    en: Flesch Reading Ease (R. Flesch, A new readability yardstick, 1948).
    ru: the same with the factors of I. Oborneva (2006).
    pl: FOG-PL, the Gunning index with words of four syllables and more counted as hard
    (B. Broda et al., Measuring Readability of Polish Texts, LREC 2014), as W. Pisarek did in
    his own index (1969): its value is years of school.
    """
    sentences = list(prose)
    words = [word for one in sentences for word in one.words]
    a_sentence = len(words) / len(sentences)
    syllables = [syllables_of(word, language) for word in words]
    if language == "pl":
        hard = sum(count >= HARD_SYLLABLES for count in syllables)
        return 0.4 * (a_sentence + 100 * hard / len(words))
    a_word = sum(syllables) / len(words)
    if language == "ru":
        return 206.835 - 1.3 * a_sentence - 60.1 * a_word
    return 206.835 - 1.015 * a_sentence - 84.6 * a_word


def look_at_size(draft: Draft) -> Iterable[Finding] | None:
    """A mail too big for the customer's mailbox."""
    if not draft.is_mail or not draft.bytes:
        return None
    size = draft.bytes * IN_BASE64
    if size <= LARGE_MAIL:
        return []
    code = "size.largest" if size > LARGEST_MAIL else "size.large"
    return [Finding(code, {"megabytes": round(size / MEGABYTE)})]
