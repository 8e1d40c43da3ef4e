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
    SpeechAct,
    StatementNature,
    Support,
)
from .codelist import Codelist
from .instruments import Action, AttributeName, Bindingness, InstrumentType, Stage
from .sources import CreditRole, SourceAccess, SourceType, TextNormalization, TitleBasis
from .topics import Topic

CODELISTS: tuple[type[Codelist], ...] = (
    Action,
    ActorType,
    AnnouncementType,
    AttendanceMode,
    AttributeName,
    Bindingness,
    CodingScheme,
    Comparator,
    Confidence,
    CreditRole,
    DateRole,
    IdentifierScheme,
    InstrumentType,
    Modality,
    NameType,
    Rank,
    RecordStatus,
    RelationBasis,
    RelationType,
    RevisionChange,
    RoleType,
    SourceAccess,
    SourceType,
    SpeechAct,
    Stage,
    StatementNature,
    Support,
    TextNormalization,
    TitleBasis,
    Topic,
    UnknownReason,
)
