"""Invitations (RFC 5545) as a few readable lines, without any language of our own.

The library reads line by line, so that one line of nonsense does not cost the others.
"""

import re
from datetime import date, datetime, timedelta

LONGEST = 200_000  # characters of one event
MOST_LINES = 2000

Field = tuple[dict[str, str], str]


def invitation_text(calendar: str) -> str:
    """Title, when, where and who, one a line; '' if there is no event in it."""
    fields = _fields(calendar)
    lines = [
        _plain(fields, "SUMMARY"),
        _when(fields),
        _plain(fields, "LOCATION"),
        _organiser(fields),
        _plain(fields, "DESCRIPTION"),
    ]
    return "\n".join(line for line in lines if line)


def method_of(calendar: str) -> str:
    """What is wanted: REQUEST, REPLY, CANCEL...; '' when it does not say."""
    hit = re.search(r"^METHOD:[ \t]*(\w{1,20})", calendar, re.M | re.I)
    return hit[1].upper() if hit else ""


def _fields(calendar: str) -> dict[str, Field]:
    """The first of each property of the first event (or task), alarms left out."""
    from icalendar.parser import Contentlines  # seldom needed, slow to load

    start = re.search(r"^BEGIN:(VEVENT|VTODO|VJOURNAL)[ \t]*$", calendar, re.M | re.I)
    if not start:
        return {}
    event = calendar[start.end() :][:LONGEST]
    event = re.split(rf"^END:{start[1]}", event, maxsplit=1, flags=re.M | re.I)[0]
    found: dict[str, Field] = {}
    inside = 0
    for line in filter(None, Contentlines.from_ical(event)[:MOST_LINES]):
        try:
            name, parameters, value = line.parts()
        except ValueError:
            continue
        if name.upper() in ("BEGIN", "END"):
            inside += 1 if name.upper() == "BEGIN" else -1
        elif inside <= 0:
            said = {key.upper(): str(each) for key, each in parameters.items()}
            found.setdefault(name.upper(), (said, value))
    return found


def _plain(fields: dict[str, Field], name: str) -> str:
    value = fields.get(name, ({}, ""))[1]
    return re.sub(r"\\([nN,;\\])", lambda hit: "\n" if hit[1] in "nN" else hit[1], value).strip()


def _organiser(fields: dict[str, Field]) -> str:
    parameters, value = fields.get("ORGANIZER", ({}, ""))
    address = re.sub(r"(?i)^mailto:", "", value.strip())
    name = parameters.get("CN", "").strip().strip("\"'")
    return f"{name} <{address}>" if name and name.lower() != address.lower() else address


def _when(fields: dict[str, Field]) -> str:
    """From when to when: days inclusive, hours with the zone they are said in."""
    start, end = _moment(fields.get("DTSTART")), _moment(fields.get("DTEND"))
    due = start or _moment(fields.get("DUE"))
    if due is None:
        return fields.get("DTSTART", ({}, ""))[1].strip()[:40]
    zone = _zone(fields.get("DTSTART") or fields.get("DUE"))
    if end is None or end == due:
        return _said(due) + zone
    if type(end) is date:
        end -= timedelta(days=1)
        return _said(due) if end <= _day(due) else f"{_said(due)} – {_said(end)}"
    same_day = isinstance(due, datetime) and _day(due) == _day(end)
    last = end.strftime("%H:%M") if same_day else _said(end)
    own = _zone(fields.get("DTEND"))
    return f"{_said(due)} – {last}{zone}" if own == zone else f"{_said(due)}{zone} – {last}{own}"


def _moment(field: Field | None) -> date | None:
    """A date or a time, as it stands there, whatever its zone."""
    from icalendar.prop import vDDDTypes

    if field is None:
        return None
    try:
        found = vDDDTypes.from_ical(field[1].strip()[:16])
    except (ValueError, TypeError, OverflowError):
        return None
    if isinstance(found, datetime):
        return found.replace(tzinfo=None)
    return found if isinstance(found, date) else None


def _zone(field: Field | None) -> str:
    parameters, value = field or ({}, "")
    if value.strip().endswith("Z"):
        return " UTC"
    zone = parameters.get("TZID", "").strip("\"' ")[:60]
    return f" ({zone})" if zone else ""


def _day(moment: date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def _said(moment: date) -> str:
    return moment.strftime("%Y-%m-%d %H:%M" if isinstance(moment, datetime) else "%Y-%m-%d")
