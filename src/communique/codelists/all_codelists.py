"""The list of all codelists."""

from .actors import ActorType, IdentifierScheme, NameType, RoleType
from .announcements import (
    AnnouncementType,
    AttendanceMode,
    CodingScheme,
    DateRole,
    RecordStatus,
    RevisionChange,
    UnknownReason,
)
from .assertions import (
    Comparator,
    Confidence,
    Modality,
    Rank,
    RelationBasis,
    RelationType,
    Support,
)
from .codelist import Codelist
from .commitments import CommitmentKind, OutcomeState
from .instruments import Action, AttributeName, Bindingness, InstrumentType, Stage
from .sources import CreditRole, SourceAccess, SourceOrigin, SourceType, TextNormalization, TitleBasis
from .statements import SpeechAct, StatementForm, StatementNature
from .topics import Topic
from .values import AmountRule, MoneyFlow, PayerKind, ThresholdMetric, VoteChoice, VoteMethod

CODELISTS: tuple[type[Codelist], ...] = (
    Action,
    ActorType,
    AmountRule,
    AnnouncementType,
    AttendanceMode,
    AttributeName,
    Bindingness,
    CodingScheme,
    CommitmentKind,
    Comparator,
    Confidence,
    CreditRole,
    DateRole,
    IdentifierScheme,
    InstrumentType,
    Modality,
    MoneyFlow,
    NameType,
    OutcomeState,
    PayerKind,
    Rank,
    RecordStatus,
    RelationBasis,
    RelationType,
    RevisionChange,
    RoleType,
    SourceAccess,
    SourceOrigin,
    SourceType,
    SpeechAct,
    Stage,
    StatementForm,
    StatementNature,
    Support,
    TextNormalization,
    ThresholdMetric,
    TitleBasis,
    Topic,
    UnknownReason,
    VoteChoice,
    VoteMethod,
)
