"""Finds on one page the names of what a person can obtain, each with the words under it."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence, Set
from dataclasses import replace
from urllib.parse import urlsplit

from canse.domain.naming import same_name_key
from crawler.files import file_words, is_file
from crawler.forms import FormClass, classify_form, is_staff_form, sending_texts
from crawler.hosts import HostClass, classify_host
from crawler.lexicon import Lexicon
from crawler.names import is_named, is_other, is_possible
from crawler.offer import Offer
from crawler.offers_by_label import labelled_offers
from crawler.offers_in_headings import HeadingReader
from crawler.offers_in_lists import ListReader
from crawler.page import Form, Link, Page
from crawler.page_kind import PageKind, first_headings, kind_of, path_words
from crawler.sections import Body, clean_name, name_key, within
from crawler.words_of_services import (
    APPOINTMENT,
    COMPLAINT,
    FORM_FILE,
    INFORMATION_REQUEST,
    SERVICE,
)
from crawler.words_of_transactions import OFFER

FAMILY = 3
FAMILY_SHARE = 0.4
STRONG_SHARE = 0.75
OFFERS_ON_A_PAGE = 2000
PAIR = 2
_IN_TITLE = "nombre-en-titulo"
_TITLES = frozenset({_IN_TITLE, "nombre-con-etiqueta"})
_SERVICE_FORMS = frozenset(
    {
        FormClass.APPLICATION, FormClass.COMPLAINT, FormClass.APPOINTMENT, FormClass.PAYMENT,
        FormClass.QUERY, FormClass.INFORMATION_REQUEST,
    }
)  # fmt: skip
_SUBJECTS: dict[FormClass, Lexicon] = {
    FormClass.APPOINTMENT: APPOINTMENT,
    FormClass.COMPLAINT: COMPLAINT,
    FormClass.INFORMATION_REQUEST: INFORMATION_REQUEST,
}


def find_offers(page: Page, *, furniture: Set[str] = frozenset()) -> tuple[Offer, ...]:
    """The services a page names; `furniture` holds names that repeat all over the portal."""
    kind = kind_of(page)
    if kind in (PageKind.STAFF, PageKind.NOT_FOUND):
        return ()
    body = Body(page)
    offers = labelled_offers(body) if kind is not PageKind.OTHER else []
    if not offers:
        titled = HeadingReader(body, kind, furniture).read()
        listed = ListReader(body, kind, furniture).read()
        offers = _join(titled, listed)
    if not any(offer.is_sheet for offer in offers):
        offers += _linked(body, kind, offers, furniture)
    offers = _formed(body, page, offers)
    offers = offers or _framed(body, page)
    found = [_trim(offer, furniture) for offer in _without_doubles(offers)]
    if len(found) == 1 and _is_subject(found[0], body):
        return (_alone(found[0], body),)
    return tuple(found[:OFFERS_ON_A_PAGE])


def _is_subject(offer: Offer, body: Body) -> bool:
    """Whether the page as a whole is about its only offer."""
    tops = [h.position for h in body.headings if h.level == 1]
    first = [h.position for h in body.headings if is_possible(h.text)]
    return offer.is_sheet or not first or offer.position <= min([*tops, *first])


def _alone(offer: Offer, body: Body) -> Offer:
    """The offer with everything under its name, and every form of the page."""
    whole = body.between(offer.position + 1, body.end)
    section = offer.section
    if offer.rule == _IN_TITLE and not offer.is_sheet:
        links = dict.fromkeys((*offer.section.links, *whole.links))
        section = replace(whole, links=tuple(links))
    return replace(offer, is_alone=True, section=replace(section, forms=body.forms))


def _trim(offer: Offer, furniture: Set[str]) -> Offer:
    """The offer without the list entries that stand on every page."""
    blocks = tuple(
        block
        for block in offer.section.blocks
        if not (block.item and name_key(block.text) in furniture)
    )
    return replace(offer, section=replace(offer.section, blocks=blocks))


def _join(titled: list[Offer], listed: list[Offer]) -> list[Offer]:
    """Lists within a sheet belong to it; a title over a list of services gives way to it."""
    sheets = [offer for offer in titled if offer.is_sheet]
    covered = _Covered(sheets)
    outside = [item for item in listed if not covered.holds(item.position)]
    if len(sheets) == 1:
        return [offer for offer in titled if offer.is_sheet or is_named(offer.name)]
    kept: list[Offer] = []
    dropped: set[int] = set()
    outside.sort(key=lambda item: item.position)
    for offer in titled:
        inner = within(outside, offer.position + 1, offer.end)
        named = sum(is_named(item.name) for item in inner)
        is_list = len(inner) >= FAMILY or named == len(inner) >= PAIR
        if offer.is_sheet or not is_list:
            kept.append(offer)
            dropped.update(item.position for item in inner)
    return kept + [item for item in outside if item.position not in dropped]


def _linked(
    body: Body, kind: PageKind, offers: Sequence[Offer], furniture: Set[str]
) -> list[Offer]:
    covered = _Covered(offers)
    titles = {heading.position for heading in body.headings}
    free = [
        link
        for link in body.links
        if is_possible(link.text, may_act=True)
        and not link.is_button
        and name_key(link.text) not in furniture
        and not covered.holds(max(link.position, link.run))
        and link.run not in titles
    ]
    cells = _crowded(body)
    plain = [x for x in free if (not x.item or x.item in cells) and is_possible(x.text)]
    named = sum(is_named(link.text) for link in plain)
    share = FAMILY_SHARE if kind is PageKind.SERVICES else STRONG_SHARE
    if kind is not PageKind.OTHER and len(plain) >= FAMILY and named >= share * len(plain):
        return [_link_offer(body, link) for link in plain if not is_other(link.text)]
    return [_link_offer(body, link) for link in free if _is_strong(link, kind)]


def _crowded(body: Body) -> frozenset[int]:
    """The items that hold so many links, each on its own line, that they only lay out the page."""
    lines = {(block.item, block.text) for block in body.blocks if block.item}
    counts = Counter(x.item for x in body.links if x.item and (x.item, x.text) in lines)
    return frozenset(item for item, count in counts.items() if count >= FAMILY)


class _Covered:
    """The stretches of a page that offers take up."""

    def __init__(self, offers: Sequence[Offer]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for offer in sorted(offers, key=lambda offer: offer.position):
            if self._ends and offer.position <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], offer.end)
            else:
                self._starts.append(offer.position)
                self._ends.append(offer.end)

    def holds(self, position: int) -> bool:
        """Whether a position is within one of them."""
        index = bisect_right(self._starts, position) - 1
        return index >= 0 and position < self._ends[index]


def _is_strong(link: Link, kind: PageKind) -> bool:
    """A live link whose own words offer the request, or the form for it."""
    if not link.url:
        return False
    asks = COMPLAINT.find(link.text) or INFORMATION_REQUEST.find(link.text)
    if OFFER.starts(link.text) and asks:
        return True
    if kind is PageKind.OTHER:
        return False
    words = f"{link.text} {file_words(link.url)}"
    is_request = SERVICE.starts(link.text) or FORM_FILE.starts(link.text)
    return is_file(link.url) and is_request and bool(FORM_FILE.find(words))


def _link_offer(body: Body, link: Link) -> Offer:
    first = min(link.position, link.run)
    return Offer(
        name=clean_name(link.text),
        selector=link.selector,
        position=link.position,
        end=link.position + 1,
        section=replace(body.between(first, first), links=(link,)),
        rule="nombre-en-enlace",
    )


def _formed(body: Body, page: Page, offers: Sequence[Offer]) -> list[Offer]:
    """Give each service form to the title it stands under; one without makes its own offer."""
    found = list(offers)
    for form in body.forms:
        kind = classify_form(form)
        if kind not in _SERVICE_FORMS or is_staff_form(form) or not sending_texts(form):
            continue
        if any(form in offer.section.forms for offer in found):
            continue
        name = _form_name(form, kind, page)
        titled = [o for o in found if o.rule in _TITLES and o.position < form.position]
        if titled and (titled[-1].is_sheet or not _says_more(name, titled[-1].name, form, kind)):
            found[found.index(titled[-1])] = _with_form(titled[-1], form)
        elif name:
            found = [offer for offer in found if offer not in titled[-1:]]
            found.append(
                Offer(
                    name=name,
                    selector=form.selector,
                    position=form.position,
                    end=form.position + 1,
                    section=body.between(form.position, form.position + 1),
                    rule="nombre-de-formulario",
                )
            )
    return found


def _says_more(name: str, title: str, form: Form, kind: FormClass) -> bool:
    """Whether the form names its subject better than the title over it."""
    subject = _SUBJECTS.get(kind)
    is_about = bool(subject and subject.find(name) and not subject.find(title))
    return is_about or (name == clean_name(form.heading) and is_named(name) and name != title)


def _framed(body: Body, page: Page) -> list[Offer]:
    """A complaint channel whose form is a builder's, shown in a frame of a page named for it."""
    if not COMPLAINT.find(path_words(urlsplit(page.url).path)):
        return []
    if not any(classify_host(f, page.url) is HostClass.THIRD_PARTY_FORM for f in page.frames):
        return []
    named = [heading for heading in body.headings if COMPLAINT.starts(heading.text)]
    return [
        Offer(
            name=clean_name(heading.text),
            selector=heading.selector,
            position=0,
            end=body.end,
            section=body.between(heading.position + 1, body.end),
            rule="nombre-de-marco",
        )
        for heading in named[:1]
    ]


def _with_form(offer: Offer, form: Form) -> Offer:
    return replace(offer, section=replace(offer.section, forms=(*offer.section.forms, form)))


def _form_name(form: Form, kind: FormClass, page: Page) -> str:
    """What the form is for: the nearest words that name its subject."""
    texts = [form.heading, *first_headings(page), page.title, *form.submit_texts]
    possible = [clean_name(text) for text in texts if is_possible(text) and not is_other(text)]
    subject = _SUBJECTS.get(kind)
    about = [name for name in possible if subject and subject.find(name)]
    named = [name for name in possible if is_named(name)]
    return next(iter([*about, *named, *possible]), "")


def _without_doubles(offers: Sequence[Offer]) -> tuple[Offer, ...]:
    """One offer a name; the one with the longer section is kept."""
    kept: dict[str, Offer] = {}
    for offer in sorted(offers, key=lambda offer: (offer.position, offer.name)):
        key = same_name_key(offer.name)
        other = kept.get(key)
        if other is None or len(offer.section.text) > len(other.section.text):
            kept[key] = offer
    return tuple(sorted(kept.values(), key=lambda offer: (offer.position, offer.name)))
