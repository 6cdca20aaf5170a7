"""The schema: every table of the catalogue, gathered from the modules that describe them."""

from canse.database.audit_tables import AuditedServiceRow, AuditRow, EvidenceRow, FindingRow
from canse.database.base import Base
from canse.database.history_tables import ChangeRow, CounterRow, RevisionRow, SeedRow
from canse.database.reply_tables import ReplyDecisionRow, ReplyRow, ReplySenderRow
from canse.database.service_tables import (
    ChannelRow,
    CoverageRow,
    FeeRow,
    FormRow,
    LegalBasisRow,
    RequirementRow,
    ServiceLifeEventRow,
    ServiceRow,
    ServiceTopicRow,
    StepRow,
)
from canse.database.vocabulary_tables import (
    CategoryRow,
    InstitutionRow,
    LifeEventRow,
    MunicipalityRow,
    PortalRow,
    SynonymRow,
    TopicRow,
)

__all__ = [
    "AuditRow",
    "AuditedServiceRow",
    "Base",
    "CategoryRow",
    "ChangeRow",
    "ChannelRow",
    "CounterRow",
    "CoverageRow",
    "EvidenceRow",
    "FeeRow",
    "FindingRow",
    "FormRow",
    "InstitutionRow",
    "LegalBasisRow",
    "LifeEventRow",
    "MunicipalityRow",
    "PortalRow",
    "ReplyDecisionRow",
    "ReplyRow",
    "ReplySenderRow",
    "RequirementRow",
    "RevisionRow",
    "SeedRow",
    "ServiceLifeEventRow",
    "ServiceRow",
    "ServiceTopicRow",
    "StepRow",
    "SynonymRow",
    "TopicRow",
]
