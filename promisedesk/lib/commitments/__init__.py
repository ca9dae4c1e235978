"""What an agent promises in their own words: "I'll call you tomorrow before noon".

`ru`, `pl` and `en` each find the places where a text promises something at a time; `due.py` says
which moment that is. Only the latest moment promised counts, and no promise is better than a
wrong one: the customer's own duties, conditions, usual times and other people's dates are none.
"""

from .model import KINDS, Commitment
from .reading import find

__all__ = ["KINDS", "Commitment", "find"]
