"""Fields of input that take nothing on trust: marshmallow's own accept NUL, 12.7 and 10**30."""

import re
from collections.abc import Mapping
from typing import Any

from marshmallow import ValidationError, fields

from uniportal.languages import gettext

_UNREADABLE = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]")
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
_DIGITS = re.compile(r"[0-9]{1,6}\Z")
LONGEST_SLUG = 100


class PlainText(fields.Field[str]):
    """Readable text of a bounded length."""

    def __init__(self, *, longest: int, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.longest = longest

    def _deserialize(
        self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **kwargs: Any
    ) -> str:
        text = value if isinstance(value, str) else ""
        if text != value or _UNREADABLE.search(text):
            raise ValidationError(gettext("No es un texto que se pueda leer."))
        if len(text) > self.longest:
            raise ValidationError(gettext("Tiene más de %(most)s letras.", most=self.longest))
        return text.strip()


class Slug(PlainText):
    """What names something in an address."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(longest=LONGEST_SLUG, **kwargs)

    def _deserialize(
        self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **kwargs: Any
    ) -> str:
        text = super()._deserialize(value, attr, data, **kwargs)
        if not _SLUG.match(text):
            raise ValidationError(gettext("Solo lleva letras minúsculas, números y guiones."))
        return text


class Word(PlainText):
    """One of a few words."""

    def __init__(self, words: tuple[str, ...], **kwargs: Any) -> None:
        super().__init__(longest=LONGEST_SLUG, **kwargs)
        self.words = words

    def _deserialize(
        self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **kwargs: Any
    ) -> str:
        text = super()._deserialize(value, attr, data, **kwargs)
        if text not in self.words:
            raise ValidationError(
                gettext("Solo puede ser: %(words)s.", words=", ".join(self.words))
            )
        return text


class WholeNumber(fields.Field[int]):
    """A whole number written in digits, between two bounds."""

    def __init__(self, *, least: int, most: int, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.least = least
        self.most = most

    def _deserialize(
        self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **kwargs: Any
    ) -> int:
        is_number = isinstance(value, str) and _DIGITS.match(value)
        if not is_number or not self.least <= int(value) <= self.most:
            raise ValidationError(
                gettext(
                    "Es un número entre %(least)s y %(most)s.", least=self.least, most=self.most
                )
            )
        return int(value)
