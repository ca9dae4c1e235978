"""New times for many promises with one press: each on its own, so that one that was answered
meanwhile keeps nobody else waiting."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from promisedesk.agents.models import Agent
from promisedesk.agents.rights import Deed, demand
from promisedesk.core.errors import Refused
from promisedesk.promises import measures, new_times, renewing
from promisedesk.promises.models import Promise


@dataclass(slots=True)
class Done:
    renewed: int = 0
    left_out: int = 0  # answered, renewed or not to be seen meanwhile


def renew_all(times: Mapping[str, datetime], *, by: Agent) -> Done:
    """Promise these anew, by public id, for these times (aware), and tell their customers.

    Who was never told the old time is not written to. Raises Refused for none, and for more
    than new_times.MOST.
    """
    demand(by, Deed.ANSWER)
    if not times:
        raise Refused(_("Tick at least one."))
    if len(times) > new_times.MOST:
        raise Refused(_("At most %(number)d at once.") % {"number": new_times.MOST})
    seen = measures.visible_to(by).filter(public_id__in=list(times))
    found = {one.public_id: one for one in seen.in_state(Promise.State.RUNNING)}
    done = Done(left_out=len(times) - len(found))
    for key, promise in sorted(found.items(), key=lambda item: times[item[0]]):
        try:
            renewing.renew(promise, times[key], by=by, is_told=promise.told_at is not None)
        except Refused:
            done.left_out += 1
        else:
            done.renewed += 1
    return done
