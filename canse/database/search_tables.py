"""Tables of what searching people taught, counted by day: nothing tells who asked, or when."""

from datetime import date

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from canse.database.base import Base
from canse.domain.search_log import LONGEST_FILTERS, LONGEST_TEXT


class SearchDayRow(Base):
    """One search on one day; an empty text counts all of which no words may be kept.

    `results` is how many services it found last that day, `rank_sum` adds the places of what was
    opened.
    """

    __tablename__ = "search_day"
    day: Mapped[date] = mapped_column(primary_key=True)
    text: Mapped[str] = mapped_column(String(LONGEST_TEXT), primary_key=True)
    filters: Mapped[str] = mapped_column(String(LONGEST_FILTERS), primary_key=True)
    times: Mapped[int]
    results: Mapped[int]
    clicked: Mapped[int]
    rank_sum: Mapped[int]


class ClickDayRow(Base):
    """How often a service was opened from results on one day."""

    __tablename__ = "click_day"
    day: Mapped[date] = mapped_column(primary_key=True)
    service_id: Mapped[int] = mapped_column(
        ForeignKey("service.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    times: Mapped[int]


class MissingRequestRow(Base):
    """How often a text was asked for as missing on one day."""

    __tablename__ = "missing_request"
    day: Mapped[date] = mapped_column(primary_key=True)
    text: Mapped[str] = mapped_column(String(LONGEST_TEXT), primary_key=True)
    times: Mapped[int]
