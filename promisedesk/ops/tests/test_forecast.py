"""Would offered times have been kept?"""

from promisedesk.lib import forecasting
from promisedesk.lib.calendars import WorkCalendar
from promisedesk.lib.counting import deadline
from promisedesk.ops.bench import forecast

CALENDAR = WorkCalendar.from_json(
    {"time_zone": "UTC", "hours": {day: [["09:00", "17:00"]] for day in forecast.WEEKDAYS}}
)


def test_offered_times_are_kept_far_more_often_than_targets():
    shop = forecast.Shop("two people", 2, 15, 0.85, 0.2)
    history = forecast.simulated(shop, CALENDAR, seed=3)
    targets = [deadline(CALENDAR, at, forecast.TARGET).due_at for at, _done in history]
    found = forecasting.share_kept(history, CALENDAR, targets)
    assert found["questions"] > 1000
    assert found["by_offer"] > 0.85 * found["questions"]
    assert found["by_offer"] > found["by_target"] * 1.2
