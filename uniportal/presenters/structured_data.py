"""What machines read of a page, in the words of schema.org, as values that become JSON-LD.

Only what is known is said: neither an estimate nor an empty field becomes a fact there.
"""

from collections.abc import Sequence
from typing import Any

from canse.domain.institution import InstitutionRef
from canse.domain.overview import InstitutionSheet
from canse.domain.service import Channel, Fee, Modality, ServiceSheet

CONTEXT = "https://schema.org"
COUNTRY = {"@type": "Country", "name": "Guatemala"}
Values = dict[str, Any]


def website(home: str, search: str) -> Values:
    """The site, and how it is searched; `search` has {search_term_string} where words go."""
    return _described(
        "WebSite",
        name="Uniportal",
        url=home,
        inLanguage="es-GT",
        potentialAction={
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": search},
            "query-input": "required name=search_term_string",
        },
    )


def service(sheet: ServiceSheet, address: str, owner_address: str) -> Values:
    """A service of the State."""
    return _described(
        "GovernmentService",
        name=sheet.name,
        description=sheet.description or sheet.summary,
        url=address,
        identifier=str(sheet.number),
        serviceType=sheet.category.name if sheet.category else "",
        areaServed=COUNTRY if not sheet.coverage else _places(sheet),
        provider=_organisation(sheet.institution, owner_address) if sheet.institution else None,
        audience=[
            {"@type": "Audience", "audienceType": audience.value} for audience in sheet.audiences
        ],
        availableChannel=[_channel(one, sheet) for one in sheet.channels if _leads(one)],
        offers=[
            _offer(fee) for fee in sheet.fees if fee.amount is not None and _is_sure(sheet, fee)
        ],
        serviceOutput={"@type": "Thing", "name": sheet.result} if sheet.result else None,
    )


def organisation(sheet: InstitutionSheet, address: str) -> Values:
    """An institution, with its telephone and its own sites."""
    owner = sheet.institution
    return _described(
        "GovernmentOrganization",
        name=owner.name,
        alternateName=owner.acronym,
        url=address,
        sameAs=list(sheet.portals),
        telephone=sheet.telephone,
        parentOrganization={"@type": "GovernmentOrganization", "name": sheet.parent.name}
        if sheet.parent
        else None,
    )


def breadcrumbs(path: Sequence[tuple[str, str]]) -> Values:
    """Where a page stands, from the home page down: (name, address) pairs."""
    return _described(
        "BreadcrumbList",
        itemListElement=[
            {"@type": "ListItem", "position": place, "name": name, "item": address}
            for place, (name, address) in enumerate(path, start=1)
        ],
    )


def _described(kind: str, **values: Any) -> Values:
    return {"@context": CONTEXT, "@type": kind, **_known(values)}


def _known(values: Values) -> Values:
    return {name: value for name, value in values.items() if value}


def _organisation(owner: InstitutionRef, address: str) -> Values:
    values = {"name": owner.name, "alternateName": owner.acronym, "url": address}
    return {"@type": "GovernmentOrganization", **_known(values)}


def _places(sheet: ServiceSheet) -> Any:
    named = [place.name for place in sheet.coverage if place.name]
    return [{"@type": "AdministrativeArea", "name": name} for name in named] or COUNTRY


def _leads(channel: Channel) -> bool:
    return bool(channel.url or channel.telephone)


def _channel(channel: Channel, sheet: ServiceSheet) -> Values:
    is_online = sheet.modality is Modality.ONLINE
    phone = {"@type": "ContactPoint", "telephone": channel.telephone} if channel.telephone else None
    values = {
        "serviceUrl": channel.url,
        "servicePhone": phone,
        "name": "En línea" if channel.url and is_online else "",
    }
    return {"@type": "ServiceChannel", **_known(values)}


def _is_sure(sheet: ServiceSheet, fee: Fee) -> bool:
    return not fee.is_estimate and "fees" not in sheet.estimated_fields


def _offer(fee: Fee) -> Values:
    """A price, or from what to what: a range has no one price."""
    currency = fee.currency.value.upper()
    if fee.most is not None:
        price = {
            "@type": "PriceSpecification",
            "minPrice": str(fee.amount),
            "maxPrice": str(fee.most),
            "priceCurrency": currency,
        }
        return {"@type": "Offer", "name": fee.concept, "priceSpecification": price}
    return {
        "@type": "Offer",
        "name": fee.concept,
        "price": str(fee.amount),
        "priceCurrency": currency,
    }
