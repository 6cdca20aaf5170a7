"""Advice and shares of audits, and what institutions reply to them."""

import sqlalchemy as sa
from alembic import op


revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

APPENDED_ONLY = ("reply", "reply_decision")
REFUSAL = "history is appended, never changed"


def _forbid_rewriting(table: str) -> None:
    if op.get_bind().dialect.name == "sqlite":
        for verb in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
            )
        return
    op.execute(  # the function is of the first schema
        f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table} "
        "FOR EACH ROW EXECUTE FUNCTION refuse_rewriting()"
    )


def upgrade() -> None:
    """Add columns in place, since history may not be rewritten, and the tables of replies."""
    op.add_column("audit", sa.Column("shares", sa.JSON(), nullable=True))
    op.add_column("finding", sa.Column("group", sa.String(length=80), nullable=True))
    op.add_column("finding", sa.Column("advice", sa.Text(), nullable=True))
    op.add_column("finding", sa.Column("source", sa.Text(), nullable=True))

    op.create_table(
        "reply",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("institution_id", sa.Integer(), nullable=False),
        sa.Column("host", sa.String(length=255), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("indicator", sa.String(length=40), nullable=False),
        sa.Column("service", sa.String(length=300), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("post", sa.String(length=120), nullable=False),
        sa.Column("form_key", sa.String(length=64), nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["institution_id"],
            ["institution.id"],
            name=op.f("fk_reply_institution_id_institution"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reply")),
        sa.UniqueConstraint("form_key", name=op.f("uq_reply_form_key")),
    )
    op.create_index(op.f("ix_reply_institution_id"), "reply", ["institution_id"])
    op.create_index(op.f("ix_reply_host"), "reply", ["host"])
    op.create_index(op.f("ix_reply_received_at"), "reply", ["received_at"])

    op.create_table(
        "reply_sender",
        sa.Column("reply_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("email", sa.String(length=200), nullable=False),
        sa.Column("may_show_name", sa.Boolean(), nullable=False),
        sa.Column("mark", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["reply_id"], ["reply.id"], name=op.f("fk_reply_sender_reply_id_reply")
        ),
        sa.PrimaryKeyConstraint("reply_id", name=op.f("pk_reply_sender")),
    )
    op.create_index(op.f("ix_reply_sender_mark"), "reply_sender", ["mark"])

    op.create_table(
        "reply_decision",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("reply_id", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by", sa.String(length=200), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["reply_id"], ["reply.id"], name=op.f("fk_reply_decision_reply_id_reply")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reply_decision")),
    )
    op.create_index(op.f("ix_reply_decision_reply_id"), "reply_decision", ["reply_id"])

    for table in APPENDED_ONLY:
        _forbid_rewriting(table)
