"""Finds offers named in list items, rows of tables and cards without a heading."""

import re
from collections import defaultdict
from collections.abc import Sequence, Set
from dataclasses import dataclass
from itertools import pairwise

from canse.domain.naming import same_name_key
from crawler.files import is_file
from crawler.lexicon import Lexicon
from crawler.names import is_named, is_office, is_other, is_possible, name_in_title
from crawler.offer import Offer
from crawler.page import Block, Heading
from crawler.page_kind import PageKind
from crawler.sections import Body, Section, clean_name, group_of, within
from crawler.words_of_services import CONTEXT, FORM_FILE

FAMILY = 3
PAIR = 2
COLUMN_LENGTH = 60
BUTTONS = 3
LIST_SHARE = 0.3
STRONG_SHARE = 0.6
FILE_SHARE = 0.7
ITEM_WORDS = 18
LEAD_LENGTH = 160
_COLUMN = Lexicon("columna", r"servicios?  tramites?  nombre del (?:tramite|servicio)")
_PRICED_COLUMN = Lexicon("columna-con-precio", r"concepto  descripcion")
_PRICE = Lexicon("precio", r"[q$€] ?\d[\d,.]*  costo  gratuito  sin costo")
_END_OF_NAME = re.compile(
    r"(?<=[a-záéíóúñA-ZÁÉÍÓÚÑ)])(?:\.\s+(?=[A-ZÁÉÍÓÚÑ¿])|\s*:\s+(?=[A-ZÁÉÍÓÚÑ¿\d$]|.{40}))"
)


@dataclass(frozen=True, kw_only=True)
class _Item:
    """A list item, row or card, by its first words."""

    name: str
    block: Block
    section: Section
    end: int
    over: Heading | Block | None
    is_named: bool


class ListReader:
    """Reads the offers in the lists and tables of one body."""

    def __init__(self, body: Body, kind: PageKind, furniture: Set[str]) -> None:
        self.body = body
        self.kind = kind
        self.furniture = furniture
        self.tables: dict[int, list[Block]] = defaultdict(list)
        for block in body.blocks:
            self.tables[block.group].append(block)
        self.leads = _leads(body.blocks)

    def read(self) -> list[Offer]:
        """The offers of every list that is a list of services."""
        if self.kind is PageKind.OTHER:
            return self._from_table_titles()
        offers: list[Offer] = []
        for family in self._families():
            members = [item for item in family if self._may_name(item)]
            if self._is_service_list(members):
                offers += [_offer(item) for item in members]
            else:
                offers += [_offer(item) for item in members if self._is_form(item)]
        return offers + self._from_table_titles()

    def _families(self) -> list[list[_Item]]:
        """Items by their list and the heading over them, header rows left out."""
        families: dict[tuple[int, int], list[_Item]] = defaultdict(list)
        for item in self._items():
            if item.block.tag != "th":
                over = item.over.position if item.over else 0
                families[(item.block.group, over)].append(item)
        return [families[key] for key in sorted(families)]

    def _items(self) -> list[_Item]:
        members: dict[int, list[Block]] = defaultdict(list)
        for block in self.body.blocks:
            if block.item:
                members[block.item].append(block)
        heads = {h.item for h in self.body.headings if h.item}
        items = []
        for number in sorted(members):
            if number in heads:
                continue
            blocks = members[number]
            first = next((b for b in blocks if is_possible(b.text) or name_in_title(b.text)), None)
            if first is not None:
                items.append(self._item(first, blocks))
            elif items and _continues(items[-1], blocks):
                items[-1] = self._item(items[-1].block, [*items[-1].section.blocks, *blocks])
        return items

    def _item(self, first: Block, blocks: Sequence[Block]) -> _Item:
        end = blocks[-1].position + 1
        near = self.body.between(blocks[0].position - PAIR, end + PAIR)
        own = {block.position for block in blocks}
        numbers = {block.item for block in blocks}
        section = Section(
            headings=(),
            blocks=tuple(blocks),
            links=tuple(x for x in near.links if x.item in numbers or x.run in own),
            forms=tuple(form for form in near.forms if form.item in numbers),
        )
        return _Item(
            name=_name_in(first, section),
            block=first,
            section=section,
            end=end,
            over=self._over(first),
            is_named=is_named(_name_in(first, section)),
        )

    def _over(self, first: Block) -> Heading | Block | None:
        """The heading the item stands under, or the line that leads up to its list."""
        before = within(self.body.headings, 0, first.position)
        heading = before[-1] if before else None
        lead = self.leads.get(first.group)
        if lead is not None and (heading is None or lead.position > heading.position):
            return lead
        return heading

    def _may_name(self, item: _Item) -> bool:
        over = item.over.text if item.over else ""
        return (
            len(item.name.split()) <= ITEM_WORDS
            and same_name_key(item.name) not in self.furniture
            and not (group_of(over) and not CONTEXT.find(over))
        )

    def _is_service_list(self, members: list[_Item]) -> bool:
        if not members:
            return False
        columns = self._columns(members[0])
        if any(map(_COLUMN.starts, columns)):
            return True
        if any(map(_PRICED_COLUMN.starts, columns)) and _priced(members) >= LIST_SHARE:
            return True
        share = sum(item.is_named for item in members) / len(members)
        foreign = sum(is_other(i.name) or is_office(i.name) for i in members) / len(members)
        over = members[0].over
        is_listed = over is not None and bool(CONTEXT.find(over.text))
        if not (is_listed or self.kind is PageKind.SERVICES):
            return (
                len(members) > FAMILY and share >= STRONG_SHARE and _priced(members) >= LIST_SHARE
            )
        if len(members) < FAMILY:
            return len(members) == PAIR and share >= STRONG_SHARE
        if share >= STRONG_SHARE:
            return True
        if foreign > 0.5:
            return False
        return share >= LIST_SHARE or is_listed or _filed(members) >= FILE_SHARE

    def _columns(self, item: _Item) -> list[str]:
        """The header cells of the table an item stands in."""
        if not item.block.group:
            return []
        cells = self.tables[item.block.group]
        return [b.text for b in cells if b.tag == "th" and len(b.text) < COLUMN_LENGTH]

    def _is_form(self, item: _Item) -> bool:
        return item.is_named and any(
            is_file(link.url) and FORM_FILE.find(f"{link.text} {link.raw}")
            for link in item.section.links
        )

    def _from_table_titles(self) -> list[Offer]:
        """A table under one title that names a service: its rows are only its tariffs."""
        offers = []
        for group, blocks in self.tables.items():
            cells = [b for b in blocks if b.tag == "th"]
            if not group or len(cells) != 1:
                continue
            rows = [b for b in blocks if b.item != cells[0].item]
            named = len({b.item for b in rows if is_named(b.text)})
            total = len({b.item for b in rows})
            is_tariff = total >= FAMILY and named / total < LIST_SHARE
            if is_tariff and is_named(cells[0].text) and is_possible(cells[0].text):
                offers.append(self._table_offer(cells[0], rows))
        return offers

    def _table_offer(self, cell: Block, rows: list[Block]) -> Offer:
        end = rows[-1].position + 1
        return Offer(
            name=clean_name(cell.text),
            selector=cell.selector,
            position=cell.position,
            end=end,
            section=self.body.between(cell.position, end),
            rule="nombre-en-tabla",
        )


