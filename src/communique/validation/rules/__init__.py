"""The rules over typed records, in the order of their codes. A new rule is a file here and a line below."""

from ..rule import RecordRule
from .addresses.malformed_url import MalformedUrl
from .addresses.untidy_url import UntidyUrl
from .codes.unknown_country_code import UnknownCountryCode
from .codes.unknown_language_tag import UnknownLanguageTag
from .codes.unknown_subdivision_code import UnknownSubdivisionCode
from .codes.untidy_identifier import UntidyIdentifier
from .codes.wrong_identifier import WrongIdentifier
from .completeness.nobody_takes_part import NobodyTakesPart
from .completeness.other_unexplained import OtherUnexplained
from .completeness.statement_without_speaker import StatementWithoutSpeaker
from .completeness.unknown_is_given import UnknownIsGiven
from .completeness.unknown_names_no_field import UnknownNamesNoField
from .conflicts.conflict_without_preferred import ConflictWithoutPreferred
from .conflicts.deprecated_without_note import DeprecatedWithoutNote
from .conflicts.preferred_by_copies import PreferredByCopies
from .conflicts.two_preferred_values import TwoPreferredValues
from .dates.dates_out_of_order import DatesOutOfOrder
from .dates.default_looking_date import DefaultLookingDate
from .dates.future_date_not_scheduled import FutureDateNotScheduled
from .dates.impossible_date import ImpossibleDate
from .dates.later_than_today import LaterThanToday
from .dates.relation_against_dates import RelationAgainstDates
from .dates.source_published_before_event import SourcePublishedBeforeEvent
from .dates.source_read_before_published import SourceReadBeforePublished
from .dates.stated_date_contradicts_value import StatedDateContradictsValue
from .dates.weekday_contradicts_date import WeekdayContradictsDate
from .duplicates.near_duplicate_record import NearDuplicateRecord
from .duplicates.repeated_assertion import RepeatedAssertion
from .duplicates.same_thing_twice import SameThingTwice
from .evidence.answer_without_source import AnswerWithoutSource
from .evidence.assertion_without_evidence import AssertionWithoutEvidence
from .evidence.changed_source_text import ChangedSourceText
from .evidence.inference_without_author import InferenceWithoutAuthor
from .evidence.passage_digest_mismatch import PassageDigestMismatch
from .evidence.passage_outside_text import PassageOutsideText
from .evidence.passage_without_text import PassageWithoutText
from .evidence.unreadable_source_text import UnreadableSourceText
from .ids.duplicate_id import DuplicateId
from .ids.id_differs_from_file_name import IdDiffersFromFileName
from .ids.merged_id import MergedId
from .ids.name_refused_by_windows import NameRefusedByWindows
from .ids.repeated_local_id import RepeatedLocalId
from .ids.second_dataset import SecondDataset
from .instruments.life_runs_backwards import LifeRunsBackwards
from .instruments.stage_contradicts_modality import StageContradictsModality
from .numbers.range_runs_backwards import RangeRunsBackwards
from .numbers.share_beyond_the_whole import ShareBeyondTheWhole
from .numbers.text_counted_as_number import TextCountedAsNumber
from .numbers.unit_not_standard import UnitNotStandard
from .occasions.date_outside_occasion import DateOutsideOccasion
from .occasions.place_contradicts_occasion import PlaceContradictsOccasion
from .references.dangling_reference import DanglingReference
from .references.missing_inverse import MissingInverse
from .references.relation_cycle import RelationCycle
from .references.retired_record_relied_on import RetiredRecordReliedOn
from .references.self_reference import SelfReference
from .references.topic_without_parent import TopicWithoutParent
from .references.unused_definition import UnusedDefinition
from .texts.formula_text import FormulaText
from .texts.garbled_text import GarbledText
from .texts.placeholder_left import PlaceholderLeft

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
