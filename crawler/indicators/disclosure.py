"""Judges whether one thing that must be published is there, current and readable."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from canse.domain.audit import Evidence
from crawler.hosts import is_same_site
from crawler.indicators.portal import (
    Answer,
    Check,
    PortalView,
    found,
    missing,
    not_applicable,
    on,
    partly,
)
from crawler.indicators.publication_content import Content, ContentReader, Document
from crawler.indicators.publication_dates import said
from crawler.indicators.publication_index import Place, index_of
from crawler.indicators.publications import Publication, load_publications
from crawler.institution_kind import COUNTRY

PLACES_READ = 12
# One file under so many numerals says nothing of any of them.
SHARED_AMONG = 4
DETAIL_LENGTH = 90
FOREIGN = "el portal no es de Guatemala y esta ley no le obliga"


@dataclass(frozen=True, kw_only=True)
class Disclosure:
    """What was seen of one publication. `newest` is of its newest period, None where nothing says;
    `today` the day of the visit."""

    publication: Publication
    contents: tuple[Content, ...]
    documents: tuple[Document, ...]
    shared: tuple[Document, ...]
    newest: tuple[date, str] | None
    today: date

    @property
    def is_announced(self) -> bool:
        """Whether a page names it or a link leads to it."""
        return bool(self.contents)

    @property
    def is_empty(self) -> bool:
        """Whether neither a file of its own, nor a table, nor its words were seen."""
        others = any(content.has_table or content.has_words for content in self.contents)
        return not (self.documents or others)

    @property
    def is_current(self) -> bool:
        """Whether there is something and it is as new as its period asks."""
        if self.is_empty:
            return False
        if self.newest is None:
            return not self.publication.period.is_dated
        return self.publication.period.is_current(self.newest[0], self.today)

    @property
    def is_refused(self) -> bool:
        """Whether the portal says that it does not apply, and shows nothing current of it."""
        is_of_law = bool(self.publication.number)
        refusals = (content.refusal for content in self.contents)
        return is_of_law and not self.is_current and any(refusals)


def disclosures(portal: PortalView) -> Mapping[str, Disclosure]:
    """What the portal discloses of each publication, by id."""
    reader = ContentReader(portal, portal.once(index_of))
    known = load_publications()
    contents = {
        key: _read(reader, _places_of(portal, publication), publication)
        for key, publication in known.items()
    }
    shared = _shared(contents)
    return {key: _disclosure(known[key], found, shared) for key, found in contents.items()}


def disclosure_check(identity: str, *, is_of_law: bool = True) -> Check:
    """The check of one publication; the law of one country asks nothing of another's portals."""

    def check(portal: PortalView) -> Answer:
        if is_of_law and is_foreign(portal):
            return not_applicable(FOREIGN)
        return judge_disclosure(portal.once(disclosures)[identity])

    return check


def is_foreign(portal: PortalView) -> bool:
    """Whether the portal is known not to be of this country."""
    return portal.site.country not in (None, COUNTRY)


def judge_disclosure(seen: Disclosure) -> Answer:
    """The verdict over what was seen of one publication."""
    if not seen.is_announced:
        whom = seen.publication.addressed_to
        return not_applicable(f"solo se pide a {whom}") if whom else missing()
    pieces = _evidence(seen)
    if seen.is_current:
        return found(pieces, _what(seen))
    if seen.is_refused:
        return _refused(seen)
    return partly(pieces, _why(seen))


def _refused(seen: Disclosure) -> Answer:
    visit, selector, text = next(c.refusal for c in seen.contents if c.refusal)
    pieces = [on(visit, selector, text, f"{seen.publication.id}-no-aplica")]
    if seen.publication.may_not_apply:
        return not_applicable(f"el portal lo declara: «{_cut(text)}»", pieces)
    return partly(pieces, "el portal declara que no aplica, pero la ley lo pide a toda institución")