def _leads(blocks: Sequence[Block]) -> dict[int, Block]:
    """For each list, the line right before it that leads up to it ("Servicios que presta:")."""
    found: dict[int, Block] = {}
    for before, block in pairwise(blocks):
        is_first = block.group and block.group not in found and before.group != block.group
        if is_first and not before.item and _is_lead(before.text):
            found[block.group] = before
    return found


def _is_lead(text: str) -> bool:
    return len(text) <= LEAD_LENGTH and text.endswith(":") and bool(CONTEXT.find(text))


def _continues(item: _Item, blocks: Sequence[Block]) -> bool:
    """Whether blocks without a name of their own stand right behind an item, as its buttons do."""
    return blocks[0].group == item.block.group and blocks[0].position - item.end <= BUTTONS


def _name_in(first: Block, section: Section) -> str:
    """The name alone, where the first words are a link and a description follows."""
    for link in section.links:
        if (
            link.run == first.position
            and first.text.startswith(link.text)
            and is_possible(link.text)
        ):
            return clean_name(link.text)
    if (of_requirements := name_in_title(first.text)) and not is_possible(first.text):
        return of_requirements
    name, said = _split(first.text)
    return clean_name(name if said and is_possible(name) and is_named(name) else first.text)


def _split(text: str) -> tuple[str, str]:
    """The name and what is said of it: "Constancia de no adeudo. Costo: $ 120"."""
    end = _END_OF_NAME.search(text)
    return (text[: end.start()], text[end.end() :]) if end else (text, "")


def _offer(item: _Item) -> Offer:
    return Offer(
        name=item.name,
        selector=item.block.selector,
        position=item.block.position,
        end=item.end,
        section=item.section,
        rule="nombre-en-lista",
        label=item.block.text,
    )


def _priced(members: list[_Item]) -> float:
    return sum(bool(_PRICE.find(item.section.text)) for item in members) / len(members)


def _filed(members: list[_Item]) -> float:
    filed = sum(any(is_file(link.url) for link in item.section.links) for item in members)
    return filed / len(members)
