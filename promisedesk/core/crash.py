"""Steps at which a test may end the process, to prove that nothing is lost or doubled.

PROMISEDESK_CRASH_AT names one; `promisedesk check --steps` lists them.
"""

import os
import signal
from dataclasses import dataclass

from django.conf import settings

STEPS: dict[str, "Step"] = {}


@dataclass(frozen=True)
class Step:
    """One named moment of receiving or sending."""

    name: str
    says: str

    def __post_init__(self):
        STEPS[self.name] = self

    def reached(self) -> None:
        """End this process at once, as a power cut would, if it is the step to crash at."""
        if settings.CRASH_AT == self.name:
            os.kill(os.getpid(), signal.SIGKILL)
