"""The pieces that the schemas of a report are made of: cleaned text, safe addresses, counts."""

import re
from typing import Any

from marshmallow import EXCLUDE, Schema, fields, post_load, validate

from canse.domain import audit
from canse.domain.naming import is_web_address
from canse.domain.stages import Stage

TEXT_LENGTH = 4_000
LARGEST_COUNT = 2**31 - 1
LIST_LENGTH = 200
_UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


class Text(fields.String):
    """Text of a portal: cleaned and cut rather than refused, so that one page loses no report."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        if not isinstance(value, str):
            raise self.make_error("invalid")
        return _UNSEEN.sub("�", value)[:TEXT_LENGTH]


class WebAddress(Text):
    """An address that may be linked; anything else counts as none."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        address = super()._deserialize(value, attr, data, **kwargs)
        return address if is_web_address(address) and len(address) <= 2000 else ""


class Part(Schema):
    """A schema that builds the value `makes`; what a later version adds is ignored."""

    makes: type

    class Meta:
        unknown = EXCLUDE

    @post_load
    def make(self, data: dict[str, Any], **_: Any) -> Any:
        """Build the value this schema describes."""
        values = {key: tuple(v) if isinstance(v, list) else v for key, v in data.items()}
        return self.makes(**values)


def word(enum: type, **kwargs: Any) -> fields.Enum[Any]:
    """A word of a closed vocabulary."""
    return fields.Enum(enum, by_value=True, **kwargs)


def stage() -> fields.Enum[Any]:
    """A stage, 0 to 4."""
    return fields.Enum(Stage, by_value=fields.Integer(strict=True), required=True)


def count() -> fields.Integer:
    """A number of things."""
    limits = validate.Range(min=0, max=LARGEST_COUNT)
    return fields.Integer(strict=True, required=True, validate=limits)


def texts() -> "fields.List[Any]":
    """A list of texts; none where it is missing."""
    return fields.List(Text(), load_default=list, validate=validate.Length(max=LIST_LENGTH))


def parts(schema: type[Schema]) -> "fields.List[Any]":
    """A list of parts of one kind; none where it is missing."""
    few = validate.Length(max=LIST_LENGTH)
    return fields.List(fields.Nested(schema), load_default=list, validate=few)


class EvidenceSchema(Part):
    """One piece of evidence."""

    makes = audit.Evidence
    url = Text(required=True)
    status = count()
    fetched_at = fields.AwareDateTime(format="iso", required=True)
    sha256 = fields.String(required=True, validate=validate.Regexp(r"^(?:[0-9a-f]{64})?$"))
    selector = Text(required=True)
    snippet = Text(required=True)
    rule = fields.String(required=True, validate=validate.Length(max=80))
