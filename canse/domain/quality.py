"""What is wrong with the texts of services, found by machine and said with what to do about it.

The kinds come from the faults of the published national catalogue (its open data of 2023 and the
list of links of 2024): laws in the field of addresses, one address for many services, series that
a spreadsheet filled down.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from itertools import groupby
from urllib.parse import SplitResult, urlsplit

from canse.domain.naming import fold, same_name_key
from canse.domain.plain_words import find_heavy_words
from canse.domain.readability import LOWEST_SCORE, NO_NAMES, measure

SHARED_FROM = 5
"""So many services with one address have none of their own."""
LONGEST_TITLE = 80
SHORTEST_COPY = 40
"""Letters from which on the same description is no coincidence."""
SERIES_FROM = 3
_LAW = re.compile(
    r"\b(?:art[ií]culos?|arts?\.|decretos?|acuerdos?|aucerdo|ley|constituci[oó]n|c[oó]digo|cprg"
    r"|reglamento)\b",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"\s*\d")
_LAST_NUMBER = re.compile(r"\d+(?=\D*$)")


class FaultKind(StrEnum):
    """What is wrong with a text."""

    NO_ADDRESS = "sin_direccion"
    LAW_AS_ADDRESS = "ley_en_direccion"
    SHARED_ADDRESS = "direccion_compartida"
    FRONT_PAGE = "portada"
    INSECURE_ADDRESS = "direccion_insegura"
    NUMBERED_TITLE = "titulo_numerado"
    SHOUTED_TITLE = "titulo_en_mayusculas"
    LONG_TITLE = "titulo_largo"
    FILLED_DOWN = "serie_arrastrada"
    COPIED_DESCRIPTION = "descripcion_copiada"
    HARD_TO_READ = "dificil_de_leer"
    HEAVY_WORDS = "palabras_pesadas"
    REPEATED_SERVICE = "servicio_repetido"
    CONTRADICTION = "contradiccion"


@dataclass(frozen=True, kw_only=True)
class Described:
    """A service as its source describes it; `key` is how whoever mends it finds it again."""

    key: str
    institution: str
    name: str
    address: str = ""
    description: str = ""
    law: str = ""
    cost: str = ""
    time: str = ""


@dataclass(frozen=True, kw_only=True)
class QualityFault:
    """One thing wrong: a field of a service, what stands in it, and what that clashes with."""

    kind: FaultKind
    key: str
    institution: str
    name: str
    field: str
    value: str
    clash: str = ""


Found = Iterator[tuple[Described, str, str]]
"""A service at fault, the field, and what it clashes with or ""."""
Check = Callable[[Sequence[Described]], Found]


def faults(
    services: Sequence[Described], names: re.Pattern[str] = NO_NAMES
) -> Iterator[QualityFault]:
    """Every fault of some services, in the order of the source, kind by kind.

    `names` are those that nobody can write more plainly (readability.names_to_leave_out).
    """
    checks: dict[FaultKind, Check] = {**CHECKS, FaultKind.HARD_TO_READ: partial(_hard, names=names)}
    for kind, check in checks.items():
        for service, field, clash in check(services):
            yield QualityFault(
                kind=kind,
                key=service.key,
                institution=service.institution,
                name=service.name,
                field=field,
                value=getattr(service, field),
                clash=clash,
            )


def _is_web(address: str) -> bool:
    return address.startswith("http")


def _no_address(services: Sequence[Described]) -> Found:
    return ((one, "address", "") for one in services if not _is_web(one.address))


def _law_as_address(services: Sequence[Described]) -> Found:
    for one in services:
        if not _is_web(one.address) and _LAW.search(one.address):
            yield one, "address", ""


def _shared_address(services: Sequence[Described]) -> Found:
    for group in _groups(services, lambda one: one.address if _is_web(one.address) else ""):
        if len(group) >= SHARED_FROM:
            yield from ((one, "address", str(len(group))) for one in group)


def _front_page(services: Sequence[Described]) -> Found:
    for one in services:
        parts = _parts(one.address)
        if parts and parts.path in ("", "/") and not parts.query:
            yield one, "address", ""


def _insecure(services: Sequence[Described]) -> Found:
    return ((one, "address", "") for one in services if one.address.startswith("http:"))


def _numbered(services: Sequence[Described]) -> Found:
    return ((one, "name", "") for one in services if _NUMBERED.match(one.name))


def _shouted(services: Sequence[Described]) -> Found:
    return ((one, "name", "") for one in services if one.name.isupper())


def _long(services: Sequence[Described]) -> Found:
    return ((one, "name", "") for one in services if len(one.name) > LONGEST_TITLE)


def _filled_down(services: Sequence[Described]) -> Found:
    """Texts that differ from row to row by a last number that grows by one, but for the first."""
    for field in ("address", "law", "cost"):
        for _, rows in groupby(services, key=lambda one: one.institution):
            yield from _series(list(rows), field)


def _series(rows: Sequence[Described], field: str) -> Found:
    run: list[Described] = []
    for one in rows:
        if run and not _goes_on(getattr(run[-1], field), getattr(one, field)):
            yield from _told(run, field)
            run = []
        run.append(one)
    yield from _told(run, field)


def _told(run: Sequence[Described], field: str) -> Found:
    if len(run) >= SERIES_FROM:
        yield from ((one, field, getattr(run[0], field)) for one in run[1:])


def _goes_on(before: str, after: str) -> bool:
    first, second = _LAST_NUMBER.search(before), _LAST_NUMBER.search(after)
    if first is None or second is None or _is_web(before):
        return False
    is_next = int(second[0]) == int(first[0]) + 1
    return is_next and before[: first.start()] == after[: second.start()]


def _copied(services: Sequence[Described]) -> Found:
    for group in _groups(services, lambda one: _copy_key(one.description)):
        first = group[0]
        different = [one for one in group[1:] if one.name != first.name]
        yield from ((one, "description", first.name) for one in different)


def _copy_key(text: str) -> str:
    key = " ".join(fold(text).split())
    return key if len(key) >= SHORTEST_COPY else ""


def _hard(services: Sequence[Described], names: re.Pattern[str] = NO_NAMES) -> Found:
    for one in services:
        reading = measure(one.description, names)
        if reading is not None and reading.score < LOWEST_SCORE:
            yield one, "description", f"{reading.score:.0f}"


def _heavy(services: Sequence[Described]) -> Found:
    for one in services:
        words = find_heavy_words(one.description)
        if words:
            yield one, "description", ", ".join(dict.fromkeys(word.found for word in words))


def _repeated(services: Sequence[Described]) -> Found:
    for group in _groups(services, lambda one: f"{one.institution}\n{same_name_key(one.name)}"):
        yield from ((one, "name", group[0].key) for one in group[1:])


def _contradicting(services: Sequence[Described]) -> Found:
    """The same service of several institutions, with another cost or time than the first tells."""
    for group in _groups(services, lambda one: same_name_key(one.name)):
        first = group[0]
        for one in group[1:]:
            if one.institution == first.institution:
                continue
            for field in ("cost", "time"):
                said, other = getattr(one, field), getattr(first, field)
                if said and other and fold(said) != fold(other):
                    yield one, field, f"{first.institution}: {other}"


def _groups(
    services: Iterable[Described], key: Callable[[Described], str]
) -> Iterator[list[Described]]:
    """Two or more services of one key, in the order of the first; an empty key is none."""
    groups: defaultdict[str, list[Described]] = defaultdict(list)
    for one in services:
        groups[key(one)].append(one)
    return (group for name, group in groups.items() if name.strip() and len(group) > 1)


def _parts(address: str) -> SplitResult | None:
    try:
        return urlsplit(address) if _is_web(address) else None
    except ValueError:
        return None


CHECKS: dict[FaultKind, Check] = {
    FaultKind.NO_ADDRESS: _no_address,
    FaultKind.LAW_AS_ADDRESS: _law_as_address,
    FaultKind.SHARED_ADDRESS: _shared_address,
    FaultKind.FRONT_PAGE: _front_page,
    FaultKind.INSECURE_ADDRESS: _insecure,
    FaultKind.NUMBERED_TITLE: _numbered,
    FaultKind.SHOUTED_TITLE: _shouted,
    FaultKind.LONG_TITLE: _long,
    FaultKind.FILLED_DOWN: _filled_down,
    FaultKind.COPIED_DESCRIPTION: _copied,
    FaultKind.HARD_TO_READ: _hard,
    FaultKind.HEAVY_WORDS: _heavy,
    FaultKind.REPEATED_SERVICE: _repeated,
    FaultKind.CONTRADICTION: _contradicting,
}
"""What is looked for, in the order in which it is told."""
