"""Finds offers whose name stands beside a label that says so: "Nombre del trámite: …"."""

import re
from collections.abc import Sequence
from itertools import pairwise

from crawler.names import is_possible
from crawler.offer import Offer
from crawler.page import Block, Heading
from crawler.sections import Body, clean_name

_LABEL = re.compile(
    r"^(?:nombre|denominaci[oó]n|t[ií]tulo)(?: oficial)? del? (?:tr[aá]mite|servicio|procedimiento)"
    r"(?: o servicio| y/o servicio)?\s*:?\s*",
    re.I,
)


def labelled_offers(body: Body) -> list[Offer]:
    """One offer for each name with such a label; each ends where the next one begins."""
    found = [(entry, name) for entry, name in _names(body) if name]
    starts = [entry.position for entry, _ in found]
    ends = [*starts[1:], body.end][: len(found)]
    return [
        Offer(
            name=name,
            selector=entry.selector,
            position=entry.position,
            end=end,
            section=body.between(entry.position + 1, end),
            rule="nombre-con-etiqueta",
            label=entry.text,
            is_sheet=bool(body.between(entry.position + 1, end).groups()),
        )
        for (entry, name), end in zip(found, ends, strict=True)
    ]


def _names(body: Body) -> Sequence[tuple[Block | Heading, str]]:
    """What follows each label, in the same line or in the next."""
    entries: list[Block | Heading] = sorted(
        [*body.blocks, *body.headings], key=lambda entry: entry.position
    )
    found: list[tuple[Block | Heading, str]] = []
    for entry, following in pairwise([*entries, None]):
        label = _LABEL.match(entry.text) if entry is not None else None
        if entry is None or label is None:
            continue
        value = entry.text[label.end() :]
        if not value and following is not None:
            entry, value = following, following.text
        found.append((entry, clean_name(value) if is_possible(value) else ""))
    return found
