"""Parsers that misbehave, for the child to suffer."""

import os
from collections.abc import Sequence

from crawler.page import Page
from crawler.parse import parse_page


def misbehave(html: str, *, url: str, problems: Sequence[str] = ()) -> Page:
    """Do what the text says, or parse it."""
    if html == "colgarse":
        while True:
            pass
    if html == "memoria":
        return parse_page("x" * 2**31, url=url)
    if html == "morir":
        os._exit(9)
    if html == "escribir":
        with open("/dev/null", "wb") as file:
            file.write(b"x" * 10)
    if html == "error":
        raise RuntimeError("página imposible")
    return parse_page(html, url=url, problems=problems)


def die_of_the_word(html: str, *, url: str, problems: Sequence[str] = ()) -> Page:
    """Parse, unless the page holds the one word."""
    if "morir" in html:
        os._exit(9)
    return parse_page(html, url=url, problems=problems)
