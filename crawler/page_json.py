"""Pages as JSON and back: how a child process hands over what it read without being trusted.

Values are rebuilt by the types that `crawler.page` declares; anything else is refused. Texts and
lists are shortened on the way out, so that a monstrous page costs a bounded amount of memory.
"""

import json
from dataclasses import fields, is_dataclass
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from crawler.page import Page

TEXT_LENGTH = 20_000
LIST_LENGTH = 4_000


class MalformedPage(ValueError):
    """What the child sent is not a page."""


def page_to_json(page: Page) -> str:
    """A page as JSON; a shortened one says so among its problems."""
    shortener = _Shortener()
    plain = shortener.plain(page)
    if shortener.has_cut:
        plain["problems"] = [*plain["problems"], "pagina_recortada"]
    return json.dumps(plain)


def page_from_json(text: bytes) -> Page:
    """The page in a child's answer, every value checked against its type."""
    try:
        page = _build(Page, json.loads(text))
    except (ValueError, RecursionError) as error:
        raise MalformedPage(str(error)) from error
    assert isinstance(page, Page)
    return page


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


def _build(kind: Any, value: Any) -> Any:
    origin = get_origin(kind)
    if origin in (Union, UnionType):
        return _build_union(get_args(kind), value)
    if origin is tuple:
        return _build_tuple(get_args(kind), value)
    if is_dataclass(kind):
        return _build_dataclass(kind, value)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return kind(value)
    if kind is str and isinstance(value, str):
        return _clean(value)
    if kind is float and type(value) in (int, float):
        return float(value)
    if kind in (int, bool, NoneType) and type(value) is kind:
        return value
    raise MalformedPage(f"a {type(value).__name__} in place of {kind}")


def _build_union(kinds: tuple[Any, ...], value: Any) -> Any:
    if value is None and NoneType in kinds:
        return None
    for kind in kinds:
        try:
            return _build(kind, value)
        except ValueError:
            continue
    raise MalformedPage("no type of a union fits")


def _build_tuple(kinds: tuple[Any, ...], value: Any) -> tuple[Any, ...]:
    if not isinstance(value, list):
        raise MalformedPage("a list was expected")
    if kinds[-1] is Ellipsis:
        return tuple(_build(kinds[0], item) for item in value)
    if len(kinds) != len(value):
        raise MalformedPage("a list of another length was expected")
    return tuple(_build(kind, item) for kind, item in zip(kinds, value, strict=True))


def _build_dataclass(kind: Any, value: Any) -> Any:
    hints = _hints(kind)
    if not isinstance(value, dict) or value.keys() != hints.keys():
        raise MalformedPage(f"the fields of {kind.__name__} were expected")
    return kind(**{name: _build(hint, value[name]) for name, hint in hints.items()})


@cache
def _hints(kind: Any) -> dict[str, Any]:
    return get_type_hints(kind)


def _clean(text: str) -> str:
    """Lone surrogates can be neither stored nor sent: they become the replacement character."""
    if text.isascii():
        return text
    return text.encode("utf-8", "replace").decode("utf-8") if _has_surrogate(text) else text


def _has_surrogate(text: str) -> bool:
    return any("\ud800" <= character <= "\udfff" for character in text)
