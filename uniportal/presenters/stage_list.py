"""The public results of the audits as a list: which kind, in which order, a page at a time."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from canse.domain.institution import InstitutionKind
from canse.domain.naming import fold
from canse.domain.overview import PortalResult
from canse.domain.stability import Change
from canse.domain.stages import Stage
from uniportal.presenters.institution_lists import KIND_SLUGS, read_kind
from uniportal.presenters.points import Share, share
from uniportal.presenters.portals import PortalRow, Seen, portal_row

PAGE_SIZE = 100
MOST_PAGES = 100
REVERSE = "-"


class Column(StrEnum):
    """What the list can be ordered by; the value stands in the address."""

    STAGE = "etapa"
    ONLINE = "servicios"
    TRANSPARENCY = "transparencia"
    COVERAGE = "cobertura"
    CHANGE = "cambio"
    DATE = "fecha"
    NAME = "nombre"


@dataclass(frozen=True, kw_only=True)
class ListChoices:
    """What was asked of the list; `kind_slug` is empty for all kinds."""

    kind_slug: str = ""
    column: Column = Column.STAGE
    is_reversed: bool = False
    page: int = 1

    @property
    def kind(self) -> InstitutionKind | None:
        """The kind chosen, None for all."""
        return read_kind(self.kind_slug)

    def parameters(self) -> dict[str, str]:
        """The parameters of the address of this list; what is usual is left out."""
        said = {"tipo": self.kind_slug} if self.kind_slug else {}
        if self.column is not Column.STAGE or self.is_reversed:
            said["orden"] = f"{REVERSE if self.is_reversed else ''}{self.column.value}"
        if self.page > 1:
            said["pagina"] = str(self.page)
        return said


@dataclass(frozen=True, kw_only=True)
class ListLink:
    """A link that changes one choice; `is_chosen` marks what is shown now."""

    word: str
    parameters: Mapping[str, str]
    is_chosen: bool
    count: int = 0


@dataclass(frozen=True, kw_only=True)
class StageCount:
    """How many portals stand at a stage."""

    stage: Stage
    share: Share


@dataclass(frozen=True, kw_only=True)
class StagesView:
    """The list: portals that could not be looked at are counted apart and come last."""

    choices: ListChoices
    rows: tuple[PortalRow, ...]
    total: int
    counts: tuple[StageCount, ...]
    unseen: Share
    kinds: tuple[ListLink, ...]
    orders: tuple[ListLink, ...]
    pages: int
    previous: Mapping[str, str] | None
    following: Mapping[str, str] | None


def read_choices(arguments: Mapping[str, str]) -> ListChoices:
    """Read the parameters of an address; what is not allowed is as if not said."""
    kind, order = arguments.get("tipo", ""), arguments.get("orden", "")
    word = order.removeprefix(REVERSE)
    is_order = word in {column.value for column in Column}
    page = arguments.get("pagina", "")
    is_page = page.isascii() and page.isdigit() and len(page) <= len(str(MOST_PAGES))
    return ListChoices(
        kind_slug=kind if kind in KIND_SLUGS else "",
        column=Column(word) if is_order else Column.STAGE,
        is_reversed=is_order and order.startswith(REVERSE),
        page=min(max(int(page), 1), MOST_PAGES) if is_page else 1,
    )


def present(results: Sequence[PortalResult], choices: ListChoices) -> StagesView:
    """Choose, order and cut the list."""
    everything = [portal_row(result) for result in results]
    rows = [row for row in everything if choices.kind in (None, _kind(row))]
    pages = max(1, min(-(-len(rows) // PAGE_SIZE), MOST_PAGES))
    choices = replace(choices, page=min(choices.page, pages))
    start = (choices.page - 1) * PAGE_SIZE
    known = [row for row in rows if row.seen is not Seen.NEVER]
    return StagesView(
        choices=choices,
        rows=tuple(ordered(rows, choices)[start : start + PAGE_SIZE]),
        total=len(rows),
        counts=tuple(_stage_count(stage, known, len(rows)) for stage in reversed(Stage)),
        unseen=share(len(rows) - len(known), len(rows)),
        kinds=_kinds(everything, choices),
        orders=tuple(_order(column, choices) for column in Column),
        pages=pages,
        previous=_page(choices, choices.page - 1) if choices.page > 1 else None,
        following=_page(choices, choices.page + 1) if choices.page < pages else None,
    )


def ordered(rows: Sequence[PortalRow], choices: ListChoices) -> list[PortalRow]:
    """The rows in the order chosen; what has no data comes last either way."""
    by_name = sorted(rows, key=lambda row: (fold(row.name), row.result.host))
    value = VALUES[choices.column]
    known = [row for row in by_name if row.seen is not Seen.NEVER and value(row) is not None]
    unknown = [row for row in by_name if row.seen is not Seen.NEVER and value(row) is None]
    never = [row for row in by_name if row.seen is Seen.NEVER]
    best_first = choices.column is not Column.NAME
    known.sort(key=lambda row: value(row) or (), reverse=best_first != choices.is_reversed)
    return known + unknown + never


Value = tuple[float | str, ...]
_MOVES = (Change.EQUAL, Change.NEW, Change.UNSTABLE, Change.DOWN, Change.UP)


def _by_stage(row: PortalRow) -> Value:
    online = row.online.percent if row.online else None
    return int(row.stage), -1 if online is None else online, row.transparency or 0


def _by_share(part: Share | None) -> Value | None:
    return None if part is None or part.percent is None else (part.percent, part.part)


VALUES: Mapping[Column, Callable[[PortalRow], Value | None]] = {
    Column.STAGE: _by_stage,
    Column.ONLINE: lambda row: _by_share(row.online),
    Column.TRANSPARENCY: lambda row: None if row.transparency is None else (row.transparency,),
    Column.COVERAGE: lambda row: _by_share(row.coverage),
    Column.CHANGE: lambda row: (_MOVES.index(row.change),) if row.change else None,
    Column.DATE: lambda row: (row.result.audited_at.timestamp(),),
    Column.NAME: lambda row: (fold(row.name),),
}
"""What each order compares, the better the greater; None where a portal has no such figure."""


def _kind(row: PortalRow) -> InstitutionKind | None:
    return row.result.institution.kind if row.result.institution else None


def _kinds(rows: Sequence[PortalRow], choices: ListChoices) -> tuple[ListLink, ...]:
    links = [
        ListLink(
            word=slug,
            parameters=replace(choices, kind_slug=slug, page=1).parameters(),
            is_chosen=choices.kind_slug == slug,
            count=sum(kind is _kind(row) for row in rows),
        )
        for slug, kind in KIND_SLUGS.items()
    ]
    everything = ListLink(
        word="",
        parameters=replace(choices, kind_slug="", page=1).parameters(),
        is_chosen=not choices.kind_slug,
        count=len(rows),
    )
    return (everything, *(link for link in links if link.count or link.is_chosen))


def _order(column: Column, choices: ListChoices) -> ListLink:
    is_chosen = column is choices.column
    turned = is_chosen and not choices.is_reversed
    return ListLink(
        word=column.value,
        parameters=replace(choices, column=column, is_reversed=turned, page=1).parameters(),
        is_chosen=is_chosen,
    )


def _page(choices: ListChoices, page: int) -> Mapping[str, str]:
    return replace(choices, page=page).parameters()


def _stage_count(stage: Stage, rows: Sequence[PortalRow], total: int) -> StageCount:
    return StageCount(stage=stage, share=share(sum(row.stage is stage for row in rows), total))
