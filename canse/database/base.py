"""The root of all tables: names of constraints, aware moments, vocabularies kept as words."""

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import (
    JSON,
    DateTime,
    Enum,
    MetaData,
    Numeric,
)
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import DeclarativeBase
from sqlalchemy.types import TypeDecorator

from canse.domain.audit import Limit, RunMode, Verdict
from canse.domain.citizen_report import ReportKind, ReportState
from canse.domain.duration import TimeUnit
from canse.domain.institution import InstitutionKind
from canse.domain.money import Currency
from canse.domain.overview import Registration
from canse.domain.publication import PublicationState
from canse.domain.reply import ReplyKind, ReplyState
from canse.domain.service import (
    ChannelAction,
    ChannelKind,
    Confidence,
    CoverageKind,
    Modality,
    Provenance,
    RequirementKind,
)
from canse.domain.stages import Level


class Moment(TypeDecorator[datetime]):
    """An aware moment, kept in UTC: SQLite has no time zones and would drop them silently."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Refuse a naive moment, which would mean another hour on another machine."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment without a time zone")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give the zone back."""
        if value is None or value.tzinfo is not None:
            return value
        return value.replace(tzinfo=UTC)


def _word(enum: type) -> Enum:
    """A closed vocabulary kept as its word, so that a dump can be read by people."""
    return Enum(
        enum,
        native_enum=False,
        create_constraint=False,
        length=20,
        values_callable=lambda members: [member.value for member in members],
    )


class Base(DeclarativeBase):
    """The root of all tables; constraints are named so that SQLite migrations can drop them."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {  # noqa: RUF012 (SQLAlchemy reads it as a plain dictionary)
        datetime: Moment(),
        dict[str, Any]: JSON(),
        list[Any]: JSON(),
        Decimal: Numeric(12, 2),
        InstitutionKind: _word(InstitutionKind),
        PublicationState: _word(PublicationState),
        Provenance: _word(Provenance),
        Confidence: _word(Confidence),
        Modality: _word(Modality),
        RequirementKind: _word(RequirementKind),
        ChannelKind: _word(ChannelKind),
        ChannelAction: _word(ChannelAction),
        CoverageKind: _word(CoverageKind),
        Currency: _word(Currency),
        TimeUnit: _word(TimeUnit),
        Level: _word(Level),
        Verdict: _word(Verdict),
        RunMode: _word(RunMode),
        Limit: _word(Limit),
        Registration: _word(Registration),
        ReplyKind: _word(ReplyKind),
        ReplyState: _word(ReplyState),
        ReportKind: _word(ReportKind),
        ReportState: _word(ReportState),
    }
