"""A guess at somebody's time zone from their phone number, for countries with one zone.

The country code alone says it (ITU-T E.164); countries with several zones are left out, for a
wrong hour is worse than none.
"""

ZONES = {
    "+30": "Europe/Athens", "+31": "Europe/Amsterdam", "+32": "Europe/Brussels",
    "+33": "Europe/Paris", "+353": "Europe/Dublin", "+354": "Atlantic/Reykjavik",
    "+355": "Europe/Tirane", "+356": "Europe/Malta", "+357": "Asia/Nicosia",
    "+358": "Europe/Helsinki", "+359": "Europe/Sofia", "+36": "Europe/Budapest",
    "+370": "Europe/Vilnius", "+371": "Europe/Riga", "+372": "Europe/Tallinn",
    "+373": "Europe/Chisinau", "+374": "Asia/Yerevan", "+375": "Europe/Minsk",
    "+380": "Europe/Kyiv", "+381": "Europe/Belgrade", "+385": "Europe/Zagreb",
    "+386": "Europe/Ljubljana", "+387": "Europe/Sarajevo", "+389": "Europe/Skopje",
    "+39": "Europe/Rome", "+40": "Europe/Bucharest", "+41": "Europe/Zurich",
    "+420": "Europe/Prague", "+421": "Europe/Bratislava", "+43": "Europe/Vienna",
    "+44": "Europe/London", "+45": "Europe/Copenhagen", "+46": "Europe/Stockholm",
    "+47": "Europe/Oslo", "+48": "Europe/Warsaw", "+49": "Europe/Berlin",
    "+81": "Asia/Tokyo", "+82": "Asia/Seoul", "+86": "Asia/Shanghai", "+90": "Europe/Istanbul",
    "+91": "Asia/Kolkata", "+971": "Asia/Dubai", "+972": "Asia/Jerusalem",
    "+994": "Asia/Baku", "+995": "Asia/Tbilisi", "+998": "Asia/Tashkent",
}  # fmt: skip


def zone_of(number: str) -> str:
    """The zone of a number written as E.164 ("+447700900118"); '' where that is not certain."""
    for length in (4, 3):
        if zone := ZONES.get(number[:length]):
            return zone
    return ""
