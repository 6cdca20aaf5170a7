"""The Spanish words in which exchanged data names fields and the values of closed lists."""

from collections.abc import Mapping
from typing import TypeVar

from canse.domain.duration import TimeUnit
from canse.domain.service import (
    Audience,
    ChannelAction,
    ChannelKind,
    Confidence,
    CoverageKind,
    Modality,
    Provenance,
    RequirementKind,
)
from canse.seed_files import AUDIENCES as READ_AUDIENCES
from canse.seed_files import CONFIDENCES as READ_CONFIDENCES
from canse.seed_files import MODALITIES as READ_MODALITIES

Value = TypeVar("Value")


def _written(words: Mapping[str, Value]) -> dict[Value, str]:
    return {value: word for word, value in words.items()}


FIELDS: dict[str, str] = {
    "name": "nombre",
    "summary": "resumen",
    "description": "descripcion",
    "institution": "institucion",
    "unit": "unidad",
    "category": "categoria",
    "topics": "temas",
    "life_events": "eventos_de_vida",
    "audiences": "publico",
    "modality": "modalidad",
    "action_url": "direccion",
    "requirements": "requisitos",
    "steps": "pasos",
    "fees": "costos",
    "response_time": "tiempo_de_respuesta",
    "result": "resultado",
    "result_validity": "vigencia",
    "channels": "canales",
    "forms": "formularios",
    "legal_bases": "base_legal",
    "coverage": "cobertura",
    "stage_declared": "etapa_declarada",
    "confidence": "confianza",
    "estimated_fields": "campos_estimados",
    "source": "fuente",
}
"""Each field of ServiceContent by the key and column that exchanged data gives it."""

AUDIENCES: dict[Audience, str] = _written(READ_AUDIENCES)
CONFIDENCES: dict[Confidence, str] = _written(READ_CONFIDENCES)
MODALITIES: dict[Modality, str] = _written(READ_MODALITIES)
PROVENANCES = {
    Provenance.SEED: "datos del producto",
    Provenance.CRAWLER: "auditoria",
    Provenance.STAFF: "institucion",
    Provenance.IMPORT: "importacion",
}
REQUIREMENTS = {
    RequirementKind.DOCUMENT: "documento",
    RequirementKind.CONDITION: "condicion",
    RequirementKind.PAYMENT: "pago",
}
CHANNELS = {
    ChannelKind.WEB: "web",
    ChannelKind.OFFICE: "oficina",
    ChannelKind.TELEPHONE: "telefono",
    ChannelKind.EMAIL: "correo",
    ChannelKind.CONSULATE: "consulado",
}
ACTIONS = {
    ChannelAction.START: "iniciar",
    ChannelAction.INFORM: "informarse",
    ChannelAction.BOOK: "pedir cita",
    ChannelAction.PAY: "pagar",
    ChannelAction.TRACK: "dar seguimiento",
    ChannelAction.DOWNLOAD_FORM: "descargar formulario",
    ChannelAction.ISSUE: "recibir",
}
COVERAGES = {
    CoverageKind.NATIONAL: "nacional",
    CoverageKind.DEPARTMENT: "departamento",
    CoverageKind.MUNICIPALITY: "municipio",
}
UNITS = {
    TimeUnit.MINUTE: "minuto",
    TimeUnit.HOUR: "hora",
    TimeUnit.DAY: "dia",
    TimeUnit.WEEK: "semana",
    TimeUnit.MONTH: "mes",
}
