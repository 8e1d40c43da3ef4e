"""The vocabulary of communique: typed, strict, frozen models of every part of a record.

The JSON Schema is generated from the models: they alone say which fields a record has. A model is imported when it is
first used, and its validator is built when it first validates.
"""

from .. import codelists
from ..lazy import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .actor import Actor
    from .announcement import Announcement
    from .assertion import ASSERTION_FIELDS, Assertion
    from .base import Condition, Model
    from .coding import Coding
    from .commitment import After, Commitment, Due
    from .dataset import Coverage, Creator, Dataset
    from .date import Date, Scope
    from .edtf import EdtfDate
    from .entity import Entity, Identifier, NamedEntity, OtherName, Place
    from .evidence import Evidence, Locator, cited, sources_of
    from .instrument import Instrument
    from .kinds import ENTITY_FIELDS, ENTITY_KINDS, RECORD_KINDS, REFERABLE_KINDS, THING_KINDS
    from .measure import Attribute, Measure
    from .money import Money, Share
    from .occasion import Occasion, OccasionDate
    from .outcome import Outcome
    from .passage import Passage, passage_id
    from .quantity import Quantity
    from .record import Record
    from .reference import Reference, Refers, reference_fields
    from .registry import Registry
    from .relation import Relation
    from .revision import Revision
    from .role import Role
    from .scalars import commitment_parts, is_id, main_language, main_text
    from .schema_version import SAME_STRUCTURE, SCHEMA_VERSION
    from .source import Credit, Derivation, Source, SourceText
    from .statement import Statement
    from .threshold import Threshold
    from .tree import Tree, references, walk
    from .unknown import Unknown
    from .vote import Ballot, Vote
else:
    __getattr__, __dir__ = lazy(
        __name__,
        {
            "actor": ("Actor",),
            "announcement": ("Announcement",),
            "assertion": ("ASSERTION_FIELDS", "Assertion"),
            "base": ("Condition", "Model"),
            "coding": ("Coding",),
            "commitment": ("After", "Commitment", "Due"),
            "dataset": ("Coverage", "Creator", "Dataset"),
            "date": ("Date", "Scope"),
            "edtf": ("EdtfDate",),
            "entity": ("Entity", "Identifier", "NamedEntity", "OtherName", "Place"),
            "evidence": ("Evidence", "Locator", "cited", "sources_of"),
            "instrument": ("Instrument",),
            "kinds": ("ENTITY_FIELDS", "ENTITY_KINDS", "RECORD_KINDS", "REFERABLE_KINDS", "THING_KINDS"),
            "measure": ("Attribute", "Measure"),
            "money": ("Money", "Share"),
            "occasion": ("Occasion", "OccasionDate"),
            "outcome": ("Outcome",),
            "passage": ("Passage", "passage_id"),
            "quantity": ("Quantity",),
            "record": ("Record",),
            "reference": ("Reference", "Refers", "reference_fields"),
            "registry": ("Registry",),
            "relation": ("Relation",),
            "revision": ("Revision",),
            "role": ("Role",),
            "scalars": ("commitment_parts", "is_id", "main_language", "main_text"),
            "schema_version": ("SAME_STRUCTURE", "SCHEMA_VERSION"),
            "source": ("Credit", "Derivation", "Source", "SourceText"),
            "statement": ("Statement",),
            "threshold": ("Threshold",),
            "tree": ("Tree", "references", "walk"),
            "unknown": ("Unknown",),
            "vote": ("Ballot", "Vote"),
        },
    )

__all__ = [
    "ASSERTION_FIELDS",
    "ENTITY_FIELDS",
    "ENTITY_KINDS",
    "RECORD_KINDS",
    "REFERABLE_KINDS",
    "SAME_STRUCTURE",
    "SCHEMA_VERSION",
    "THING_KINDS",
    "Actor",
    "After",
    "Announcement",
    "Assertion",
    "Attribute",
    "Ballot",
    "Coding",
    "Commitment",
    "Condition",
    "Coverage",
    "Creator",
    "Credit",
    "Dataset",
    "Date",
    "Derivation",
    "Due",
    "EdtfDate",
    "Entity",
    "Evidence",
    "Identifier",
    "Instrument",
    "Locator",
    "Measure",
    "Model",
    "Money",
    "NamedEntity",
    "Occasion",
    "OccasionDate",
    "OtherName",
    "Outcome",
    "Passage",
    "Place",
    "Quantity",
    "Record",
    "Reference",
    "Refers",
    "Registry",
    "Relation",
    "Revision",
    "Role",
    "Scope",
    "Share",
    "Source",
    "SourceText",
    "Statement",
    "Threshold",
    "Tree",
    "Unknown",
    "Vote",
    "cited",
    "codelists",
    "commitment_parts",
    "is_id",
    "main_language",
    "main_text",
    "passage_id",
    "reference_fields",
    "references",
    "sources_of",
    "walk",
]
