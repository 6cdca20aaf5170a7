"""How a service sheet becomes a document of the index."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Document:
    """What is indexed of one service.

    `texts` maps a text field of `indices.fields` to raw Spanish text, `facets` a facet's name to
    its values, `stored` what a result page shows. `updated` is an ISO date, for sorting.
    """

    id: int
    slug: str
    texts: Mapping[str, str]
    facets: Mapping[str, tuple[str, ...]]
    stored: Mapping[str, str]
    updated: str
