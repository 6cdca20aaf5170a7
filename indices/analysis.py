"""What the index keeps of a document's texts: weighted stems, and the words as written."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from indices.document import Document
from indices.fields import SEARCHED, Field
from indices.phrases import phrase_terms
from indices.spanish import alphabetical, is_stop_word, terms_in_text, tokens

LENGTH_EFFECT = 0.5
"""How much a text's length counts: 0 not at all, 1 in full proportion."""


POPULAR_NAME = 0.8
"""How much a name that people use counts beside the official one."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Record:
    """What is needed of every document to filter, count and sort without reading it."""

    id: int
    slug: str
    sort_name: str
    updated: str
    checked: str
    merit: float
    facets: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Analysed:
    """A document ready for an engine: each term with its weight, the words for spelling."""

    record: Record
    terms: Mapping[str, float]
    words: frozenset[str]
    stored: Mapping[str, str]


def analyse(document: Document) -> Analysed:
    """Weigh the terms of a document over all its searched fields."""
    terms: defaultdict[str, float] = defaultdict(float)
    words: set[str] = set()
    for field in SEARCHED:
        found = list(tokens(document.texts.get(field.name, "")))
        weight = _weight_of_one(field, len(found))
        for token in found:
            if not is_stop_word(token.word):
                words.add(token.written)
            for term in terms_in_text(token):
                terms[term] += weight
    for name, weight in _names(document):
        for term in phrase_terms(name):
            terms[term] = max(terms[term], weight)
    return Analysed(
        record=Record(
            id=document.id,
            slug=document.slug,
            sort_name=alphabetical(document.stored.get("name", "")),
            updated=document.updated,
            checked=document.checked,
            merit=document.merit,
            facets=document.facets,
        ),
        terms=terms,
        words=frozenset(words),
        stored=document.stored,
    )


def _names(document: Document) -> Iterator[tuple[str, float]]:
    """What a service is called, with how much each name is its own."""
    yield document.texts.get("name", ""), 1.0
    for name in document.texts.get("popular_names", "").splitlines():
        yield name, POPULAR_NAME


def _weight_of_one(field: Field, length: int) -> float:
    """The weight of one occurrence in a text of so many words."""
    proportion = length / field.typical_words
    return field.boost / (1 - LENGTH_EFFECT + LENGTH_EFFECT * proportion)
