"""What citizens say of sheets, without log-in."""

import sqlalchemy as sa
from alembic import op


revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the tables of reports and of opinions."""
    op.create_table(
        "citizen_report",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("reference", sa.String(length=20), nullable=False),
        sa.Column("service_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("form_key", sa.String(length=64), nullable=False),
        sa.Column("sender", sa.String(length=64), nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.ForeignKeyConstraint(
            ["service_id"],
            ["service.id"],
            name=op.f("fk_citizen_report_service_id_service"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_citizen_report")),
        sa.UniqueConstraint("form_key", name=op.f("uq_citizen_report_form_key")),
        sa.UniqueConstraint("reference", name=op.f("uq_citizen_report_reference")),
    )
    for column in ("service_id", "sender", "received_at"):
        op.create_index(op.f(f"ix_citizen_report_{column}"), "citizen_report", [column])
    op.create_table(
        "citizen_report_step",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("report_id", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by", sa.String(length=200), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["report_id"],
            ["citizen_report.id"],
            name=op.f("fk_citizen_report_step_report_id_citizen_report"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_citizen_report_step")),
    )
    op.create_index(
        op.f("ix_citizen_report_step_report_id"), "citizen_report_step", ["report_id"]
    )
    op.create_table(
        "sheet_opinion",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("service_id", sa.Integer(), nullable=False),
        sa.Column("sender", sa.String(length=64), nullable=False),
        sa.Column("is_useful", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["service_id"],
            ["service.id"],
            name=op.f("fk_sheet_opinion_service_id_service"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("day", "service_id", "sender", name=op.f("pk_sheet_opinion")),
    )
    op.create_index(op.f("ix_sheet_opinion_service_id"), "sheet_opinion", ["service_id"])
