"""Reads the names behind the slugs of filters; a catalogue that does not answer costs only them."""

import logging

from canse.catalogue import Catalogue
from canse.domain.errors import CatalogueUnavailable
from uniportal.presenters.vocabulary import Vocabulary, vocabulary

LOGGER = logging.getLogger("uniportal.pages")
MOST_TOPICS = 5_000


def names_of_filters(catalogue: Catalogue) -> Vocabulary:
    """All names; none while the database rests, so that search goes on without it."""
    try:
        return vocabulary(
            institutions=catalogue.institutions(),
            categories=catalogue.categories(),
            topics=catalogue.topics(MOST_TOPICS),
            life_events=catalogue.life_events(),
        )
    except CatalogueUnavailable:
        LOGGER.warning("filter_names_unavailable")
        return Vocabulary()
