"""Which portals somebody chose on the command line, each address checked before it is asked."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from canse.domain.errors import BadInput
from canse.domain.institution import InstitutionKind
from crawler.browser import find_browser
from crawler.guard import AddressGuard
from crawler.order import Options, Target, portal_address
from crawler.urls import normalise


class PortalDirectory(Protocol):
    """What the catalogue knows of portals: pairs of address and institution's slug."""

    def of(self, slug: str) -> Iterable[tuple[str, str]]:
        """The portals of one institution."""
        ...

    def all(self) -> Iterable[tuple[str, str]]:
        """Every portal of the catalogue."""
        ...

    def due(self) -> Iterable[tuple[str, str]]:
        """The portals whose last audit is too old."""
        ...

    def kind_of(self, slug: str) -> InstitutionKind | None:
        """The kind of an institution, None when the catalogue does not have it."""
        ...


@dataclass(frozen=True, kw_only=True)
class Choice:
    """Which portals somebody chose on the command line."""

    urls: tuple[str, ...]
    institution: str | None
    everything: bool
    due: bool
    replay: Path | None


def chosen_targets(choice: Choice, portals: PortalDirectory | None) -> tuple[Target, ...]:
    """The portals chosen, each address checked before anything is asked of any of them."""
    if choice.replay is not None:
        if len(choice.urls) > 1 or choice.everything or choice.due:
            raise BadInput("Un archivo se repite para un solo portal.")
        url = portal_address(choice.urls[0]) if choice.urls else ""
        return (Target(url=url, institution=choice.institution, replay=choice.replay),)
    if choice.urls:
        addresses = dict.fromkeys(portal_address(url) for url in choice.urls)
        return tuple(Target(url=url, institution=choice.institution) for url in addresses)
    if not (choice.institution or choice.everything or choice.due):
        raise BadInput("Diga qué portales auditar: una dirección, --institution, --all o --due.")
    if portals is None:
        raise BadInput("No hay un catálogo del cual tomar los portales; dé sus direcciones.")
    return _from_catalogue(choice, portals)


def refuse_missing_browser(options: Options) -> None:
    """Refuse at once an audit with a browser on a machine that has none."""
    if options.browser:
        find_browser()


def refuse_private(target: Target, options: Options) -> None:
    """Refuse at once an address whose writing shows that it must not be asked."""
    guard = AddressGuard(allow_private=options.allow_private)
    url = None if target.replay else normalise(target.url)
    objection = guard.objection(url) if url else ""
    if objection:
        raise BadInput(
            "No se audita «{url}»: {objection}. Si es suya, use --allow-private.",
            url=target.url,
            objection=objection,
        )


def _from_catalogue(choice: Choice, portals: PortalDirectory) -> tuple[Target, ...]:
    if choice.institution:
        pairs = portals.of(choice.institution)
    else:
        pairs = portals.all() if choice.everything else portals.due()
    # A wrong address in the catalogue is told when its turn comes: the other portals go on.
    targets = tuple(
        Target(url=url, institution=slug, kind=portals.kind_of(slug)) for url, slug in pairs
    )
    if not targets and choice.institution:
        raise BadInput("La institución «{slug}» no tiene portales.", slug=choice.institution)
    return targets
