"""Every codelist of the schema, and the list of them."""

from .acting import ActorType, IdentifierScheme, NameType, RoleType
from .announcing import AnnouncementType, CodingScheme, DateRole, RecordStatus, RevisionChange, UnknownReason
from .asserting import (
    Comparator,
    Confidence,
    Modality,
    Rank,
    RelationBasis,
    RelationType,
    SpeechAct,
    StatementNature,
)
from .codelist import Codelist
from .instrumental import Action, AttributeName, Bindingness, InstrumentType, Stage
from .sourcing import CreditRole, SourceAccess, SourceType, TextNormalization, TitleBasis
from .topical import Topic

CODELISTS: tuple[type[Codelist], ...] = (
    Action,
    ActorType,
    AnnouncementType,
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
    TextNormalization,
    TitleBasis,
    Topic,
    UnknownReason,
)

__all__ = [
    "CODELISTS",
    "Action",
    "ActorType",
    "AnnouncementType",
    "AttributeName",
    "Bindingness",
    "Codelist",
    "CodingScheme",
    "Comparator",
    "Confidence",
    "CreditRole",
    "DateRole",
    "IdentifierScheme",
    "InstrumentType",
    "Modality",
    "NameType",
    "Rank",
    "RecordStatus",
    "RelationBasis",
    "RelationType",
    "RevisionChange",
    "RoleType",
    "SourceAccess",
    "SourceType",
    "SpeechAct",
    "Stage",
    "StatementNature",
    "TextNormalization",
    "TitleBasis",
    "Topic",
    "UnknownReason",
]
