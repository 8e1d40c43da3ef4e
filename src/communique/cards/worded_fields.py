"""The fields that the card functions format, and the fields that cards omit.

Cards show any other field as ``label: value``, so a field that is added to a model appears on them automatically.
"""

from __future__ import annotations

from ..models import (
    Actor,
    After,
    Announcement,
    Assertion,
    Attribute,
    Ballot,
    Coding,
    Commitment,
    Credit,
    Date,
    Derivation,
    Due,
    Entity,
    Evidence,
    Identifier,
    Instrument,
    Measure,
    Model,
    Money,
    NamedEntity,
    Occasion,
    OccasionDate,
    OtherName,
    Outcome,
    Place,
    Quantity,
    Record,
    Relation,
    Role,
    Scope,
    Share,
    Source,
    Statement,
    Threshold,
    Unknown,
    Vote,
)
from ..models.citing import CitingRecord

_WORDED: dict[type[Model], str] = {
    Record: "id note",
    Announcement: (
        "title summary types url identifiers status replaced_by dates occasion place roles measures statements "
        "quantities money votes thresholds relations commitments outcomes topics unknown codings"
    ),
    Assertion: "evidence question compatible_with rank confidence note",
    Date: "role scope actors value time_zone modality as_stated",
    Role: "actor role capacity on_behalf_of occasion part unknown",
    Measure: "instrument action actors date stage modality attributes unknown",
    Attribute: "name label value unit comparator speaker modality",
    Statement: "text nature speaker speech_act form hedge modality date addressees about occasion unknown",
    Quantity: "subject value upper of comparator unit about speaker modality occasion as_of unknown",
    Money: (
        "flow amount upper comparator currency share rule subject about payer payee payer_kind period duration speaker "
        "modality as_of unknown"
    ),
    Share: "percent of",
    Vote: "about part body date method in_favour against abstaining not_voting ballots unknown",
    Ballot: "actor vote",
    Threshold: "about part metric label comparator value upper unit effect modality as_stated unknown",
    Relation: "type target subject basis modality interval as_stated",
    OccasionDate: "part value as_stated",
    OtherName: "name language type",
    Entity: "id former_ids description url identifiers evidence unknown note",
    NamedEntity: "name other_names",
    Actor: "type country subdivision part_of members countries",
    Instrument: "type bindingness part_of acts_as",
    Occasion: "part_of series edition theme dates place attendance_mode organisers acts_as",
    Source: (
        "type title title_basis publisher authors archived_url published published_as_stated retrieved language "
        "credits access derived_from origin"
    ),
    Derivation: "source confidence note",
    Evidence: "source support confidence note",
    Place: "venue city country subdivision",
    Scope: "instrument part",
    Identifier: "scheme value",
    Credit: "role name",
    Commitment: "kind by to text about modality due as_stated unknown",
    Due: "date within after before",
    After: "date_role instrument announcement occasion date",
    Outcome: "commitment state date interim by assessor score codings unknown",
    Unknown: "field language reason note",
    Coding: "scheme version code out_of_scope coder note",
}
WORDED = {model: frozenset(names.split()) for model, names in _WORDED.items()}
"""The fields that a function of this package formats, by the class that defines them."""

OMITTED: dict[type[Model], dict[str, str]] = {
    Assertion: {"id": "a name for references, not a part of the assertion"},
    Statement: {"topics": "a heading for search; the text has the meaning"},
    Evidence: {
        "passage": "the position in the source, which --sources checks",
        "locator": "the position in the source",
        "quote": "the words of the source for the same assertion",
    },
    CitingRecord: {"passages": "the positions in the sources, which --sources checks"},
    Record: {
        "schema_version": "the structure of the file",
        "kind": "the structure of the file",
        "revisions": "the history of the file",
        "extensions": "fields of other projects, without a known meaning",
    },
    Announcement: {
        "sources": "definitions have their own cards",
        "actors": "definitions have their own cards",
        "instruments": "definitions have their own cards",
        "occasions": "definitions have their own cards",
    },
    Source: {"text": "the digest that identifies a copy of the text"},
}
"""Fields that no card shows, by the class that defines them, each with the reason why it does not change a meaning."""


def other_fields(model: type[Model]) -> list[str]:
    """The fields, in reading order, that no function formats and that are not omitted."""
    known = {name for base in model.__mro__ for table in (WORDED, OMITTED) for name in table.get(base, ())}
    return [name for name in model.field_order() if name not in known]
