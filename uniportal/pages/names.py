"""Reads the names behind the slugs of filters; a catalogue that does not answer costs only them."""

import logging
from collections.abc import Iterable, Iterator

from canse.catalogue import Catalogue
from canse.domain.errors import CatalogueUnavailable, NotFound
from canse.domain.overview import TermCount
from indices.port import Facet
from uniportal.presenters.choices import Choices
from uniportal.presenters.vocabulary import Vocabulary, vocabulary

LOGGER = logging.getLogger("uniportal.pages")
MOST_TOPICS = 200
"""Enough for all topics that several services share; reading thousands would slow each search."""


def names_of_filters(catalogue: Catalogue, choices: Choices) -> Vocabulary:
    """The names of filters; none while the database rests, so that search goes on without it."""
    chosen = choices.filters.get(Facet.TOPIC, ())
    try:
        return vocabulary(
            institutions=catalogue.institutions(),
            categories=catalogue.categories(),
            topics=[*catalogue.topics(MOST_TOPICS), *_topics(catalogue, chosen)],
            life_events=catalogue.life_events(),
            places=catalogue.municipalities(),
        )
    except CatalogueUnavailable:
        LOGGER.warning("filter_names_unavailable")
        return Vocabulary()


def _topics(catalogue: Catalogue, slugs: Iterable[str]) -> Iterator[TermCount]:
    """The topics a person has chosen, however few services share them."""
    for slug in slugs:
        try:
            yield TermCount(term=catalogue.topic(slug), count=0)
        except NotFound:
            continue
