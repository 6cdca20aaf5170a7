"""What is wrong with the texts of the catalogue, or of a file of the official one, in numbers."""

import csv
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from canse.catalogue import Catalogue
from canse.domain.quality import Described, FaultKind, QualityFault, faults
from canse.domain.readability import NO_NAMES, names_to_leave_out
from canse.domain.service import Fee, ServiceSheet
from canse.exchange.catalogue_file import CatalogueForm, OfficialRow, read_catalogue
from canse.exchange.formulas import guarded

COLUMNS = ("tipo", "institucion", "clave", "servicio", "campo", "valor", "choca_con", "que_hacer")


@dataclass(frozen=True, kw_only=True)
class QualityReport:
    """The faults of some services, with how many services were looked at."""

    services: int
    faults: tuple[QualityFault, ...]

    def by_kind(self) -> dict[FaultKind, int]:
        """How many faults of each kind there are, those found most first."""
        return dict(Counter(fault.kind for fault in self.faults).most_common())

    def by_institution(self) -> dict[str, int]:
        """How many faults each institution has, the most first."""
        return dict(Counter(fault.institution for fault in self.faults).most_common())

    def of(self, institution: str) -> "QualityReport":
        """The faults of one institution."""
        kept = tuple(fault for fault in self.faults if fault.institution == institution)
        return QualityReport(services=self.services, faults=kept)


def quality_of_catalogue(catalogue: Catalogue) -> QualityReport:
    """Look at every published service; institutions are told by their slugs."""
    owners = (one.institution.name for one in catalogue.institutions())
    places = (one.name for one in catalogue.municipalities())
    services = [_described(sheet) for sheet in catalogue.published_sheets()]
    return _report(services, names_to_leave_out([*owners, *places]))


def quality_of_file(path: Path) -> QualityReport:
    """Look at a file of the official catalogue; BadInput when it cannot be read.

    Rows that cannot be read are left out: the import tells of them.
    """
    return _report([_of_row(row) for row in read_catalogue(path) if row.fault is None])


def write_faults(found: Iterable[QualityFault], advice: dict[FaultKind, str], file: TextIO) -> None:
    """Write faults as CSV, a line each, with nothing that a spreadsheet would run."""
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(COLUMNS)
    for one in found:
        cells = (
            one.kind.value, one.institution, one.key, one.name, one.field, one.value, one.clash,
            advice[one.kind],
        )  # fmt: skip
        writer.writerow([guarded(cell) for cell in cells])


def _report(services: Sequence[Described], names: re.Pattern[str] = NO_NAMES) -> QualityReport:
    return QualityReport(services=len(services), faults=tuple(faults(services, names)))


def _described(sheet: ServiceSheet) -> Described:
    return Described(
        key=sheet.slug,
        institution=sheet.institution.slug if sheet.institution else "",
        name=sheet.name,
        address=sheet.action_url,
        description=sheet.description or sheet.summary,
        law="; ".join(law.citation for law in sheet.legal_bases),
        cost="; ".join(map(_cost, sheet.fees)),
        time=sheet.response_time.text if sheet.response_time else "",
    )


def _cost(fee: Fee) -> str:
    amounts = [str(amount) for amount in (fee.amount, fee.most) if amount is not None]
    return " ".join([*amounts, fee.currency.value]) if amounts else fee.note


def _of_row(row: OfficialRow) -> Described:
    if row.form is CatalogueForm.LINKS:
        return Described(
            key=row["ID"], institution=row["Institución"], name=row["Trámite"], address=row["URL"]
        )
    return Described(
        key=row["id"],
        institution=row["institución"],
        name=row["nombre"],
        address=row["enlace"],
        description=row["descripcion"],
        law=row["respaldo_legal"],
        cost=row["costo"],
        time=row["tiempo_de_respuesta"],
    )
