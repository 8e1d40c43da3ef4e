"""The rules over typed records, in the order of their codes. A new rule is a file here and a line below."""

from ..rule import RecordRule
from .answer_without_source import AnswerWithoutSource
from .assertion_without_evidence import AssertionWithoutEvidence
from .changed_source_text import ChangedSourceText
from .conflict_without_preferred import ConflictWithoutPreferred
from .dangling_reference import DanglingReference
from .date_outside_occasion import DateOutsideOccasion
from .dates_out_of_order import DatesOutOfOrder
from .default_looking_date import DefaultLookingDate
from .deprecated_without_note import DeprecatedWithoutNote
from .duplicate_id import DuplicateId
from .formula_text import FormulaText
from .future_date_not_scheduled import FutureDateNotScheduled
from .garbled_text import GarbledText
from .id_differs_from_file_name import IdDiffersFromFileName
from .impossible_date import ImpossibleDate
from .inference_without_author import InferenceWithoutAuthor
from .later_than_today import LaterThanToday
from .life_runs_backwards import LifeRunsBackwards
from .malformed_url import MalformedUrl
from .merged_id import MergedId
from .missing_inverse import MissingInverse
from .name_refused_by_windows import NameRefusedByWindows
from .near_duplicate_record import NearDuplicateRecord
from .nobody_takes_part import NobodyTakesPart
from .other_unexplained import OtherUnexplained
from .passage_digest_mismatch import PassageDigestMismatch
from .passage_outside_text import PassageOutsideText
from .passage_without_text import PassageWithoutText
from .place_contradicts_occasion import PlaceContradictsOccasion
from .placeholder_left import PlaceholderLeft
from .preferred_by_copies import PreferredByCopies
from .range_runs_backwards import RangeRunsBackwards
from .relation_against_dates import RelationAgainstDates
from .relation_cycle import RelationCycle
from .repeated_assertion import RepeatedAssertion
from .repeated_local_id import RepeatedLocalId
from .retired_record_relied_on import RetiredRecordReliedOn
from .same_thing_twice import SameThingTwice
from .second_dataset import SecondDataset
from .self_reference import SelfReference
from .share_beyond_the_whole import ShareBeyondTheWhole
from .source_published_before_event import SourcePublishedBeforeEvent
from .source_read_before_published import SourceReadBeforePublished
from .stage_contradicts_modality import StageContradictsModality
from .stated_date_contradicts_value import StatedDateContradictsValue
from .statement_without_speaker import StatementWithoutSpeaker
from .text_counted_as_number import TextCountedAsNumber
from .topic_without_parent import TopicWithoutParent
from .two_preferred_values import TwoPreferredValues
from .unit_not_standard import UnitNotStandard
from .unknown_country_code import UnknownCountryCode
from .unknown_is_given import UnknownIsGiven
from .unknown_language_tag import UnknownLanguageTag
from .unknown_names_no_field import UnknownNamesNoField
from .unknown_subdivision_code import UnknownSubdivisionCode
from .unreadable_source_text import UnreadableSourceText
from .untidy_identifier import UntidyIdentifier
from .untidy_url import UntidyUrl
from .unused_definition import UnusedDefinition
from .weekday_contradicts_date import WeekdayContradictsDate
from .wrong_identifier import WrongIdentifier

RULES: tuple[RecordRule, ...] = (
    DanglingReference(),
    DuplicateId(),
    IdDiffersFromFileName(),
    SecondDataset(),
    RepeatedLocalId(),
    RepeatedAssertion(),
    SelfReference(),
    RelationCycle(),
    MissingInverse(),
    RetiredRecordReliedOn(),
    MergedId(),
    UnusedDefinition(),
    SameThingTwice(),
    NearDuplicateRecord(),
    NameRefusedByWindows(),
    ImpossibleDate(),
    WeekdayContradictsDate(),
    TwoPreferredValues(),
    SourcePublishedBeforeEvent(),
    DatesOutOfOrder(),
    DefaultLookingDate(),
    FutureDateNotScheduled(),
    ConflictWithoutPreferred(),
    PreferredByCopies(),
    StageContradictsModality(),
    LifeRunsBackwards(),
    DeprecatedWithoutNote(),
    RelationAgainstDates(),
    StatedDateContradictsValue(),
    SourceReadBeforePublished(),
    LaterThanToday(),
    DateOutsideOccasion(),
    PlaceContradictsOccasion(),
    ShareBeyondTheWhole(),
    TextCountedAsNumber(),
    UnitNotStandard(),
    RangeRunsBackwards(),
    StatementWithoutSpeaker(),
    InferenceWithoutAuthor(),
    AssertionWithoutEvidence(),
    AnswerWithoutSource(),
    TopicWithoutParent(),
    UnknownNamesNoField(),
    UnknownIsGiven(),
    PlaceholderLeft(),
    NobodyTakesPart(),
    OtherUnexplained(),
    GarbledText(),
    PassageOutsideText(),
    PassageDigestMismatch(),
    PassageWithoutText(),
    UntidyUrl(),
    UnknownCountryCode(),
    UnknownLanguageTag(),
    UnknownSubdivisionCode(),
    ChangedSourceText(),
    UnreadableSourceText(),
    MalformedUrl(),
    UntidyIdentifier(),
    WrongIdentifier(),
    FormulaText(),
)
