"""The clock on the wall in Guatemala, by which pages say what is open and which day it is."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("America/Guatemala")


def local_now() -> datetime:
    """This moment in Guatemala, with its zone."""
    return datetime.now(UTC).astimezone(ZONE)
