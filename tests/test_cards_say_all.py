"""Every field that can change the meaning of an assertion or a definition changes its card, or is named as silent."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from communique import cards
from communique.codelists.codelist import Codelist
from communique.corpus.corpus import Corpus, Entry
from communique.exporting.tables.fields import fields
from communique.models import (
    SCHEMA_VERSION,
    Actor,
    Announcement,
    Assertion,
    Attribute,
    Date,
    Evidence,
    Instrument,
    Measure,
    Model,
    Occasion,
    OccasionDate,
    OtherName,
    Quantity,
    Registry,
    Relation,
    Role,
    Source,
    Statement,
)

Json = Any

SILENT: dict[type[Model], dict[str, str]] = {
    Assertion: {"id": "a name for other records to refer to, not a part of what is said"},
    Statement: {"topics": "a heading to find it under; what it says is in the text"},
    Evidence: {
        "passage": "where it stands in the source; whoever holds the text checks it with --sources",
        "locator": "where it stands in the source",
        "quote": "the source's words for what the assertion says in ours",
    },
    Announcement: {
        "schema_version": "the form of the file",
        "kind": "the form of the file",
        "revisions": "the history of the file",
        "extensions": "other projects' fields, which nobody here can read",
        "sources": "definitions have cards of their own",
        "actors": "definitions have cards of their own",
        "instruments": "definitions have cards of their own",
        "occasions": "definitions have cards of their own",
    },
    Source: {"text": "the digest by which a copy of the text is recognised"},
}
"""Fields that no card shows, by the class that brings them, with the reason why their value changes no meaning."""

WITH = {"source": "s1", "note": "Named for the list as a whole."}
COMMON: dict[str, tuple[Json, Json]] = {
    "evidence": ([WITH], [{"source": "s2"}]),
    "question": ("Which?", "Whose?"),
    "rank": ("normal", "deprecated"),
    "confidence": ("likely", "uncertain"),
    "note": ("Because.", "However."),
}
DEFINED: dict[str, tuple[Json, Json]] = {
    "id": ("x1", "x2"),
    "former_ids": (["old"], ["older"]),
    "description": ({"en": "A thing."}, {"en": "Another thing."}),
    "url": ("https://example.org/a", "https://example.org/b"),
    "identifiers": ([{"scheme": "wikidata", "value": "Q1"}], [{"scheme": "ror", "value": "Q1"}]),
    "evidence": ([WITH], [{"source": "s1", "note": "It is not in there."}]),
    "unknown": ([{"field": "url", "reason": "not_stated"}], [{"field": "url", "reason": "not_seen", "note": "Why."}]),
    "note": ("Because.", "However."),
}
NAMED = DEFINED | {
    "name": ({"en": "Name"}, {"en": "Other"}),
    "other_names": ([{"name": "N", "type": "former"}], [{"name": "N", "type": "misnomer"}]),
}
PLACE = {"venue": "Hall", "city": "Paris", "country": "FR", "subdivision": "FR-IDF"}
VALUES: dict[type[Model], dict[str, tuple[Json, Json]]] = {
    Date: COMMON
    | {
        "role": ("scheduled", "deadline"),
        "scope": ({"instrument": "i1", "part": "Chapter I"}, {"instrument": "i1", "part": "Chapter II"}),
        "value": ("2025-03-14", "2025-03-14~"),
        "modality": ("planned", "denied"),
        "as_stated": ("Friday", "on a Friday"),
    },
    Role: COMMON
    | {
        "actor": ("p1", "p2"),
        "role": ("speaker", "absentee"),
        "capacity": ({"en": "Minister"}, {"en": "Former minister"}),
        "on_behalf_of": ("p2", "p3"),
        "occasion": ("o1", "o2"),
        "part": ("Chapter I", "Chapter II"),
    },
    Measure: COMMON
    | {
        "instrument": ("i1", "i2"),
        "action": ("sign", "revoke"),
        "actors": (["p1"], ["p2"]),
        "date": ("2025-03-14", "2025-03-15"),
        "stage": ("signed", "in_force"),
        "modality": ("planned", "denied"),
        "attributes": ([{"name": "seat", "value": "Paris"}], [{"name": "seat", "value": "Rome"}]),
        "unknown": ([{"field": "members", "reason": "not_seen"}], [{"field": "members", "reason": "withheld"}]),
    },
    Attribute: COMMON
    | {
        "name": ("budget", "penalty"),
        "label": ("term", "length"),
        "value": (12, 13),
        "unit": ("EUR", "USD"),
        "comparator": ("at_least", "unqualified"),
        "speaker": ("p1", "p2"),
        "modality": ("under_consideration", "denied"),
    },
    Statement: COMMON
    | {
        "text": ({"en": "It is so."}, {"en": "It was so."}),
        "nature": ("attributed_statement", "inference"),
        "speaker": ("p1", "p2"),
        "speech_act": ("proposes", "rejects"),
        "modality": ("planned", "denied"),
        "date": ("2025-03-12", "2025-03-13"),
        "addressees": (["p2"], ["p3"]),
        "about": ("i1", "i2"),
        "occasion": ("o1", "o2"),
    },
    Quantity: COMMON
    | {
        "subject": ("companies", "visitors"),
        "value": (12, 13),
        "upper": (20, 21),
        "comparator": ("between", "exactly"),
        "unit": ("company", "visitor"),
        "about": ("i1", "i2"),
        "speaker": ("p1", "p2"),
        "modality": ("planned", "denied"),
        "occasion": ("o1", "o2"),
        "as_of": ("2025-03-12", "2025-03-13"),
    },
    Relation: COMMON
    | {
        "type": ("follows", "responds_to"),
        "target": ("i1", "i2"),
        "subject": ("i2", "i3"),
        "basis": ("stated", "inferred"),
        "modality": ("planned", "denied"),
        "interval": ("P3D", "P3W"),
        "as_stated": ("days after", "soon after"),
    },
    OccasionDate: COMMON
    | {
        "part": ("exhibition", "opening"),
        "value": ("2025-03-14", "2025-03-15"),
        "as_stated": ("Friday", "on a Friday"),
    },
    OtherName: COMMON | {"name": ("N", "M"), "language": ("en", "fr"), "type": ("common", "misnomer")},
    Evidence: {"source": ("s1", "s2"), "note": ("Named for the list.", "It is not in there.")},
    Actor: NAMED
    | {
        "type": ("person", "group"),
        "country": ("FR", "GB"),
        "subdivision": ("FR-IDF", "FR-BRE"),
        "part_of": ("p1", "p2"),
    },
    Instrument: NAMED
    | {
        "type": ("law", "bill"),
        "bindingness": ("binding", "voluntary"),
        "part_of": ("i1", "i2"),
        "acts_as": ("p1", "p2"),
    },
    Occasion: NAMED
    | {
        "part_of": ("o1", "o2"),
        "series": ("o1", "o2"),
        "edition": ("2025", "2026"),
        "theme": ({"en": "Peace"}, {"en": "War"}),
        "dates": ([{"value": "2025-03-14"}], [{"value": "2025-03-15"}]),
        "place": (PLACE, PLACE | {"subdivision": "FR-BRE"}),
        "attendance_mode": ("online", "mixed"),
        "organisers": (["p1"], ["p2"]),
        "acts_as": ("p1", "p2"),
    },
    Source: DEFINED
    | {
        "type": ("official", "mirror"),
        "title": ("A", "B"),
        "title_basis": ("reconstructed", "as_printed"),
        "publisher": ("P", "Q"),
        "authors": (["Jane Doe"], ["John Doe"]),
        "archived_url": ("https://example.org/c", "https://example.org/d"),
        "published": ("2025-03-14", "2025-03-15"),
        "published_as_stated": ("Friday", "on a Friday"),
        "retrieved": ("2025-03-16", "2025-03-17"),
        "language": ("en", "fr"),
        "credits": ([{"role": "photo", "name": "N"}], [{"role": "agency", "name": "N"}]),
        "access": ("full_text", "not_read"),
        "derived_from": ("s1", "s2"),
    },
    Announcement: {
        "id": ("a", "b"),
        "title": ({"en": "T"}, {"en": "U"}),
        "summary": ({"en": "So."}, {"en": "Not so."}),
        "types": (["speech"], ["treaty"]),
        "status": ("superseded", "withdrawn"),
        "replaced_by": ("a2", "a3"),
        "dates": ([{"role": "announced", "value": "2025-03-14"}], [{"role": "announced", "value": "2025-03-15"}]),
        "occasion": ("o1", "o2"),
        "place": (PLACE, PLACE | {"venue": "Street"}),
        "roles": ([{"actor": "p1", "role": "speaker"}], [{"actor": "p2", "role": "speaker"}]),
        "measures": (
            [{"instrument": "i1", "action": "sign", "stage": "signed", "modality": "asserted"}],
            [{"instrument": "i1", "action": "sign", "stage": "signed", "modality": "denied"}],
        ),
        "statements": ([{"text": {"en": "A."}, "nature": "context"}], [{"text": {"en": "B."}, "nature": "context"}]),
        "quantities": (
            [{"subject": "companies", "value": 1, "comparator": "exactly"}],
            [{"subject": "companies", "value": 1, "comparator": "about"}],
        ),
        "relations": (
            [{"type": "follows", "target": "i1", "basis": "stated"}],
            [{"type": "follows", "target": "i1", "basis": "inferred"}],
        ),
        "topics": (["safety"], ["governance"]),
        "unknown": ([{"field": "place", "reason": "not_stated"}], [{"field": "place", "reason": "withheld"}]),
        "note": ("Because.", "However."),
        "codings": (
            [{"scheme": "plover", "code": "CONSULT", "coder": "us"}],
            [{"scheme": "plover", "out_of_scope": "It is a speech.", "coder": "us"}],
        ),
    },
}
"""Two values for every other field of every model that a card shows."""

NAMES = [(f"{letter}{number}", f"{letter.upper()}{number}") for letter in "pios" for number in (1, 2, 3)]
REGISTRY: Json = {
    "schema_version": SCHEMA_VERSION,
    "kind": "registry",
    "id": "defined",
    "actors": [{"id": id, "type": "group", "name": {"en": name}} for id, name in NAMES if id[0] == "p"],
    "instruments": [{"id": id, "type": "law", "name": {"en": name}} for id, name in NAMES if id[0] == "i"],
    "occasions": [{"id": id, "name": {"en": name}} for id, name in NAMES if id[0] == "o"],
    "sources": [
        {"id": id, "type": "news", "access": "excerpt", "publisher": name} for id, name in NAMES if id[0] == "s"
    ],
}
ANNOUNCEMENT: Json = {
    "schema_version": SCHEMA_VERSION,
    "kind": "announcement",
    "id": "a",
    "title": {"en": "T"},
    "types": ["speech"],
    "status": "draft",
    "dates": [{"role": "announced", "value": "2025-01-01"}],
}
LISTS: dict[type[Model], str] = {
    Date: "dates",
    Role: "roles",
    Measure: "measures",
    Statement: "statements",
    Quantity: "quantities",
    Relation: "relations",
}
ENTITIES: dict[type[Model], str] = {
    Actor: "actors",
    Instrument: "instruments",
    Occasion: "occasions",
    Source: "sources",
}


def silent(model: type[Model]) -> set[str]:
    return {field for base in model.__mro__ for field in SILENT.get(base, ())}


def card(model: type[Model], data: Json) -> str:
    """A card on which an object of the model with this data stands."""
    if model is Attribute:
        return card(Measure, sample(Measure) | {"attributes": [data]})
    if model is Evidence:
        return card(Role, {"actor": "p1", "role": "speaker", "evidence": [data]})
    if model is OccasionDate:
        return card(Occasion, {"id": "x1", "name": {"en": "X"}, "dates": [data]})
    if model is OtherName:
        return card(Actor, {"id": "x1", "name": {"en": "X"}, "type": "group", "other_names": [data]})
    if model in ENTITIES:
        list_ = ENTITIES[model]
        registry = Registry.model_validate(REGISTRY | {list_: [*REGISTRY[list_], data]})
        return cards.card(data["id"], Corpus((Entry("defined.yaml", registry),)), 100)
    record = ANNOUNCEMENT | (data if model is Announcement else {LISTS[model]: [data]})
    entries = [Entry("a.yaml", Announcement.model_validate(record))]
    entries += [Entry("defined.yaml", Registry.model_validate(REGISTRY))]
    return cards.card(record["id"], Corpus(tuple(entries)), 100)


def sample(model: type[Model]) -> Json:
    return {name: first for name, (first, _) in VALUES[model].items()}


def assertion_models(model: type[Model] = Assertion) -> Iterator[type[Model]]:
    for each in model.__subclasses__():
        yield from (each, *assertion_models(each))


@pytest.mark.parametrize("model", VALUES, ids=lambda model: model.__name__)
def test_each_field_is_shown_or_named_as_silent(model: type[Model]) -> None:
    assert set(VALUES[model]) | silent(model) == set(model.model_fields)
    assert not set(VALUES[model]) & silent(model)


def test_no_model_of_assertions_is_forgotten() -> None:
    assert {each for each in assertion_models() if each.__module__.startswith("communique.")} <= set(VALUES)


@pytest.mark.parametrize(
    ("model", "field"),
    [(model, field) for model, values in VALUES.items() for field in values],
    ids=lambda value: value if isinstance(value, str) else value.__name__,
)
def test_another_value_makes_another_card(model: type[Model], field: str) -> None:
    whole = sample(model)
    other = VALUES[model][field][1]
    changed = whole | {field: other}
    for given, excluded in (("comparator", "upper"), ("status", "replaced_by")):
        if field == given and excluded in changed:
            whole, changed = ({k: v for k, v in data.items() if k != excluded} for data in (whole, changed))
            whole |= {given: "at_least"} if given == "comparator" else {given: "reviewed"}
    assert card(model, whole) != card(model, changed)
    if not model.model_fields[field].is_required() and field not in ("rank", "upper", "replaced_by", "id"):
        left_out = {name: value for name, value in whole.items() if name != field}
        assert card(model, left_out) != card(model, whole), f"{field} can be left out unseen"


def codes(model: type[Model]) -> Iterator[tuple[str, type[Codelist]]]:
    for each in fields(model):
        if isinstance(each.type, type) and issubclass(each.type, Codelist) and each.name in VALUES[model]:
            yield each.name, each.type


@pytest.mark.parametrize("model", [*LISTS, Attribute, OtherName], ids=lambda model: model.__name__)
def test_each_code_of_each_field_makes_its_own_card(model: type[Model]) -> None:
    found = list(codes(model))
    assert {"rank", "confidence"} < {field for field, _ in found}
    for field, codelist in found:
        whole = sample(model)
        if field == "comparator":
            whole.pop("upper", None)
        cards = {card(model, whole | {field: str(code)}) for code in codelist if str(code) != "between"}
        # Preferred among no others is as good as any: what a rank does beside others has a test of its own.
        same = 1 if field == "rank" else 0
        assert len(cards) + same == len([code for code in codelist if str(code) != "between"]), field
