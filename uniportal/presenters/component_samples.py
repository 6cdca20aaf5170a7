"""Made-up things for the page that shows every component of the site, one of each kind."""

from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal

from canse.domain.service import Modality
from canse.domain.stages import Stage
from uniportal.presenters.facts import Cost, CostKind
from uniportal.presenters.marking import Piece
from uniportal.presenters.outside import OutsideLink
from uniportal.presenters.results import Pager
from uniportal.presenters.rows import Row
from uniportal.presenters.service_sheet import EvidenceView
from uniportal.presenters.stage_steps import StageStep, stage_steps

COLOURS = (
    ("ink", "Texto"),
    ("soft", "Texto de apoyo"),
    ("link", "Enlace"),
    ("paper", "Fondo"),
    ("tint", "Fondo de apoyo"),
    ("head", "Encabezado"),
    ("button", "Botón"),
    ("go", "Acción principal"),
    ("quetzal", "En línea"),
    ("maize", "Gratis y avisos"),
    ("rose", "Faltas"),
    ("focus", "Foco"),
)
"""The custom properties of the stylesheet, and what each is for."""


@dataclass(frozen=True, kw_only=True)
class Samples:
    """One of everything that the components draw."""

    colours: tuple[tuple[str, str], ...]
    rows: tuple[Row, ...]
    pager: Pager
    steps: tuple[StageStep, ...]
    percent: int
    evidence: tuple[EvidenceView, ...]
    link: OutsideLink


def samples() -> Samples:
    """The samples; nothing in them is true of any institution."""
    link = OutsideLink(
        url="https://ejemplo.gob.gt/tramite", host="ejemplo.gob.gt", is_front_page=False
    )
    return Samples(
        colours=COLOURS,
        rows=(_row("Permiso de ejemplo", _free(), Modality.ONLINE), _row_in_words()),
        pager=Pager(page=2, pages=5, previous={}, following={"pagina": "3"}, is_cut=False),
        steps=stage_steps(Stage.ENHANCED, Stage.TRANSACTIONAL),
        percent=70,
        evidence=(_evidence(link),),
        link=link,
    )


def _free() -> Cost:
    return Cost(kind=CostKind.FREE)


def _row(name: str, cost: Cost, modality: Modality) -> Row:
    return Row(
        slug="ejemplo",
        name=(Piece(text=name),),
        summary=(
            Piece(text="Lo que hace el servicio, con la palabra "),
            Piece(text="encontrada", is_marked=True),
            Piece(text="."),
        ),
        institution="Institución de ejemplo",
        category="",
        modality=modality,
        cost=cost,
        time="3 días hábiles",
        is_unconfirmed=modality is Modality.IN_PERSON,
    )


def _row_in_words() -> Row:
    return _row(
        "Certificación de ejemplo",
        Cost(kind=CostKind.RANGE, amount=Decimal(15), most=Decimal(40), is_estimate=True),
        Modality.IN_PERSON,
    )


def _evidence(link: OutsideLink) -> EvidenceView:
    return EvidenceView(
        link=link,
        address=link.url,
        seen_at=datetime(2026, 11, 28, tzinfo=UTC),
        words="Llene este formulario y pague en línea",
        rule="S3a",
    )
