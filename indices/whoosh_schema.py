"""How an analysed document is laid down in Whoosh, by our own terms and weights."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from whoosh.fields import ID, STORED, FieldType, Schema
from whoosh.formats import Existence

from indices.analysis import Analysed, Record


class WeightedTerms(FieldType):  # type: ignore[misc]
    """A field given as a mapping of terms to weights."""

    def __init__(self) -> None:
        super().__init__(Existence(), None)

    def index(self, value: Mapping[str, float], **_: object) -> Iterator[tuple[object, ...]]:
        """Yield (term, frequency, weight, encoded value), as Whoosh's writer asks."""
        for term, weight in value.items():
            yield term.encode("utf-8"), 1, weight, b""


SCHEMA = Schema(id=ID(), terms=WeightedTerms(), document=STORED(), shown=STORED())

Shown = tuple[int, str, dict[str, str]]
"""Identifier, slug and stored fields of a document: all that a result page needs."""


@dataclass(frozen=True, kw_only=True)
class Kept:
    """A document as read back: all but its terms, which are in the postings.

    `shown` is read by `read_shown` when it is needed.
    """

    record: Record
    words: list[str]
    shown: bytes


def laid_down(one: Analysed) -> dict[str, object]:
    """The values of Whoosh's fields for a document."""
    shown = (one.record.id, one.record.slug, dict(one.stored))
    document = {"record": asdict(one.record), "words": sorted(one.words)}
    return {
        "id": str(one.record.id),
        "terms": one.terms,
        "document": json.dumps(document, ensure_ascii=False, default=dict),
        "shown": json.dumps(shown, ensure_ascii=False).encode("utf-8"),
    }


def read_back(fields: Mapping[str, Any]) -> Kept:
    """Undo `laid_down` for what Whoosh stored."""
    document = json.loads(fields["document"])
    return Kept(record=Record(**document["record"]), words=document["words"], shown=fields["shown"])


def read_shown(content: bytes) -> Shown:
    """What a result page shows of a document."""
    number, slug, stored = json.loads(content)
    return number, slug, stored
