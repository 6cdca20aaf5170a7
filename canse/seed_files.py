"""What our own lists say, turned into the terms of the catalogue; nothing is stored here."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeVar

from canse.csv_rows import CsvRow, read_csv
from canse.domain.content import ServiceContent
from canse.domain.duration import parse_response_time
from canse.domain.errors import BadInput
from canse.domain.institution import InstitutionKind
from canse.domain.money import parse_amount
from canse.domain.naming import fold
from canse.domain.service import (
    Audience,
    Channel,
    ChannelAction,
    ChannelKind,
    Confidence,
    Fee,
    LegalBasis,
    Modality,
    Requirement,
    RequirementKind,
)
from canse.domain.stages import Stage
from canse.domain.vocabulary import SynonymEntry, SynonymKind, checked_synonym

KINDS = {
    "ministerio": InstitutionKind.MINISTRY,
    "secretaria": InstitutionKind.SECRETARIAT,
    "municipalidad": InstitutionKind.MUNICIPALITY,
    "autonoma": InstitutionKind.AUTONOMOUS,
    "descentralizada": InstitutionKind.DECENTRALISED,
    "control": InstitutionKind.OVERSIGHT,
    "judicial": InstitutionKind.JUDICIAL,
    "legislativo": InstitutionKind.LEGISLATIVE,
    "otra": InstitutionKind.OTHER,
}
CONFIDENCES = {"alta": Confidence.HIGH, "media": Confidence.MEDIUM, "baja": Confidence.LOW}
SYNONYM_KINDS = {kind.value: kind for kind in SynonymKind}
WAYS = {"": False, "una": False, "dos": True}
MODALITIES = {
    "en linea": Modality.ONLINE,
    "mixto": Modality.MIXED,
    "presencial": Modality.IN_PERSON,
    "": Modality.UNKNOWN,
}
AUDIENCES = {
    "ciudadano": Audience.PERSON,
    "empresa": Audience.BUSINESS,
    "extranjero": Audience.FOREIGNER,
    "institucion": Audience.INSTITUTION,
}
ALWAYS_ESTIMATED = frozenset({"legal_bases", "stage_declared", "modality", "topics"})
"""Fields that the seed's authors estimated in every row (canse/seed/README.md)."""
PRESUMED = "se presume"

SERVICE_COLUMNS = (
    "slug", "nombre", "institucion", "descripcion", "categoria", "temas", "evento_de_vida", "url",
    "etapa_undesa", "modalidad", "costo_gtq", "costo_nota", "tiempo", "requisitos", "publico",
    "base_legal", "fuente", "confianza",
)  # fmt: skip
Value = TypeVar("Value")


def services(path: Path) -> Iterator[tuple[str, ServiceContent]]:
    """Yield (slug, content) of every row; BadInput names the file, the line and the value."""
    for row in read_csv(path, SERVICE_COLUMNS):
        try:
            yield row["slug"], _service(row)
        except BadInput as error:
            raise BadInput(
                "En {name}, línea {line}: {fault}", name=path.name, line=row.line, fault=error
            ) from error


def _service(row: CsvRow) -> ServiceContent:
    stage = Stage(int(one_of({str(int(stage)): stage for stage in Stage}, row["etapa_undesa"])))
    modality = one_of(MODALITIES, row["modalidad"])
    fees = _fees(row)
    presumed = {"fees"} if any(fee.is_estimate for fee in fees) else set()
    return ServiceContent(
        name=row["nombre"],
        summary=row["descripcion"],
        description=row["descripcion"],
        institution=row["institucion"] or None,
        category=row["categoria"] or None,
        topics=parts(row["temas"]),
        life_events=parts(row["evento_de_vida"]),
        audiences=tuple(one_of(AUDIENCES, word) for word in parts(row["publico"])),
        modality=modality,
        action_url=row["url"],
        requirements=tuple(_requirement(text) for text in parts(row["requisitos"])),
        fees=fees,
        response_time=parse_response_time(row["tiempo"]),
        channels=_channels(row["url"], stage, modality),
        legal_bases=tuple(
            LegalBasis(citation=citation, is_estimate=True) for citation in parts(row["base_legal"])
        ),
        stage_declared=stage,
        confidence=one_of(CONFIDENCES, row["confianza"]),
        estimated_fields=ALWAYS_ESTIMATED | presumed,
        source=row["fuente"],
    )


def _fees(row: CsvRow) -> tuple[Fee, ...]:
    note = row["costo_nota"]
    if not row["costo_gtq"] and not note:
        return ()
    amount: Decimal | None = parse_amount(row["costo_gtq"]) if row["costo_gtq"] else None
    presumed = PRESUMED in note.lower()
    return (Fee(concept=row["nombre"], amount=amount, note=note, is_estimate=presumed),)


