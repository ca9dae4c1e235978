"""Rules hear everything that some rule could wait for."""

from promisedesk.core.events import VERBS, on
from promisedesk.rules import verbs, watching  # noqa: F401  the verbs must be known
from promisedesk.rules.anchors import ANCHORS
from promisedesk.rules.happenings import HAPPENINGS

for _verb in sorted(
    {verb for one in [*HAPPENINGS.values(), *ANCHORS.values()] for verb in one.verbs}
):
    on(VERBS[_verb])(watching.notice)
