"""What the page of an institution says: its services, how to reach it, how its portal stands."""

from collections.abc import Sequence
from dataclasses import dataclass

from canse.domain.overview import InstitutionSheet, PortalResult
from canse.domain.service import ServiceSheet
from uniportal.presenters.outside import OutsideLink, outside_link
from uniportal.presenters.portals import PortalRow, portal_row
from uniportal.presenters.rows import Row, row_of_sheet


@dataclass(frozen=True, kw_only=True)
class InstitutionView:
    """Everything the page of an institution shows; `standings` with its main portal first."""

    sheet: InstitutionSheet
    services: tuple[Row, ...]
    portals: tuple[OutsideLink, ...]
    source: OutsideLink | None
    standings: tuple[PortalRow, ...]


def present(
    sheet: InstitutionSheet,
    services: Sequence[ServiceSheet],
    results: Sequence[PortalResult],
) -> InstitutionView:
    """Decide what the page of an institution says."""
    return InstitutionView(
        sheet=sheet,
        services=tuple(row_of_sheet(service) for service in services),
        portals=tuple(link for url in sheet.portals if (link := outside_link(url))),
        source=outside_link(sheet.source),
        standings=tuple(portal_row(result) for result in results),
    )
