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
        Support,
    )
    from .codelist import Codelist
    from .commitments import CommitmentKind, OutcomeState
    from .instruments import Action, AttributeName, Bindingness, InstrumentType, Stage
    from .sources import (
        COPIES,
        ORIGINS,
        CreditRole,
        SourceAccess,
        SourceOrigin,
        SourceType,
        TextNormalization,
        TitleBasis,
    )
    from .statements import SpeechAct, StatementForm, StatementNature
    from .topics import Topic
    from .values import AmountRule, MoneyFlow, PayerKind, ThresholdMetric, VoteChoice, VoteMethod
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
                "Support",
            ),
            "codelist": ("Codelist",),
            "commitments": ("CommitmentKind", "OutcomeState"),
            "instruments": ("Action", "AttributeName", "Bindingness", "InstrumentType", "Stage"),
            "sources": (
                "COPIES",
                "ORIGINS",
                "CreditRole",
                "SourceAccess",
                "SourceOrigin",
                "SourceType",
                "TextNormalization",
                "TitleBasis",
            ),
            "statements": ("SpeechAct", "StatementForm", "StatementNature"),
            "topics": ("Topic",),
            "values": ("AmountRule", "MoneyFlow", "PayerKind", "ThresholdMetric", "VoteChoice", "VoteMethod"),
        },
    )

__all__ = [
    "CODELISTS",
    "COPIES",
    "ORIGINS",
    "Action",
    "ActorType",
    "AmountRule",
    "AnnouncementType",
    "AttendanceMode",
    "AttributeName",
    "Bindingness",
    "Codelist",
    "CodingScheme",
    "CommitmentKind",
    "Comparator",
    "Confidence",
    "CreditRole",
    "DateRole",
    "IdentifierScheme",
    "InstrumentType",
    "Modality",
    "MoneyFlow",
    "NameType",
    "OutcomeState",
    "PayerKind",
    "Rank",
    "RecordStatus",
    "RelationBasis",
    "RelationType",
    "RevisionChange",
    "RoleType",
    "SourceAccess",
    "SourceOrigin",
    "SourceType",
    "SpeechAct",
    "Stage",
    "StatementForm",
    "StatementNature",
    "Support",
    "TextNormalization",
    "ThresholdMetric",
    "TitleBasis",
    "Topic",
    "UnknownReason",
    "VoteChoice",
    "VoteMethod",
]
