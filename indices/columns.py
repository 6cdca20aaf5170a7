"""What is known of every document of a segment, column by column: compact, and quick to join.

A segment of the index never changes but for documents that are taken out, so its columns are read
once and used in every generation that holds it.
"""

from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from indices.analysis import Record
from indices.fields import FACETS
from indices.names import Name


@dataclass(kw_only=True)
class FacetColumn:
    """The values of a facet: document n has `ordinals[ends[n - 1]:ends[n]]`, the first from 0.

    An ordinal is the place of a value in `values`.
    """

    values: dict[str, int] = field(default_factory=dict)
    ends: "array[int]" = field(default_factory=lambda: array("i"))
    ordinals: "array[int]" = field(default_factory=lambda: array("i"))

    def of(self, number: int) -> tuple[str, ...]:
        """The values of one document."""
        known = tuple(self.values)
        start = self.ends[number - 1] if number else 0
        return tuple(known[place] for place in self.ordinals[start : self.ends[number]])

    def append(self, values: Iterable[str]) -> None:
        """The values of the next document."""
        for value in values:
            self.ordinals.append(self.values.setdefault(value, len(self.values)))
        self.ends.append(len(self.ordinals))


@dataclass(kw_only=True)
class Columns:
    """The columns of one segment, by the number of a document within it.

    Documents already taken out when the segment was read are there too, with nothing in them.
    `words` and `names` count the living ones.
    """

    ids: "array[int]" = field(default_factory=lambda: array("q"))
    merits: "array[float]" = field(default_factory=lambda: array("d"))
    sort_names: Sequence[str] = ()
    updated: Sequence[str] = ()
    checked: Sequence[str] = ()
    facets: Mapping[str, FacetColumn] = field(
        default_factory=lambda: {one.name: FacetColumn() for one in FACETS}
    )
    shown: bytearray = field(default_factory=bytearray)
    shown_ends: "array[int]" = field(default_factory=lambda: array("q"))
    _texts: tuple[list[str], list[str], list[str]] = field(default_factory=lambda: ([], [], []))
    words: Counter[str] = field(default_factory=Counter)
    names: Counter[Name] = field(default_factory=Counter)

    def finish(self) -> None:
        """No more documents come. The collector of garbage passes over tuples of texts."""
        self.sort_names, self.updated, self.checked = map(tuple, self._texts)
        self._texts = ([], [], [])

    def append(self, record: Record, words: Iterable[str], shown: bytes) -> None:
        """Take in the next document; `shown` is what a result page shows of it, packed."""
        self.shown += shown
        self.shown_ends.append(len(self.shown))
        self.ids.append(record.id)
        self.merits.append(record.merit)
        for texts, text in zip(
            self._texts, (record.sort_name, record.updated, record.checked), strict=True
        ):
            texts.append(text)
        for name, column in self.facets.items():
            column.append(record.facets.get(name, ()))
        self.words.update(words)

    def packed(self, number: int) -> bytes:
        """What a result page shows of a document, packed."""
        start = self.shown_ends[number - 1] if number else 0
        return bytes(self.shown[start : self.shown_ends[number]])

    def record(self, number: int) -> Record:
        """One document again as a record, without its slug, which only its stored fields tell."""
        return Record(
            id=self.ids[number],
            slug="",
            sort_name=self.sort_names[number],
            updated=self.updated[number],
            checked=self.checked[number],
            merit=self.merits[number],
            facets={name: column.of(number) for name, column in self.facets.items()},
        )

    def skip(self) -> None:
        """A document that was taken out before."""
        self.shown_ends.append(len(self.shown))
        self.ids.append(-1)
        self.merits.append(0.0)
        for texts in self._texts:
            texts.append("")
        for column in self.facets.values():
            column.append(())
