"""Pages as JSON and back: how the parsing child hands over what it read without being trusted.

Texts and lists are shortened on the way out, so that a monstrous page costs a bounded amount of
memory.
"""

import json
from dataclasses import fields, is_dataclass
from typing import Any

from crawler.page import Page
from crawler.values_json import build

TEXT_LENGTH = 20_000
LIST_LENGTH = 4_000
SHORTENED = "pagina_recortada"


class MalformedPage(ValueError):
    """What the child sent is not a page."""


def page_to_json(page: Page) -> str:
    """A page as JSON; a shortened one says so among its problems."""
    shortener = _Shortener()
    plain = shortener.plain(page)
    if shortener.has_cut and SHORTENED not in page.problems:
        plain["problems"] = [*plain["problems"], SHORTENED]
    return json.dumps(plain)


def page_from_json(text: bytes) -> Page:
    """The page in a child's answer, every value checked against its type."""
    try:
        return build(Page, json.loads(text))
    except (ValueError, RecursionError) as error:
        raise MalformedPage(str(error)) from error


class _Shortener:
    def __init__(self) -> None:
        self.has_cut = False

    def plain(self, value: Any) -> Any:
        if is_dataclass(value):
            return {part.name: self.plain(getattr(value, part.name)) for part in fields(value)}
        if isinstance(value, tuple):
            self.has_cut |= len(value) > LIST_LENGTH
            return [self.plain(item) for item in value[:LIST_LENGTH]]
        if isinstance(value, str):
            self.has_cut |= len(value) > TEXT_LENGTH
            return str(value[:TEXT_LENGTH])
        return value
