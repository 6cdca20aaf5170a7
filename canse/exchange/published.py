"""What leaves the catalogue of a service: each fact under its Spanish key, in a fixed order.

Keys of the JSON form and columns of the CSV form, one to one:

numero, slug, nombre, resumen, descripcion, institucion, siglas, ministerio, secretaria, unidad,
categoria, temas, eventos_de_vida, publico, modalidad, direccion, requisitos, pasos, costos,
tiempo_de_respuesta, resultado, vigencia, canales, formularios, base_legal, cobertura,
etapa_confirmada, etapa_declarada, procedencia, confianza, confirmado, campos_estimados, fuente,
revisado, actualizado.

`institucion`, `ministerio`, `secretaria`, `categoria` and `eventos_de_vida` are slugs in JSON and
in CSV; amounts are decimals with a point, as text; dates are ISO 8601 in UTC. In CSV a list has
one thing a line inside its cell.
"""

from collections.abc import Callable
from typing import Any

from canse.domain.duration import ResponseTime
from canse.domain.service import (
    Channel,
    Coverage,
    DownloadableForm,
    Fee,
    LegalBasis,
    Requirement,
    ServiceSheet,
    Step,
)
from canse.exchange import words


def _requirement(one: Requirement) -> dict[str, Any]:
    return {
        "texto": one.text,
        "tipo": words.REQUIREMENTS[one.kind],
        "obligatorio": one.is_mandatory,
        "caso": one.case,
        "emisor": one.issuer,
        "base_legal": one.legal_basis,
    }


def _step(one: Step) -> dict[str, Any]:
    return {
        "titulo": one.title,
        "descripcion": one.description,
        "canal": words.CHANNELS[one.channel] if one.channel else None,
    }


def _fee(one: Fee) -> dict[str, Any]:
    return {
        "concepto": one.concept,
        "monto": None if one.amount is None else str(one.amount),
        "monto_maximo": None if one.most is None else str(one.most),
        "moneda": one.currency.value,
        "nota": one.note,
        "estimado": one.is_estimate,
    }


def _time(one: ResponseTime | None) -> dict[str, Any] | None:
    if one is None:
        return None
    return {
        "texto": one.text,
        "minimo": one.least,
        "maximo": one.most,
        "unidad": words.UNITS[one.unit] if one.unit else None,
        "habiles": one.working,
    }


def _channel(one: Channel) -> dict[str, Any]:
    return {
        "tipo": words.CHANNELS[one.kind],
        "accion": words.ACTIONS[one.action],
        "direccion": one.url,
        "telefono": one.telephone,
        "horario": one.hours,
        "requiere_cuenta": one.requires_account,
    }


def _form(one: DownloadableForm) -> dict[str, Any]:
    return {
        "titulo": one.title,
        "direccion": one.url,
        "tipo": one.media_type,
        "bytes": one.size,
    }


def _law(one: LegalBasis) -> dict[str, Any]:
    return {"cita": one.citation, "direccion": one.url, "estimado": one.is_estimate}


def _coverage(one: Coverage) -> dict[str, Any]:
    return {"tipo": words.COVERAGES[one.kind], "codigo": one.code, "nombre": one.name}


_FACTS: dict[str, Callable[[ServiceSheet], Any]] = {
    "numero": lambda sheet: sheet.number,
    "slug": lambda sheet: sheet.slug,
    "nombre": lambda sheet: sheet.name,
    "resumen": lambda sheet: sheet.summary,
    "descripcion": lambda sheet: sheet.description,
    "institucion": lambda sheet: sheet.institution.slug if sheet.institution else None,
    "siglas": lambda sheet: sheet.institution.acronym if sheet.institution else "",
    "ministerio": lambda sheet: sheet.ministry.slug if sheet.ministry else None,
    "secretaria": lambda sheet: sheet.secretariat.slug if sheet.secretariat else None,
    "unidad": lambda sheet: sheet.unit,
    "categoria": lambda sheet: sheet.category.slug if sheet.category else None,
    "temas": lambda sheet: [term.name for term in sheet.topics],
    "eventos_de_vida": lambda sheet: [term.slug for term in sheet.life_events],
    "publico": lambda sheet: [words.AUDIENCES[one] for one in sheet.audiences],
    "modalidad": lambda sheet: words.MODALITIES[sheet.modality],
    "direccion": lambda sheet: sheet.action_url,
    "requisitos": lambda sheet: [_requirement(one) for one in sheet.requirements],
    "pasos": lambda sheet: [_step(one) for one in sheet.steps],
    "costos": lambda sheet: [_fee(one) for one in sheet.fees],
    "tiempo_de_respuesta": lambda sheet: _time(sheet.response_time),
    "resultado": lambda sheet: sheet.result,
    "vigencia": lambda sheet: sheet.result_validity,
    "canales": lambda sheet: [_channel(one) for one in sheet.channels],
    "formularios": lambda sheet: [_form(one) for one in sheet.forms],
    "base_legal": lambda sheet: [_law(one) for one in sheet.legal_bases],
    "cobertura": lambda sheet: [_coverage(one) for one in sheet.coverage],
    "etapa_confirmada": lambda sheet: int(sheet.stage_confirmed),
    "etapa_declarada": lambda sheet: int(sheet.stage_declared),
    "procedencia": lambda sheet: words.PROVENANCES[sheet.provenance],
    "confianza": lambda sheet: words.CONFIDENCES[sheet.confidence],
    "confirmado": lambda sheet: sheet.is_confirmed,
    "campos_estimados": lambda sheet: sorted(
        words.FIELDS.get(name, name) for name in sheet.estimated_fields
    ),
    "fuente": lambda sheet: sheet.source,
    "revisado": lambda sheet: sheet.reviewed_at.isoformat() if sheet.reviewed_at else None,
    "actualizado": lambda sheet: sheet.updated_at.isoformat(),
}
KEYS: tuple[str, ...] = tuple(_FACTS)


def facts_of(sheet: ServiceSheet) -> dict[str, Any]:
    """Everything published of a service, in plain values, by Spanish key."""
    return {key: read(sheet) for key, read in _FACTS.items()}
