"""The one shop of test objects: valid by default, every field open to change."""

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from canse.domain.audit import (
    AuditedPage,
    AuditReport,
    Evidence,
    Finding,
    FoundService,
    Mention,
    Portal,
    PortalCoverage,
    PortalStage,
    Run,
    RunMode,
    Verdict,
)
from canse.domain.institution import InstitutionKind, InstitutionRef
from canse.domain.publication import PublicationState
from canse.domain.reply import NewReply, ReplyKind
from canse.domain.service import (
    Audience,
    Channel,
    ChannelAction,
    ChannelKind,
    Confidence,
    Coverage,
    Fee,
    LegalBasis,
    Modality,
    Provenance,
    Requirement,
    ServiceSheet,
    Term,
)
from canse.domain.stages import Level, Stage

NOON = datetime(2026, 11, 28, 12, 0, tzinfo=UTC)


def institution(**changes: Any) -> InstitutionRef:
    """RENAP, unless told otherwise."""
    renap = InstitutionRef(
        slug="renap",
        name="Registro Nacional de las Personas",
        acronym="RENAP",
        kind=InstitutionKind.AUTONOMOUS,
    )
    return replace(renap, **changes)


def sheet(**changes: Any) -> ServiceSheet:
    """A published sheet with something in every part."""
    return replace(
        ServiceSheet(
            id=1,
            number=1,
            slug="reposicion-dpi",
            name="Reponer el DPI perdido, robado o dañado",
            summary="Emisión de un DPI nuevo cuando el anterior se perdió.",
            description="Emisión de un DPI nuevo cuando el anterior se perdió, se dañó o cambió.",
            state=PublicationState.PUBLISHED,
            provenance=Provenance.SEED,
            confidence=Confidence.HIGH,
            is_confirmed=False,
            institution=institution(),
            ministry=None,
            secretariat=None,
            unit="",
            category=Term(slug="identidad", name="Identidad y documentos personales"),
            topics=(Term(slug="robo-de-dpi", name="robo de dpi"),),
            life_events=(Term(slug="documentos", name="documentos"),),
            audiences=(Audience.PERSON,),
            modality=Modality.MIXED,
            action_url="https://www.renap.gob.gt",
            requirements=(Requirement(text="recibo de pago"),),
            steps=(),
            fees=(Fee(concept="Reposición del DPI", amount=Decimal("100.00")),),
            response_time=None,
            result="",
            result_validity="",
            channels=(
                Channel(
                    kind=ChannelKind.WEB,
                    action=ChannelAction.START,
                    url="https://www.renap.gob.gt",
                ),
            ),
            forms=(),
            legal_bases=(LegalBasis(citation="Decreto 90-2005", is_estimate=True),),
            coverage=(Coverage(),),
            stage_confirmed=Stage.NONE,
            stage_declared=Stage.ENHANCED,
            evidence=None,
            estimated_fields=frozenset({"legal_bases", "stage_declared", "modality", "topics"}),
            source="https://ejemplo.gt/fuente",
            found_at_url="",
            last_seen_at=None,
            reviewed_at=None,
            reviewed_by="",
            next_review_on=None,
            updated_at=NOON,
        ),
        **changes,
    )


def evidence(**changes: Any) -> Evidence:
    """What was seen on a page of a made-up municipality."""
    seen = Evidence(
        url="http://muni.example/tramites/boleto",
        status=200,
        fetched_at=NOON,
        sha256="a" * 64,
        selector="main > form",
        snippet="Solicitar boleto de ornato",
        rule="E3-01",
    )
    return replace(seen, **changes)


def found_service(**changes: Any) -> FoundService:
    """A service confirmed at stage 3 on a page of its own."""
    found = FoundService(
        name="Boleto de ornato",
        action_url="http://muni.example/tramites/boleto",
        owner=None,
        category=None,
        stage_confirmed=Stage.TRANSACTIONAL,
        stage_declared=Stage.TRANSACTIONAL,
        level=Level.S3A,
        gates=(),
        qualifies=True,
        reason="Tiene un formulario de solicitud con DPI.",
        evidence=(evidence(),),
        mentions=(
            Mention(
                page_url="http://muni.example/tramites/boleto",
                stage_confirmed=Stage.TRANSACTIONAL,
                stage_declared=Stage.TRANSACTIONAL,
            ),
        ),
    )
    return replace(found, **changes)


def report(*services: FoundService, run_id: str = "corrida-1", **changes: Any) -> AuditReport:
    """A report of one made-up portal holding the services given."""
    made = AuditReport(
        run=Run(
            id=run_id,
            started_at=NOON,
            finished_at=NOON,
            catalogue_version="1",
            tool_version="0.1.0",
            mode=RunMode.HTTP,
        ),
        portal=Portal(
            url="http://muni.example/",
            host="muni.example",
            institution=None,
            title="Municipalidad de Ejemplo",
            language="es",
        ),
        coverage=PortalCoverage(
            pages_fetched=3, pages_known=3, skipped={}, limit=None, evaluable=True, reasons=()
        ),
        stage=PortalStage(
            confirmed=Stage.TRANSACTIONAL,
            declared=Stage.TRANSACTIONAL,
            profile={"1": 50.0, "2": 25.0, "3": 10.0, "4": 0.0},
            explanation=("Un servicio propio se inicia en línea.",),
        ),
        indicators=(
            Finding(
                id="E1-01",
                verdict=Verdict.MET,
                reason="La portada respondió.",
                evidence=(evidence(url="http://muni.example/", rule="E1-01"),),
            ),
        ),
        pages=(
            AuditedPage(
                url="http://muni.example/",
                final_url="http://muni.example/",
                status=200,
                outcome="ok",
                content_type="text/html",
                encoding="utf-8",
                bytes=1200,
                title="Municipalidad de Ejemplo",
                depth=0,
            ),
        ),
        services=services,
    )
    return replace(made, **changes)


def new_reply(**changes: Any) -> NewReply:
    """An answer of RENAP to one indicator, by a made-up person."""
    made = NewReply(
        host="renap.gob.gt",
        kind=ReplyKind.ANSWER,
        indicator="E1-01",
        service="",
        text="El formulario ya está.",
        post="Unidad de Informática",
        name="Luis Ejemplo",
        email="informatica@renap.example",
        may_show_name=False,
        form_key="clave-1",
        sender="marca-1",
    )
    return replace(made, **changes)
