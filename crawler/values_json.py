"""Plain values back to what was declared: how a child process hands over results without trust.

Values are rebuilt by the types that dataclasses declare; anything else is refused.
"""

import re
import sys
from collections.abc import Mapping
from dataclasses import is_dataclass
from datetime import datetime
from decimal import Decimal
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

SHARED_LENGTH = 300
_AMOUNT = re.compile(r"-?[0-9]{1,30}(?:\.[0-9]{1,30})?(?:E[+-]?[0-9]{1,3})?")
_T = TypeVar("_T")


class MalformedValue(ValueError):
    """What came is not what was declared."""


def build(kind: type[_T], value: Any) -> _T:
    """The value of a declared kind in what was read from JSON; MalformedValue when it is none."""
    made = _build(kind, value)
    assert isinstance(made, kind)
    return made


def _build(kind: Any, value: Any) -> Any:
    origin = get_origin(kind)
    if origin in (Union, UnionType):
        return _build_union(get_args(kind), value)
    if origin is tuple:
        return _build_tuple(get_args(kind), value)
    if origin in (dict, Mapping):
        return _build_mapping(get_args(kind), value)
    if is_dataclass(kind):
        return _build_dataclass(kind, value)
    if kind is str and isinstance(value, str):
        return _clean(value)
    if kind is float and type(value) in (int, float):
        return float(value)
    if kind in (int, bool, NoneType) and type(value) is kind:
        return value
    return _build_word(kind, value)


def _build_word(kind: Any, value: Any) -> Any:
    """A word of a closed vocabulary, a moment or an amount; ValueError for what is none."""
    if isinstance(kind, type) and issubclass(kind, Enum) and isinstance(value, str | int):
        return kind(value)
    if kind is datetime and isinstance(value, str):
        return datetime.fromisoformat(value)
    if kind is Decimal and isinstance(value, str) and _AMOUNT.fullmatch(value):
        return Decimal(value)
    raise MalformedValue(f"a {type(value).__name__} in place of {kind}")


def _build_union(kinds: tuple[Any, ...], value: Any) -> Any:
    if value is None and NoneType in kinds:
        return None
    for kind in kinds:
        try:
            return _build(kind, value)
        except ValueError:
            continue
    raise MalformedValue("no type of a union fits")


def _build_tuple(kinds: tuple[Any, ...], value: Any) -> tuple[Any, ...]:
    if not isinstance(value, list):
        raise MalformedValue("a list was expected")
    if kinds[-1] is Ellipsis:
        return tuple(_build(kinds[0], item) for item in value)
    if len(kinds) != len(value):
        raise MalformedValue("a list of another length was expected")
    return tuple(_build(kind, item) for kind, item in zip(kinds, value, strict=True))


def _build_mapping(kinds: tuple[Any, ...], value: Any) -> dict[Any, Any]:
    if not isinstance(value, dict):
        raise MalformedValue("a mapping was expected")
    return {_build(kinds[0], key): _build(kinds[1], item) for key, item in value.items()}


def _build_dataclass(kind: Any, value: Any) -> Any:
    hints = _hints(kind)
    if not isinstance(value, dict) or value.keys() != hints.keys():
        raise MalformedValue(f"the fields of {kind.__name__} were expected")
    return kind(**{name: _build(hint, value[name]) for name, hint in hints.items()})


@cache
def _hints(kind: Any) -> dict[str, Any]:
    return get_type_hints(kind)


def _clean(text: str) -> str:
    """Lone surrogates can be neither stored nor sent: they become the replacement character.

    Short texts are shared: a menu stands on every page of a portal, and is kept once.
    """
    if not text.isascii() and _has_surrogate(text):
        text = text.encode("utf-8", "replace").decode("utf-8")
    return sys.intern(text) if len(text) <= SHARED_LENGTH else text


def _has_surrogate(text: str) -> bool:
    return any("\ud800" <= character <= "\udfff" for character in text)
