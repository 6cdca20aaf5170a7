"""What machines read is said in the words of schema.org, and only what is known for sure."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from canse.domain.service import Channel, ChannelKind, Fee
from tests.builders import institution, sheet
from tests.indices.shelf import term
from uniportal.presenters.structured_data import breadcrumbs, service, website

PROPERTIES = {
    "Audience": {"audienceType"},
    "BreadcrumbList": {"itemListElement"},
    "ContactPoint": {"telephone"},
    "Country": {"name"},
    "EntryPoint": {"urlTemplate"},
    "GovernmentOrganization": {
        "alternateName", "name", "parentOrganization", "sameAs", "telephone", "url",
    },
    "GovernmentService": {
        "areaServed", "audience", "availableChannel", "description", "identifier", "name",
        "offers", "provider", "serviceOutput", "serviceType", "url",
    },
    "ListItem": {"item", "name", "position"},
    "Offer": {"name", "price", "priceCurrency", "priceSpecification"},
    "PriceSpecification": {"maxPrice", "minPrice", "priceCurrency"},
    "SearchAction": {"query-input", "target"},
    "ServiceChannel": {"name", "servicePhone", "serviceUrl"},
    "Thing": {"name"},
    "WebSite": {"inLanguage", "name", "potentialAction", "url"},
}  # fmt: skip
"""The properties we use of each class; each is one of the class or of one above it (schema.org)."""
ADDRESS = "https://uniportal.gob.gt/servicio/x"
FULL = sheet(
    name="Reponer el DPI",
    institution=institution(slug="renap", name="RENAP"),
    category=term("identidad"),
    fees=(Fee(concept="Reposición", amount=Decimal("100.00")),),
    channels=(Channel(kind=ChannelKind.WEB, url="https://renap.gob.gt", telephone="1516"),),
    estimated_fields=frozenset(),
)


def things(value: Any) -> Iterator[dict[str, Any]]:
    """Every thing with a class of its own, however deep."""
    if isinstance(value, dict):
        if "@type" in value:
            yield value
        for inner in value.values():
            yield from things(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from things(inner)


@pytest.mark.parametrize(
    "values",
    [
        service(FULL, ADDRESS, "https://uniportal.gob.gt/institucion/renap"),
        website("https://x", "https://x?q={search_term_string}"),
        breadcrumbs([("Inicio", "https://x"), ("Ficha", ADDRESS)]),
    ],
)
def test_every_property_is_one_of_its_class(values: dict[str, Any]) -> None:
    for thing in things(values):
        named = {name for name in thing if not name.startswith("@")}
        assert named <= PROPERTIES[thing["@type"]]
        assert all(thing.values())


def test_service_says_what_is_known() -> None:
    values = service(FULL, ADDRESS, "https://uniportal.gob.gt/institucion/renap")

    assert values["@type"] == "GovernmentService"
    assert values["provider"]["name"] == "RENAP"
    assert values["offers"] == [
        {"@type": "Offer", "name": "Reposición", "price": "100.00", "priceCurrency": "GTQ"}
    ]
    assert values["availableChannel"][0]["servicePhone"]["telephone"] == "1516"


def test_range_of_prices_is_no_price() -> None:
    ranged = replace(FULL, fees=(Fee(concept="A", amount=Decimal(1), most=Decimal(5)),))

    (offer,) = service(ranged, ADDRESS, "")["offers"]

    assert "price" not in offer
    assert offer["priceSpecification"]["maxPrice"] == "5"


@pytest.mark.parametrize(
    "changes",
    [
        {"estimated_fields": frozenset({"fees"})},
        {"fees": (Fee(concept="A", amount=Decimal(1), is_estimate=True),)},
        {"fees": (Fee(concept="A", note="según tarifa"),)},
        {"fees": ()},
    ],
)
def test_what_is_only_presumed_is_not_said(changes: dict[str, Any]) -> None:
    assert "offers" not in service(replace(FULL, **changes), ADDRESS, "")


def test_service_without_owner_has_no_provider() -> None:
    assert "provider" not in service(replace(FULL, institution=None), ADDRESS, "")
