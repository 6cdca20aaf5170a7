"""What the lite page of a service says: the same facts as the full page, within a weight."""

from collections.abc import Iterable
from dataclasses import dataclass

from canse.domain.service import Fee, Modality, ServiceSheet
from uniportal.presenters.facts import Cost
from uniportal.presenters.outside import OutsideLink
from uniportal.presenters.service_sheet import SheetView, Standing, present

MOST_CHARACTERS = 1_200
LIST_CHARACTERS = 3_000


@dataclass(frozen=True, kw_only=True)
class Fitted:
    """Lines that fit the weight of the page, and whether others were left for the full page."""

    lines: tuple[str, ...]
    is_cut: bool


@dataclass(frozen=True, kw_only=True)
class LiteSheet:
    """Everything the lite page of a service shows."""

    number: int
    slug: str
    name: str
    institution: str
    summary: str
    modality: Modality
    cost: Cost
    fees: tuple[Fee, ...]
    time: str
    requirements: Fitted
    steps: Fitted
    places: tuple[str, ...]
    telephones: tuple[str, ...]
    hours: tuple[str, ...]
    result: str
    standing: Standing
    links: tuple[OutsideLink, ...]


def lite_sheet(sheet: ServiceSheet) -> LiteSheet:
    """Decide what the lite page of a service says."""
    view = present(sheet, ())
    return LiteSheet(
        number=sheet.number,
        slug=sheet.slug,
        name=sheet.name,
        institution=sheet.institution.name if sheet.institution else "",
        summary=_cut(sheet.summary or sheet.description),
        modality=sheet.modality,
        cost=view.cost,
        fees=sheet.fees[:12],
        time=view.time,
        requirements=_fit(_requirement(one.text, one.case) for one in sheet.requirements),
        steps=_fit(_step(one.title, one.description) for one in sheet.steps),
        places=view.places[:20],
        telephones=_different(channel.telephone for channel in view.channels)[:6],
        hours=_different(channel.hours for channel in view.channels)[:6],
        result=_cut(sheet.result),
        standing=view.standing,
        links=outside_links(view),
    )


def outside_links(view: SheetView) -> tuple[OutsideLink, ...]:
    """Every address of a sheet that leads out, the most useful first, each once."""
    links = (
        view.action.link,
        *(channel.link for channel in view.channels),
        *(form.link for form in view.forms),
    )
    return tuple({link.url: link for link in links if link}.values())[:12]


def _fit(lines: Iterable[str]) -> Fitted:
    kept: list[str] = []
    weight = 0
    for line in lines:
        weight += len(line)
        if weight > LIST_CHARACTERS:
            return Fitted(lines=tuple(kept), is_cut=True)
        kept.append(_cut(line))
    return Fitted(lines=tuple(kept), is_cut=False)


def _requirement(text: str, case: str) -> str:
    return f"{text} ({case})" if case else text


def _step(title: str, description: str) -> str:
    return f"{title}. {description}" if description else title


def _different(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for text in texts if text))


def _cut(text: str) -> str:
    return text if len(text) <= MOST_CHARACTERS else text[: MOST_CHARACTERS - 1].rstrip() + "…"
