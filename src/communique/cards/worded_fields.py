"""Which fields the cards put into words of their own, and which they leave out.

Any other field stands on the cards as ``label: value``, so a field that is added to a model is on them by itself.
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
    Evidence: "source note",
    Place: "venue city country subdivision",
    Scope: "instrument part",
    Identifier: "scheme value",
    Credit: "role name",
    Unknown: "field reason note",
    Coding: "scheme version code out_of_scope coder note",
}
WORDED = {model: frozenset(names.split()) for model, names in _WORDED.items()}
"""The fields that a function of this package puts into words, by the class that brings them."""

SILENT: dict[type[Model], dict[str, str]] = {
    Assertion: {"id": "a name for other records to refer to, not a part of what is said"},
    Statement: {"topics": "a heading to find it under; what it says is in the text"},
    Evidence: {
        "passage": "where it stands in the source; whoever holds the text checks it with --sources",
        "locator": "where it stands in the source",
        "quote": "the source's words for what the assertion says in ours",
    },
    Record: {
        "schema_version": "the form of the file",
        "kind": "the form of the file",
        "revisions": "the history of the file",
        "extensions": "other projects' fields, which nobody here can read",
    },
    Announcement: {
        "sources": "definitions have cards of their own",
        "actors": "definitions have cards of their own",
        "instruments": "definitions have cards of their own",
        "occasions": "definitions have cards of their own",
    },
    Source: {"text": "the digest by which a copy of the text is recognised"},
}
"""Fields that no card shows, by the class that brings them, with the reason why their value changes no meaning."""


def other_fields(model: type[Model]) -> list[str]:
    """The fields, in reading order, that no function puts into words and that are not left out either."""
    known = {name for base in model.__mro__ for table in (WORDED, SILENT) for name in table.get(base, ())}
    return [name for name in model.field_order() if name not in known]
