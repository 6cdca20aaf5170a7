"""Which addresses outside the site may be linked, and the host a person is told before leaving."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from canse.domain.naming import host_of, is_web_address


@dataclass(frozen=True, kw_only=True)
class OutsideLink:
    """An address that may be linked; `is_front_page` says that it leads only to a home page."""

    url: str
    host: str
    is_front_page: bool


def outside_link(url: str) -> OutsideLink | None:
    """The link to an address, or None where the text is no web address and is not to be linked."""
    if not url or not is_web_address(url):
        return None
    parts = urlsplit(url)
    return OutsideLink(
        url=url,
        host=host_of(url),
        is_front_page=parts.path in ("", "/") and not parts.query and not parts.fragment,
    )
