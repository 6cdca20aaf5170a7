"""Says whether the target of a control was tried and is not there."""

from collections.abc import Mapping, Sequence

from canse.domain.naming import same_address_key
from crawler.files import is_document
from crawler.visit import Outcome, Visit

_DEAD = frozenset(
    {
        Outcome.NOT_FOUND,
        Outcome.GONE,
        Outcome.SOFT_NOT_FOUND,
        Outcome.SERVER_ERROR,
        Outcome.DNS_FAILED,
        Outcome.CONNECTION_REFUSED,
        Outcome.TLS_FAILED,
    }
)


class Targets:
    """The addresses a crawl tried, by what makes two addresses one."""

    def __init__(self, visits: Sequence[Visit]) -> None:
        self._visits: Mapping[str, Visit] = {
            same_address_key(visit.url): visit for visit in reversed(visits)
        }

    def is_dead(self, url: str) -> bool:
        """Whether an address was tried in vain; one never tried is not dead.

        A document that answers with a web page is a "not found" in disguise.
        """
        visit = self._visits.get(same_address_key(url)) if url else None
        if visit is None:
            return False
        is_disguised = (
            is_document(url)
            and visit.status == 200
            and visit.content_type.startswith("text/html")
            # Who asks for a log-in has the file: it could not be opened, which is another thing.
            and visit.outcome is not Outcome.LOGIN_REQUIRED
        )
        return visit.outcome in _DEAD or is_disguised
