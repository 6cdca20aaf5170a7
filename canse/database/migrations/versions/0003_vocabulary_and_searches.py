"""The vocabulary that staff keep, and what is counted of searches."""

import sqlalchemy as sa
from alembic import op


revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Widen synonyms, and add promotions, words never suggested, and the counts of each day."""
    with op.batch_alter_table("synonym") as synonym:
        synonym.add_column(
            sa.Column("is_two_way", sa.Boolean(), nullable=False, server_default=sa.false())
        )
        synonym.add_column(
            sa.Column("language", sa.String(length=35), nullable=False, server_default="es")
        )
    with op.batch_alter_table("synonym") as synonym:  # the defaults were for the rows that were
        synonym.alter_column("is_two_way", server_default=None)
        synonym.alter_column("language", server_default=None)

    op.create_table(
        "promotion",
        sa.Column("key", sa.String(length=200), nullable=False),
        sa.Column("phrase", sa.String(length=200), nullable=False),
        sa.Column("service_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["service_id"],
            ["service.id"],
            name=op.f("fk_promotion_service_id_service"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_promotion")),
    )
    op.create_index(op.f("ix_promotion_service_id"), "promotion", ["service_id"])

    op.create_table(
        "unsuggested_word",
        sa.Column("word", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("word", name=op.f("pk_unsuggested_word")),
    )

    op.create_table(
        "search_day",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("text", sa.String(length=60), nullable=False),
        sa.Column("filters", sa.String(length=300), nullable=False),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.Column("results", sa.Integer(), nullable=False),
        sa.Column("clicked", sa.Integer(), nullable=False),
        sa.Column("rank_sum", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("day", "text", "filters", name=op.f("pk_search_day")),
    )

    op.create_table(
        "click_day",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("service_id", sa.Integer(), nullable=False),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["service_id"],
            ["service.id"],
            name=op.f("fk_click_day_service_id_service"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("day", "service_id", name=op.f("pk_click_day")),
    )
    op.create_index(op.f("ix_click_day_service_id"), "click_day", ["service_id"])

    op.create_table(
        "missing_request",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("text", sa.String(length=60), nullable=False),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("day", "text", name=op.f("pk_missing_request")),
    )
