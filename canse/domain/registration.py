"""The rule by which a service that an audit found enters the catalogue, pure.

Rule: confirmed at stage 3 or more registers at once. Stage 1 and 2 register as such when the
service has a page of its own on the portal of its institution. Anything else that meets a stage,
or is only declared to, waits on the institution's review list. What meets none is kept with the
reason and registered nowhere.
"""

from collections import Counter
from collections.abc import Iterable

from canse.domain.audit import FoundService
from canse.domain.naming import host_of, same_address_key
from canse.domain.overview import Registration
from canse.domain.stages import Stage


def registration_of(
    found: FoundService, *, has_own_page: bool, belongs_elsewhere: bool
) -> Registration:
    """Decide what becomes of a service that the catalogue does not know yet.

    `belongs_elsewhere` says that its action leads to another institution: this portal only links
    to it, and its owner decides.
    """
    if not found.qualifies or max(found.stage_confirmed, found.stage_declared) is Stage.NONE:
        return Registration.KEPT
    if belongs_elsewhere:
        return Registration.REVIEW
    if found.stage_confirmed >= Stage.TRANSACTIONAL:
        return Registration.REGISTERED
    if found.stage_confirmed >= Stage.EMERGING and has_own_page:
        return Registration.REGISTERED
    return Registration.REVIEW


def pages_of_one_service(services: Iterable[FoundService]) -> frozenset[str]:
    """The pages, in the form of `same_address_key`, that speak of one service only."""
    speakers = Counter(
        page
        for service in services
        for page in {same_address_key(mention.page_url) for mention in service.mentions}
    )
    return frozenset(page for page, count in speakers.items() if page and count == 1)


def shared_actions(services: Iterable[FoundService]) -> frozenset[str]:
    """The action addresses, in the form of `same_address_key`, that several services share."""
    leading = Counter(same_address_key(service.action_url or "") for service in services)
    return frozenset(action for action, count in leading.items() if action and count > 1)


def has_own_page(found: FoundService, portal_url: str, own_pages: frozenset[str]) -> bool:
    """Whether some page of the portal, not its home, is about this service alone."""
    home = same_address_key(portal_url)
    return any(
        page in own_pages and page != home and host_of(mention.page_url) == host_of(portal_url)
        for mention in found.mentions
        for page in (same_address_key(mention.page_url),)
    )
