"""Finds offers whose name is a heading: sheets of one service, cards and lists under titles."""

from collections import defaultdict
from collections.abc import Set
from itertools import islice

from crawler.files import is_file
from crawler.lexicon import Lexicon
from crawler.names import is_office, is_other
from crawler.offer import Offer
from crawler.page_kind import PageKind, path_words
from crawler.sections import Body, Section, within
from crawler.titles import Title, titles_of
from crawler.words_of_services import COMPLAINT, CONTEXT, FORM_FILE, PLACEHOLDER

FAMILY = 3
INNER_SHEETS = 2
FAMILY_SHARE = 0.4
DESCRIPTION_LENGTH = 15
SHEET_GROUPS = 2
FULL_SHEET_GROUPS = 3
_BOLD = 7
_TOP = 2
_TELLING_GROUPS = frozenset({"requisitos", "costo", "pasos"})
_CATEGORIES = Lexicon(
    "categorias", r"categorias?  categoria  temas?  argoment[oi]  areas  esplora per"
)


class HeadingReader:
    """Reads the offers in the headings of one body."""

    def __init__(self, body: Body, kind: PageKind, furniture: Set[str]) -> None:
        self.body = body
        self.kind = kind
        self.titles = titles_of(body, furniture)
        self.families: dict[tuple[int, int, bool], list[Title]] = defaultdict(list)
        for title in self.titles:
            self.families[_family_key(title)].append(title)
        self.shares = {
            key: sum(title.is_named for title in family) / len(family)
            for key, family in self.families.items()
        }
        self.has_subject = any(t.is_named and t.heading.level <= _TOP for t in self.titles)

    def read(self) -> list[Offer]:
        """The offers, each with its section; a sheet takes in everything under it."""
        offers: list[Offer] = []
        sheet_end = 0
        for title in self.titles:
            if title.heading.position < sheet_end:
                continue
            is_sheet, is_wide = self._sheet(title)
            if is_sheet and self._may_be_sheet(title):
                end = title.wide_end if is_wide else title.end
                offers.append(_offer(title, is_wide=is_wide, is_sheet=True))
                sheet_end = end
            elif self._is_service(title):
                offers.append(_offer(title, is_wide=False, is_sheet=False))
        return _without_inner(_without_umbrellas(offers, self.titles), self.titles)

    def _sheet(self, title: Title) -> tuple[bool, bool]:
        """Whether requirements stand under the title, and whether only deeper down."""
        if title.tells_requirements:
            return True, False
        if len(title.narrow.groups()) >= SHEET_GROUPS and not self._has_inner_sheets(title):
            return True, title.heading.level < _BOLD
        if title.heading.level >= _BOLD or not (title.is_named or title.heading.level == 1):
            return bool(title.is_named and title.narrow.groups()), False
        is_wide = len(title.wide.groups()) >= SHEET_GROUPS and not self._has_inner_sheets(title)
        return is_wide, is_wide

    def _has_inner_sheets(self, title: Title) -> bool:
        inner = within(self.titles, title.position + 1, title.wide_end)
        sheets = (other for other in inner if other.is_named and other.narrow.groups())
        return len(list(islice(sheets, INNER_SHEETS))) == INNER_SHEETS

    def _may_be_sheet(self, title: Title) -> bool:
        if not _tells(title.wide):
            return False
        groups = title.narrow.groups() or title.wide.groups()
        if title.tells_requirements:
            groups = (*groups, "requisitos")
        if is_other(title.name) or is_office(title.name):
            return len(title.wide.groups()) >= FULL_SHEET_GROUPS and self.kind is PageKind.SERVICES
        if self.kind is PageKind.OTHER:
            return title.is_named and len(groups) >= SHEET_GROUPS
        return title.is_named or bool(_TELLING_GROUPS & set(groups))

    def _is_service(self, title: Title) -> bool:
        if is_other(title.name) or is_office(title.name) or self.kind is PageKind.OTHER:
            return False
        if PLACEHOLDER.find(title.narrow.text[:600]) or _is_category(title):
            return False
        is_listed = bool(CONTEXT.find(_parent_text(title)))
        told = title.wide if title.heading.level <= _TOP else title.narrow
        if not (_describes(told) or _is_live(told) or is_listed):
            return False
        if title.heading.level == _BOLD and _is_menu_entry(title):
            return False
        if title.is_named and (title.heading.level <= _TOP or self._is_in_context(title)):
            return True
        if COMPLAINT.starts(title.name) and _leads_somewhere(title.narrow):
            return True
        if FORM_FILE.starts(title.heading.text) and any(
            is_file(link.url) for link in title.narrow.links
        ):
            return True
        return self._is_in_family(title, is_listed=is_listed)

    def _is_in_context(self, title: Title) -> bool:
        return self.kind is PageKind.SERVICES or bool(CONTEXT.find(title.above))

    def _is_in_family(self, title: Title, *, is_listed: bool) -> bool:
        family = self.families[_family_key(title)]
        if len(family) < FAMILY:
            return False
        share = self.shares[_family_key(title)]
        if share >= FAMILY_SHARE or is_listed:
            return True
        return self.kind is PageKind.SERVICES and not self.has_subject


