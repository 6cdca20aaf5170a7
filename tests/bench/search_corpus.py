"""Catalogues of any size to measure searches in: real services, offered in every municipality.

The services are those of the official catalogue where it is at hand, else those of our own seed.
The same size always gives the same catalogue.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from zlib import crc32

from canse import seed_files
from canse.csv_rows import read_csv
from canse.domain.institution import InstitutionKind, InstitutionRef
from canse.domain.naming import slugify
from canse.domain.service import Coverage, Requirement, ServiceSheet, Term
from canse.exchange.catalogue_file import read_catalogue
from canse.exchange.drafts import summary_of
from canse.exchange.plain_text import one_line
from indices.document import Document, document_of
from tests.builders import sheet

ROOT = Path(__file__).resolve().parents[2]
SEED = ROOT / "canse" / "seed"
OFFICIAL = ROOT.parent / "shared" / "content" / "catalogo_tramites_gt_2023.csv"
LEAST_OFFERS = 5
"""How many places at least offer each service, so that words that go together are found often."""
REQUIREMENT_WORDS = 80
"""A sheet has some 130 words then; the longest lists of the official catalogue have thousands."""
STRIDE = 7
"""Municipalities are taken in steps of so many, which brings every department in early."""


@dataclass(frozen=True, kw_only=True)
class Base:
    """A service as the State describes it, before any place offers it."""

    name: str
    text: str
    requirements: str
    institution: InstitutionRef
    ministry: InstitutionRef
    category: Term


@dataclass(frozen=True, kw_only=True)
class Place:
    """A municipality, by the code and the name it has in our list."""

    code: str
    name: str


def documents(size: int) -> Iterator[Document]:
    """The documents of a catalogue of so many services."""
    return (document_of(_sheet(number, size)) for number in range(1, size + 1))


def changed(size: int, number: int, word: str) -> Document:
    """The document of one service of that catalogue, with a word put into its name."""
    one = _sheet(number, size)
    return document_of(replace(one, name=f"{one.name} {word}"))


def base_documents(size: int) -> list[Document]:
    """The documents of the services of which that catalogue is made, one of each."""
    return [document_of(_sheet(number, size)) for number in range(1, len(_taken(size)) + 1)]


@cache
def places() -> tuple[Place, ...]:
    """The municipalities of our list."""
    found = seed_files.municipalities(SEED / "municipios.csv")
    return tuple(Place(code=one["code"], name=one["name"]) for one in found)


@cache
def bases() -> tuple[Base, ...]:
    """All services there are to multiply."""
    return tuple(_official() if OFFICIAL.is_file() else _seeded())


@cache
def _taken(size: int) -> tuple[Base, ...]:
    """Services spread over the whole list, each for LEAST_OFFERS places or more."""
    count = max(1, min(len(bases()), size // LEAST_OFFERS))
    return tuple(bases()[place * len(bases()) // count] for place in range(count))


def _sheet(number: int, size: int) -> ServiceSheet:
    """A service of a catalogue, numbered from 1; the first of each base is nobody's own."""
    taken = _taken(size)
    offer, place = divmod(number - 1, len(taken))
    base = taken[place]
    where = places()[(offer * STRIDE + place) % len(places())] if offer else None
    name = f"{base.name} en {where.name}" if where else base.name
    return sheet(
        id=number,
        number=number,
        slug=f"{slugify(base.name)}-{number}",
        name=name,
        summary=summary_of(base.text),
        description=base.text,
        institution=_town_hall(where) if where and offer % 2 else base.institution,
        ministry=base.ministry,
        category=base.category,
        topics=(),
        life_events=(),
        requirements=(Requirement(text=base.requirements),),
        coverage=(Coverage(code=where.code, name=where.name),) if where else (Coverage(),),
    )


def _town_hall(place: Place) -> InstitutionRef:
    return InstitutionRef(
        slug=f"municipalidad-{place.code}",
        name=f"Municipalidad de {place.name}",
        acronym="",
        kind=InstitutionKind.MUNICIPALITY,
    )


def _official() -> Iterator[Base]:
    for row in read_catalogue(OFFICIAL):
        owner = _institution(one_line(row["institución"]))
        category = one_line(row["subcategoria"])
        yield Base(
            name=one_line(row["nombre"]),
            text=one_line(row["descripcion"]),
            requirements=_shortened(one_line(row["requisitos"])),
            institution=owner,
            ministry=_ministry_of(owner),
            category=Term(slug=slugify(category), name=category),
        )


def _seeded() -> Iterator[Base]:
    owners = {row["slug"]: row["nombre"] for row in read_csv(SEED / "instituciones.csv", ("slug",))}
    for _, content in seed_files.services(SEED / "servicios.csv"):
        owner = _institution(owners[content.institution or ""])
        yield Base(
            name=content.name,
            text=content.description,
            requirements=_shortened("; ".join(one.text for one in content.requirements)),
            institution=owner,
            ministry=_ministry_of(owner),
            category=Term(slug=content.category or "", name=content.category or ""),
        )


def _institution(name: str) -> InstitutionRef:
    return InstitutionRef(slug=slugify(name), name=name, acronym="", kind=InstitutionKind.MINISTRY)


def _ministry_of(owner: InstitutionRef) -> InstitutionRef:
    """A ministry for each institution, always the same: its own, or one picked by its name."""
    if owner.name.startswith("Ministerio"):
        return owner
    ministries = _ministries()
    return ministries[crc32(owner.slug.encode()) % len(ministries)]


@cache
def _ministries() -> tuple[InstitutionRef, ...]:
    rows = read_csv(SEED / "instituciones.csv", ("tipo", "nombre"))
    return tuple(_institution(row["nombre"]) for row in rows if row["tipo"] == "ministerio")


def _shortened(text: str) -> str:
    return " ".join(text.split()[:REQUIREMENT_WORDS])
