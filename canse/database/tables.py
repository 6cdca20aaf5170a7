"""The schema: every table of the catalogue, gathered from the modules that describe them."""

from canse.database.audit_tables import AuditedServiceRow, AuditRow, EvidenceRow, FindingRow
from canse.database.base import Base
from canse.database.citizen_report_tables import (
    CitizenReportRow,
    CitizenReportStepRow,
    SheetOpinionRow,
)
from canse.database.history_tables import ChangeRow, CounterRow, RevisionRow, SeedRow
from canse.database.journey_tables import JourneyRow, JourneyStepRow, JourneyStepServiceRow
from canse.database.place_tables import NoticeRow, OfficeRow
from canse.database.reply_tables import ReplyDecisionRow, ReplyRow, ReplySenderRow
from canse.database.search_tables import ClickDayRow, MissingRequestRow, SearchDayRow
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
    PromotionRow,
    SynonymRow,
    TopicRow,
    UnsuggestedWordRow,
)

__all__ = [
    "AuditRow",
    "AuditedServiceRow",
    "Base",
    "CategoryRow",
    "ChangeRow",
    "ChannelRow",
    "CitizenReportRow",
    "CitizenReportStepRow",
    "ClickDayRow",
    "CounterRow",
    "CoverageRow",
    "EvidenceRow",
    "FeeRow",
    "FindingRow",
    "FormRow",
    "InstitutionRow",
    "JourneyRow",
    "JourneyStepRow",
    "JourneyStepServiceRow",
    "LegalBasisRow",
    "LifeEventRow",
    "MissingRequestRow",
    "MunicipalityRow",
    "NoticeRow",
    "OfficeRow",
    "PortalRow",
    "PromotionRow",
    "ReplyDecisionRow",
    "ReplyRow",
    "ReplySenderRow",
    "RequirementRow",
    "RevisionRow",
    "SearchDayRow",
    "SeedRow",
    "ServiceLifeEventRow",
    "ServiceRow",
    "ServiceTopicRow",
    "SheetOpinionRow",
    "StepRow",
    "SynonymRow",
    "TopicRow",
    "UnsuggestedWordRow",
]
