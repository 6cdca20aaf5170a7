"""Which portals the catalogue knows, and which of them are due for a new audit."""

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime, timedelta
from functools import cached_property

from canse.catalogue import Catalogue
from canse.domain.institution import InstitutionKind
from canse.domain.naming import host_of

AUDIT_EVERY = timedelta(days=7)


def _now() -> datetime:
    return datetime.now(UTC)


class PortalDirectory:
    """The portals of the catalogue as pairs of address and institution's slug."""

    def __init__(self, catalogue: Catalogue, now: Callable[[], datetime] = _now) -> None:
        self._catalogue = catalogue
        self._now = now

    def of(self, slug: str) -> Iterable[tuple[str, str]]:
        """The portals of one institution."""
        return self._catalogue.portals(slug)

    def all(self) -> Iterable[tuple[str, str]]:
        """The main portal of every institution."""
        return self._catalogue.portals()

    def due(self) -> Iterable[tuple[str, str]]:
        """The main portals never audited, or last audited a week ago or more."""
        limit = self._now() - AUDIT_EVERY
        fresh = {
            result.host for result in self._catalogue.portal_results() if result.audited_at > limit
        }
        return [(url, slug) for url, slug in self.all() if host_of(url) not in fresh]

    def kind_of(self, slug: str) -> InstitutionKind | None:
        """The kind of an institution, None when the catalogue does not have it."""
        return self._kinds.get(slug)

    @cached_property
    def _kinds(self) -> Mapping[str, InstitutionKind]:
        known = self._catalogue.institutions()
        return {count.institution.slug: count.institution.kind for count in known}
