"""Tables of what citizens say of sheets: reports and their end, and opinions of a day."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from canse.database.base import Base
from canse.database.service_tables import ServiceRow
from canse.domain.citizen_report import ReportKind, ReportState


class CitizenReportRow(Base):
    """A report; `sender` is a mark of one day, `form_key` keeps one sent twice from being two."""

    __tablename__ = "citizen_report"
    id: Mapped[int] = mapped_column(primary_key=True)
    reference: Mapped[str] = mapped_column(String(20), unique=True)
    service_id: Mapped[int] = mapped_column(
        ForeignKey("service.id", ondelete="CASCADE"), index=True
    )
    kind: Mapped[ReportKind]
    text: Mapped[str] = mapped_column(Text)
    form_key: Mapped[str] = mapped_column(String(64), unique=True)
    sender: Mapped[str] = mapped_column(String(64), index=True)
    received_at: Mapped[datetime] = mapped_column(index=True)
    state: Mapped[ReportState]
    service: Mapped[ServiceRow] = relationship()
    steps: Mapped[list["CitizenReportStepRow"]] = relationship(
        order_by="CitizenReportStepRow.id", cascade="all, delete-orphan"
    )


class CitizenReportStepRow(Base):
    """That a report was taken up or closed, by whom and with what answer."""

    __tablename__ = "citizen_report_step"
    id: Mapped[int] = mapped_column(primary_key=True)
    report_id: Mapped[int] = mapped_column(
        ForeignKey("citizen_report.id", ondelete="CASCADE"), index=True
    )
    state: Mapped[ReportState]
    at: Mapped[datetime]
    by: Mapped[str] = mapped_column(String(200))
    answer: Mapped[str] = mapped_column(Text, default="")


class SheetOpinionRow(Base):
    """Whether a sheet helped somebody on a day: one opinion a sender and day."""

    __tablename__ = "sheet_opinion"
    day: Mapped[date] = mapped_column(primary_key=True)
    service_id: Mapped[int] = mapped_column(
        ForeignKey("service.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    sender: Mapped[str] = mapped_column(String(64), primary_key=True)
    is_useful: Mapped[bool]
