"""What may be kept of a search that found nothing: words, never what could point to a person."""

import re

LONGEST = 80
_PERSONAL = re.compile(r"[\d@]")


def keepable(text: str) -> str:
    """The words as they may be noted; empty when they hold digits or an address of somebody."""
    text = " ".join(text.split())[:LONGEST]
    return "" if _PERSONAL.search(text) else text