def _requirement(text: str) -> Requirement:
    folded = fold(text)
    kind = RequirementKind.DOCUMENT
    if folded.startswith(("recibo de pago", "pago", "comprobante de pago")):
        kind = RequirementKind.PAYMENT
    elif folded.startswith(("presentarse", "ser ", "tener ", "estar ", "haber ", "no tener")):
        kind = RequirementKind.CONDITION
    return Requirement(text=text, kind=kind)


def _channels(url: str, stage: Stage, modality: Modality) -> tuple[Channel, ...]:
    found = []
    if url:
        starts = stage >= Stage.TRANSACTIONAL and modality is not Modality.IN_PERSON
        action = ChannelAction.START if starts else ChannelAction.INFORM
        found.append(Channel(kind=ChannelKind.WEB, action=action, url=url))
    if modality in (Modality.MIXED, Modality.IN_PERSON):
        found.append(Channel(kind=ChannelKind.OFFICE))
    return tuple(found)


def parts(text: str) -> tuple[str, ...]:
    """The pieces of a cell that lists several things with semicolons."""
    return tuple(piece.strip() for piece in text.split(";") if piece.strip())


def one_of(words: dict[str, Value], word: str) -> Value:
    """The meaning of a word of a closed list; BadInput for any other."""
    if word not in words:
        raise BadInput("«{word}» no es uno de: {words}.", word=word, words=", ".join(words))
    return words[word]


def number(text: str, convert: Callable[[str], float]) -> float | None:
    """A number of a cell, None for an empty one; BadInput for what is no number."""
    try:
        return convert(text) if text else None
    except ValueError as error:
        raise BadInput("«{text}» no es un número.", text=text) from error


def categories(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the columns of every category."""
    for row in read_csv(path, ("slug", "nombre", "descripcion", "orden")):
        yield {
            "slug": row["slug"],
            "name": row["nombre"],
            "description": row["descripcion"],
            "position": _whole(row["orden"]),
        }


def life_events(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the columns of every life event."""
    for row in read_csv(path, ("slug", "nombre", "descripcion")):
        yield {"slug": row["slug"], "name": row["nombre"], "description": row["descripcion"]}


def synonyms(path: Path) -> Iterator[SynonymEntry]:
    """Yield every synonym; BadInput names the file, the line and the value.

    The columns `sentido` (una, dos) and `idioma` may be missing: one way, in Spanish.
    """
    for row in read_csv(path, ("expresion", "termino", "tipo", "nota")):
        try:
            yield checked_synonym(
                SynonymEntry(
                    expression=row["expresion"],
                    term=row["termino"],
                    kind=one_of(SYNONYM_KINDS, row["tipo"]),
                    note=row["nota"],
                    is_two_way=one_of(WAYS, row.values.get("sentido", "")),
                    language=row.values.get("idioma", ""),
                )
            )
        except BadInput as error:
            raise BadInput(
                "En {name}, línea {line}: {fault}", name=path.name, line=row.line, fault=error
            ) from error


def municipalities(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the columns of every municipality."""
    columns = ("codigo", "municipio", "departamento", "codigo_departamento", "alias")
    for row in read_csv(path, (*columns, "latitud", "longitud")):
        yield {
            "code": row["codigo"],
            "name": row["municipio"],
            "department_code": row["codigo_departamento"],
            "department": row["departamento"],
            "alias": row["alias"],
            "latitude": number(row["latitud"], float),
            "longitude": number(row["longitud"], float),
        }


def institutions(path: Path) -> Iterator[tuple[dict[str, Any], list[str], str]]:
    """Yield (columns, portals, slug of the parent or empty) of every institution."""
    columns = ("slug", "siglas", "nombre", "tipo", "adscrita_a", "portal_url", "otros_portales")
    for row in read_csv(path, (*columns, "telefono", "fuente", "confianza")):
        values = {
            "slug": row["slug"],
            "acronym": row["siglas"],
            "name": row["nombre"],
            "kind": one_of(KINDS, row["tipo"]),
            "telephone": row["telefono"],
            "source": row["fuente"],
            "confidence": one_of(CONFIDENCES, row["confianza"]),
        }
        portals = [url for url in (row["portal_url"],) if url]
        portals += [url for url in parts(row["otros_portales"]) if url not in portals]
        yield values, portals, row["adscrita_a"]


def _whole(text: str) -> int:
    convert: Callable[[str], float] = int
    return int(number(text, convert) or 0)
