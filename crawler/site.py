"""What is known of a portal beside its pages: whose it is and how it travels over the wire."""

from dataclasses import dataclass, field

from canse.domain.institution import InstitutionKind
from crawler.transport import Transport


@dataclass(frozen=True, kw_only=True)
class Site:
    """Facts of the whole portal; None where nobody looked.

    `country` is "gt" for a portal of Guatemala and empty for any other: the law of one country asks
    nothing of another's portals.
    `has_robots` and `has_sitemap` say whether the files answered with what they should hold;
    `has_real_404` whether an address that cannot exist is answered as such.
    """

    kind: InstitutionKind = InstitutionKind.OTHER
    country: str | None = None
    transport: Transport = field(default_factory=Transport)
    has_robots: bool | None = None
    has_sitemap: bool | None = None
    has_real_404: bool | None = None
