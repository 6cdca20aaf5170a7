"""A day of a service as a file that calendars take in (RFC 5545, iCalendar)."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

LINE_OCTETS = 75
PRODUCT = "-//Uniportal//Ficha de servicio//ES"


@dataclass(frozen=True, kw_only=True)
class CalendarDay:
    """A whole day to be kept; `key` makes one day of one service the same event each time."""

    day: date
    title: str
    text: str
    address: str
    key: str


def calendar_file(event: CalendarDay, made_at: datetime) -> str:
    """The file: lines ended as the standard asks, none longer than it allows."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:{PRODUCT}",
        "BEGIN:VEVENT",
        f"UID:{event.key}",
        f"DTSTAMP:{made_at.astimezone(UTC):%Y%m%dT%H%M%SZ}",
        f"DTSTART;VALUE=DATE:{event.day:%Y%m%d}",
        f"DTEND;VALUE=DATE:{event.day + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{_escaped(event.title)}",
        f"DESCRIPTION:{_escaped(event.text)}",
        f"URL:{event.address}",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _escaped(text: str) -> str:
    for sign in ("\\", ";", ","):
        text = text.replace(sign, f"\\{sign}")
    return "\\n".join(text.split("\n")).replace("\r", "")


def _folded(line: str) -> str:
    """A line cut so that no part has more octets than allowed, and no letter is cut in two."""
    parts: list[str] = [""]
    for letter in line:
        room = LINE_OCTETS if len(parts) == 1 else LINE_OCTETS - 1
        if len((parts[-1] + letter).encode()) > room:
            parts.append("")
        parts[-1] += letter
    return "\r\n ".join(parts)
