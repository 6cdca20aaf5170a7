"""The results of all audits as a table for programs: one row a portal, under names that stay."""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

from canse.domain.overview import PortalResult
from canse.exchange.formulas import guarded
from uniportal.presenters.points import profile_bars, weighted_percent
from uniportal.presenters.portals import PortalRow, Seen, portal_row

COLUMNS = (
    "portal",
    "direccion",
    "institucion",
    "institucion_nombre",
    "tipo",
    "evaluable",
    "motivos",
    "etapa_comprobada",
    "etapa_declarada",
    "cambio",
    "puntos_etapa_1",
    "puntos_etapa_2",
    "puntos_etapa_3",
    "puntos_etapa_4",
    "puntos_ponderados",
    "ponderacion",
    "servicios",
    "servicios_en_linea",
    "transparencia_porcentaje",
    "paginas_leidas",
    "paginas_conocidas",
    "revisado_el",
    "ultima_revision_buena",
    "version_del_catalogo",
    "corrida",
)


def as_csv(results: Iterable[PortalResult], weights: Sequence[int]) -> str:
    """One row a portal, as RFC 4180; what nobody could measure is an empty cell, never a zero.

    `weights` are those of the four stages, for the points of all of them together.
    """
    out = StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for result in results:
        writer.writerow([guarded(cell) for cell in _cells(portal_row(result), weights)])
    return out.getvalue()


def _cells(row: PortalRow, weights: Sequence[int]) -> Iterable[str]:
    result, institution = row.result, row.result.institution
    bars = profile_bars(result.profile, weights)
    is_known = row.seen is not Seen.NEVER
    return (
        result.host,
        result.url,
        institution.slug if institution else "",
        institution.name if institution else "",
        institution.kind.value if institution else "",
        "sí" if result.is_evaluable else "no",
        " ".join(result.reasons),
        str(int(row.stage)) if is_known else "",
        str(int(result.declared)) if is_known else "",
        row.change.value if row.change else "",
        *(_number(bar.percent) for bar in bars),
        _number(weighted_percent(bars)),
        "/".join(map(str, weights)),
        str(result.services_found) if is_known else "",
        str(result.services_online) if is_known else "",
        _number(row.transparency),
        str(result.pages_fetched),
        str(result.pages_known),
        result.audited_at.isoformat(),
        result.last_good_at.isoformat() if result.last_good_at else "",
        result.catalogue_version,
        result.run_id,
    )


def _number(value: int | None) -> str:
    return "" if value is None else str(value)
