"""The marks of answers and forwards before a subject, in the languages of many mail programs.

So “Re[2]: Fwd: Отв: The kettle” is about the kettle.
"""

import re

_WORDS = "re|fwd?|fw|aw|sv|vs|odp|pd|wg|tr|rv|ha|отв|ответ|на|пересл"
_MARKS = re.compile(rf"\s*(?:(?:{_WORDS})\s*(?:\[\d+\])?\s*[:：]\s*)+", re.IGNORECASE)


def without_marks(subject: str) -> str:
    """A subject without the marks before it; '' if there is nothing else."""
    found = _MARKS.match(subject)
    return subject[found.end() :] if found else subject
