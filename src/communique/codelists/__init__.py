"""Every codelist of the schema, and the list of them. A codelist is imported when it is first used."""

from ..lazy import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .actors import ActorType, IdentifierScheme, NameType, RoleType
    from .all_codelists import CODELISTS
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
else:
    __getattr__, __dir__ = lazy(
        __name__,
        {
            "actors": ("ActorType", "IdentifierScheme", "NameType", "RoleType"),
            "all_codelists": ("CODELISTS",),
            "announcements": (
                "AnnouncementType",
                "AttendanceMode",
                "CodingScheme",
                "DateRole",
                "RecordStatus",
                "RevisionChange",
                "UnknownReason",
            ),
            "assertions": (
                "Comparator",
                "Confidence",
                "Modality",
                "Rank",
                "RelationBasis",
                "RelationType",
                "SpeechAct",
                "StatementNature",
                "Support",
            ),
            "codelist": ("Codelist",),
            "instruments": ("Action", "AttributeName", "Bindingness", "InstrumentType", "Stage"),
            "sources": ("CreditRole", "SourceAccess", "SourceType", "TextNormalization", "TitleBasis"),
            "topics": ("Topic",),
        },
    )

__all__ = [
    "CODELISTS",
    "Action",
    "ActorType",
    "AnnouncementType",
    "AttendanceMode",
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
    "Support",
    "TextNormalization",
    "TitleBasis",
    "Topic",
    "UnknownReason",
]
