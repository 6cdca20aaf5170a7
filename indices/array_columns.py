"""The columns of all segments of a generation joined, as arrays of numbers."""

import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from indices.columns import Columns, FacetColumn
from indices.matching import MOST_POPULAR, Filters
from indices.port import Facet

Numbers = NDArray[np.int32]
Reals = NDArray[np.float64]
Flags = NDArray[np.bool_]

MASKS = 256
"""Filters remembered in a generation; one takes a byte a document."""


@dataclass(frozen=True, kw_only=True)
class FacetArray:
    """The values of one facet for all documents; `owners` tells the document of each ordinal.

    Where no document has more than one value, `only` holds its ordinal plus 1, or 0 for none.
    """

    values: tuple[str, ...]
    ends: Numbers
    ordinals: Numbers
    owners: Numbers
    only: Numbers | None

    def counts(self, documents: Numbers) -> Mapping[str, int]:
        """How many of these documents have each value."""
        if self.only is not None:
            found = np.bincount(self.only[documents], minlength=len(self.values) + 1)[1:]
        else:
            found = np.bincount(self._ordinals_of(documents), minlength=len(self.values))
        return {self.values[place]: int(found[place]) for place in np.flatnonzero(found)}

    def having(self, wanted: frozenset[str]) -> Flags:
        """Which documents have one of these values."""
        flags = np.array([value in wanted for value in self.values], dtype=bool)
        mask = np.zeros(len(self.ends), dtype=bool)
        if len(flags):
            mask[self.owners[flags[self.ordinals]]] = True
        return mask

    def _ordinals_of(self, documents: Numbers) -> Numbers:
        ends = self.ends[documents]
        starts = np.where(documents > 0, self.ends[documents - 1], 0)
        lengths = ends - starts
        total = int(lengths.sum())
        firsts = np.repeat(starts - (np.cumsum(lengths) - lengths), lengths)
        return self.ordinals[firsts + np.arange(total)]


class ArrayColumns:
    """What all documents of a generation are, by their numbers in it; `alive` tells who is left."""

    def __init__(
        self, segments: Sequence[Columns], alive: Flags, clicks: Mapping[int, int]
    ) -> None:
        self.size = len(alive)
        self.alive = alive
        self._segments = segments
        self.ids = np.array([number for one in segments for number in one.ids], dtype=np.int64)
        merits = np.array([merit for one in segments for merit in one.merits], dtype=np.float64)
        self.clicks = _clicks(self.ids, clicks)
        self.merits: Reals = merits + _popularity(self.clicks, clicks)
        self._facets: dict[Facet, FacetArray] = {}
        self._masks: dict[tuple[Facet, frozenset[str]], Flags] = {}
        self._making = threading.Lock()

    @property
    def living(self) -> Numbers:
        """The numbers of the documents that are left."""
        return np.flatnonzero(self.alive).astype(np.int32)

    def facet(self, facet: Facet) -> FacetArray:
        """The values of one facet, joined when first asked for."""
        found = self._facets.get(facet)
        if found is None:
            with self._making:
                found = self._facets[facet] = _facet_array(
                    [one.facets[facet.value] for one in self._segments]
                )
        return found

    def mask(self, filters: Filters) -> Flags:
        """Which documents have one of the values wanted of each facet."""
        masks = [self._mask(facet, wanted) for facet, wanted in filters.items()]
        return masks[0] if len(masks) == 1 else np.logical_and.reduce(masks)

    def _mask(self, facet: Facet, wanted: frozenset[str]) -> Flags:
        found = self._masks.get((facet, wanted))
        if found is None:
            found = self.facet(facet).having(wanted)
            with self._making:
                if len(self._masks) >= MASKS:
                    self._masks.clear()
                self._masks[facet, wanted] = found
        return found

    @cached_property
    def name_rank(self) -> Numbers:
        """The place of each document when sorted by name, then by identifier."""
        names = [name for one in self._segments for name in one.sort_names]
        ids = self.ids.tolist()
        order = sorted(range(self.size), key=lambda n: (names[n], ids[n]))
        return _ranks(order)

    @cached_property
    def updated_rank(self) -> Numbers:
        """A number that is higher the later a document changed; equal where equal."""
        return _dense_ranks([text for one in self._segments for text in one.updated])

    @cached_property
    def checked_rank(self) -> Numbers:
        """A number that is higher the later a document was checked; equal where equal."""
        return _dense_ranks([text for one in self._segments for text in one.checked])


def _clicks(ids: NDArray[np.int64], clicks: Mapping[int, int]) -> NDArray[np.int64]:
    found = np.zeros(len(ids), dtype=np.int64)
    if clicks:
        found[:] = [clicks.get(number, 0) for number in ids.tolist()]
    return found


def _popularity(own: NDArray[np.int64], clicks: Mapping[int, int]) -> Reals:
    most = max(clicks.values(), default=0)
    return MOST_POPULAR * own / most if most else np.zeros(len(own))


def _facet_array(columns: Sequence[FacetColumn]) -> FacetArray:
    values: dict[str, int] = {}
    ordinals: list[Numbers] = []
    ends: list[Numbers] = []
    offset = 0
    for column in columns:
        places = [values.setdefault(value, len(values)) for value in column.values]
        own = np.frombuffer(column.ordinals, dtype=np.int32) if column.ordinals else _none()
        ordinals.append(np.array(places, dtype=np.int32)[own] if places else _none())
        ends.append(np.frombuffer(column.ends, dtype=np.int32) + offset if column.ends else _none())
        offset += len(column.ordinals)
    all_ends, all_ordinals = np.concatenate([_none(), *ends]), np.concatenate([_none(), *ordinals])
    lengths = np.diff(all_ends, prepend=0)
    owners = np.repeat(np.arange(len(all_ends), dtype=np.int32), lengths)
    only = None
    if not len(lengths) or int(lengths.max()) <= 1:
        only = np.zeros(len(all_ends), dtype=np.int32)
        only[owners] = all_ordinals + 1
    return FacetArray(
        values=tuple(values), ends=all_ends, ordinals=all_ordinals, owners=owners, only=only
    )


def _none() -> Numbers:
    return np.zeros(0, dtype=np.int32)


def _ranks(order: Sequence[int]) -> Numbers:
    ranks = np.empty(len(order), dtype=np.int32)
    ranks[np.array(order, dtype=np.int32)] = np.arange(len(order), dtype=np.int32)
    return ranks


def _dense_ranks(texts: Sequence[str]) -> Numbers:
    places = {text: place for place, text in enumerate(sorted(set(texts)))}
    return np.array([places[text] for text in texts], dtype=np.int32)