def _family_key(title: Title) -> tuple[int, int, bool]:
    parent = title.parent.position if title.parent else 0
    return title.heading.level, parent, bool(title.heading.item)


def _parent_text(title: Title) -> str:
    return title.parent.text if title.parent else ""


def _offer(title: Title, *, is_wide: bool, is_sheet: bool) -> Offer:
    return Offer(
        name=title.name,
        selector=title.heading.selector,
        position=title.heading.position,
        end=title.wide_end if is_wide else title.end,
        section=title.wide if is_wide else title.narrow,
        rule="nombre-en-titulo",
        label=title.heading.text,
        is_sheet=is_sheet,
    )


def _is_category(title: Title) -> bool:
    """A theme under which services are filed is none itself."""
    paths = [path_words(link.url) for link in title.narrow.links[:1]]
    paths += [path_words(link.url) for link in title.own_links[:1]]
    return bool(_CATEGORIES.find(" ".join((_parent_text(title), *paths))))


def _describes(section: Section) -> bool:
    return any(len(block.text) >= DESCRIPTION_LENGTH for block in section.blocks)


def _tells(section: Section) -> bool:
    """Whether something stands under it that is no placeholder; what scripts bring is unseen."""
    if _is_live(section):
        return True
    return not section.blocks or not all(PLACEHOLDER.find(b.text) for b in section.blocks)


def _is_live(section: Section) -> bool:
    return any(link.url or link.has_script for link in section.links) or bool(section.forms)


def _leads_somewhere(section: Section) -> bool:
    return bool(section.blocks) and any(link.url for link in section.links)


def _is_menu_entry(title: Title) -> bool:
    """A bold link to another page of the portal, with nothing said of it."""
    return not title.narrow.blocks and not title.narrow.forms


def _without_umbrellas(offers: list[Offer], titles: list[Title]) -> list[Offer]:
    """Drop a title that only stands over a list of services."""
    ends = {title.heading.position: title.wide_end for title in titles}
    kept = []
    for offer in offers:
        inner = within(offers, offer.position + 1, ends[offer.position])
        if offer.is_sheet or len(inner) < FAMILY:
            kept.append(offer)
    return kept


def _without_inner(offers: list[Offer], titles: list[Title]) -> list[Offer]:
    """Drop titles within a service's own part, unless they are sheets themselves."""
    ends = {title.heading.position: title.wide_end for title in titles}
    kept: list[Offer] = []
    reach = 0
    for offer in offers:
        if offer.position >= reach or offer.is_sheet:
            kept.append(offer)
            reach = max(reach, ends[offer.position])
    return kept
