"""The fields that the card functions format, and the fields that cards omit.

Cards show any other field as ``label: value``, so a field that is added to a model appears on them automatically.
"""

from __future__ import annotations

from ..models import (
    Actor,
    Announcement,
    Assertion,
    Attribute,
    Coding,
    Credit,
    Date,
    Entity,
    Evidence,
    Identifier,
    Instrument,
    Measure,
    Model,
    NamedEntity,
    Occasion,
    OccasionDate,
    OtherName,
    Place,
    Quantity,
    Record,
    Relation,
    Role,
    Scope,
    Source,
    Statement,
    Unknown,
)
from ..models.citing import CitingRecord

_WORDED: dict[type[Model], str] = {
    Record: "id note",
    Announcement: (
        "title summary types status replaced_by dates occasion place roles measures statements quantities "
        "relations topics unknown codings"
    ),
    Assertion: "evidence question rank confidence note",
    Date: "role scope value modality as_stated",
    Role: "actor role capacity on_behalf_of occasion part",
    Measure: "instrument action actors date stage modality attributes unknown",
    Attribute: "name label value unit comparator speaker modality",
    Statement: "text nature speaker speech_act modality date addressees about occasion",
    Quantity: "subject value upper comparator unit about speaker modality occasion as_of",
    Relation: "type target subject basis modality interval as_stated",
    OccasionDate: "part value as_stated",
    OtherName: "name language type",
    Entity: "id former_ids description url identifiers evidence unknown note",
    NamedEntity: "name other_names",
    Actor: "type country subdivision part_of",
    Instrument: "type bindingness part_of acts_as",
    Occasion: "part_of series edition theme dates place attendance_mode organisers acts_as",
    Source: (
        "type title title_basis publisher authors archived_url published published_as_stated retrieved language "
        "credits access derived_from"
    ),
    Evidence: "source support confidence note",
    Place: "venue city country subdivision",
    Scope: "instrument part",
    Identifier: "scheme value",
    Credit: "role name",
    Unknown: "field reason note",
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
