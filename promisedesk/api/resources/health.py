from dataclasses import asdict

from ninja import Router

from promisedesk.api.problems import answers
from promisedesk.api.shapes import HealthOut
from promisedesk.core import health

router = Router(tags=["health"])
WORST_FIRST = (health.DOWN, health.DEGRADED, health.OK)


@router.get("", response=answers(200, HealthOut), summary="See how every part is")
def parts(request):
    """Each mailbox, queue and worker, with its state and since when."""
    found = health.parts()
    states = {part.state for part in found}
    worst = next((state for state in WORST_FIRST if state in states), health.OK)
    return {"state": worst, "parts": [asdict(part) for part in found]}