def _why(seen: Disclosure) -> str:
    """What keeps it from being met, in words."""
    if not seen.is_empty:
        if seen.newest is None:
            return f"{_what(seen)}, pero nada dice de qué fecha es"
        return f"lo más reciente que se vio es de {said(seen.newest[0], seen.today)}"
    if seen.shared:
        return "el mismo documento se repite en varios numerales"
    folders = [link for content in seen.contents for link in content.folders]
    if folders:
        host = urlsplit(folders[0].url).hostname or "otro sitio"
        return f"está en una carpeta de {host} y no se pudo abrir la carpeta"
    if any(content.dead for content in seen.contents):
        return "se enlaza, pero el enlace no lleva al documento"
    unvisited = [(content, link) for content in seen.contents for link in content.unvisited]
    if unvisited:
        content, link = unvisited[0]
        host = urlsplit(link.url).hostname or ""
        if is_same_site(link.url, content.place.visit.url):
            return "se enlaza una página que no se visitó en esta auditoría"
        return f"se enlaza otro sitio ({host}), que no se visitó"
    return "se anuncia, pero no tiene documentos, tabla ni página propia"


def _what(seen: Disclosure) -> str:
    if seen.documents:
        newest = max(seen.documents, key=lambda d: (d.day or date.min, d.link.position))
        name = _cut(newest.link.text or newest.link.title or newest.link.url.rsplit("/", 1)[-1])
        when = f", de {said(newest.day, seen.today)}" if newest.day else ""
        return f"{_count(len(seen.documents))}; el más reciente, «{name}»{when}"
    when = f", de {said(seen.newest[0], seen.today)}" if seen.newest else ""
    has_table = any(content.has_table for content in seen.contents)
    return ("una tabla" if has_table else "una página con la información") + when


def _count(number: int) -> str:
    return "un documento" if number == 1 else f"{number} documentos"


def _cut(text: str) -> str:
    plain = " ".join(text.split()).rstrip(" .")
    return plain if len(plain) <= DETAIL_LENGTH else plain[: DETAIL_LENGTH - 1] + "…"


def _evidence(seen: Disclosure) -> list[Evidence]:
    """The name of the publication on the page, then the newest of what lies under it."""
    rule = seen.publication.id
    best = max(seen.contents, key=lambda c: (len(c.documents), c.has_table, c.has_words))
    place = best.place
    pieces = [on(place.visit, place.selector, _with_link(place), f"{rule}-nombre")]
    newest = sorted(seen.documents, key=lambda d: d.day or date.min, reverse=True)[:2]
    pieces += [
        on(d.visit, d.link.selector, f"{d.link.text} → {d.link.url}", f"{rule}-documento")
        for d in newest
    ]
    if not newest and seen.newest is not None:
        pieces.append(on(place.visit, place.selector, seen.newest[1], f"{rule}-fecha"))
    for link in [*best.folders, *best.dead, *best.unvisited][:1]:
        target = f"{link.text} → {link.url}"
        pieces.append(on(place.visit, link.selector, target, f"{rule}-enlace"))
    return pieces


def _with_link(place: Place) -> str:
    return f"{place.text} → {place.link.url}" if place.link else place.text


def _places_of(portal: PortalView, publication: Publication) -> Iterable[tuple[Place, str]]:
    """Its places, and those of the numerals that serve it too where that law rules."""
    places = portal.once(index_of).places
    also = () if is_foreign(portal) else publication.also
    for key in (publication.id, *also):
        yield from ((place, key) for place in places.get(key, ()))


def _read(
    reader: ContentReader, places: Iterable[tuple[Place, str]], publication: Publication
) -> tuple[Content, ...]:
    known = load_publications()
    first = list(places)[:PLACES_READ]
    return tuple(reader.read(place, known.get(key, publication)) for place, key in first)


def _shared(contents: Mapping[str, Sequence[Content]]) -> frozenset[str]:
    """Files that stand under so many numerals that they are none of them in particular."""
    owners: dict[str, set[str]] = {}
    for key, found_ in contents.items():
        if load_publications()[key].number:
            for content in found_:
                for document in content.documents:
                    owners.setdefault(document.key, set()).add(key)
    return frozenset(url for url, keys in owners.items() if len(keys) >= SHARED_AMONG)


def _disclosure(
    publication: Publication, contents: Sequence[Content], shared: frozenset[str]
) -> Disclosure:
    every = {d.key: d for content in contents for d in content.documents}
    own = tuple(d for key, d in every.items() if key not in shared)
    days = [(d.day, d.link.text or d.link.url) for d in own if d.day is not None]
    days = days or [pair for content in contents for pair in content.texts]
    visits = [content.place.visit for content in contents]
    return Disclosure(
        publication=publication,
        contents=tuple(contents),
        documents=own,
        shared=tuple(d for key, d in every.items() if key in shared),
        newest=max(days, default=None, key=lambda pair: pair[0]),
        today=max((v.fetched_at.date() for v in visits), default=date.min),
    )
