"""Every field that can change the meaning of an assertion or a definition changes its card, or is named as silent."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from communique import cards
from communique.cards.worded_fields import SILENT, WORDED, other_fields
from communique.codelists.codelist import Codelist
from communique.corpus.corpus import Corpus, Entry
from communique.exporting.tables.fields import Shape, fields
from communique.models import (
    SCHEMA_VERSION,
    Actor,
    Announcement,
    Assertion,
    Attribute,
    Coding,
    Credit,
    Date,
    Evidence,
    Identifier,
    Instrument,
    Measure,
    Model,
    Occasion,
    OccasionDate,
    OtherName,
    Place,
    Quantity,
    Registry,
    Relation,
    Role,
    Scope,
    Source,
    Statement,
    Unknown,
)

Json = Any

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
    Place: {
        name: (value, "Other" if name in ("venue", "city") else "GB-ENG"[: len(value)]) for name, value in PLACE.items()
    },
    Scope: {"instrument": ("i1", "i2"), "part": ("Chapter I", "Chapter II")},
    Identifier: {"scheme": ("wikidata", "ror"), "value": ("Q1", "Q2")},
    Credit: {"role": ("photo", "agency"), "name": ("N", "M")},
    Unknown: {
        "field": ("url", "note"),
        "reason": ("not_stated", "not_seen"),
        "note": ("Looked.", "Asked."),
    },
    Coding: {
        "scheme": ("plover", "digital_policy_alert"),
        "version": ("1", "2"),
        "code": ("CONSULT", "AID"),
        "coder": ("us", "them"),
        "note": ("Because.", "However."),
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
"""Two values for every field of every model that a card puts into words."""
EXCLUDED: dict[type[Model], set[str]] = {Coding: {"out_of_scope"}}
"""Fields that exclude another one; what they change is shown by the objects that hold them."""

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


HOLDERS: dict[type[Model], tuple[type[Model], str]] = {
    Attribute: (Measure, "attributes"),
    Evidence: (Role, "evidence"),
    OccasionDate: (Occasion, "dates"),
    OtherName: (Actor, "other_names"),
    Place: (Occasion, "place"),
    Scope: (Date, "scope"),
    Identifier: (Actor, "identifiers"),
    Credit: (Source, "credits"),
    Unknown: (Actor, "unknown"),
    Coding: (Announcement, "codings"),
}
"""An object that is shown as a part of another one, and the field of that which holds it."""


def worded(model: type[Model]) -> set[str]:
    return {field for base in model.__mro__ for field in WORDED.get(base, ())}


def silent(model: type[Model]) -> set[str]:
    return {field for base in model.__mro__ for field in SILENT.get(base, ())}


def card(model: type[Model], data: Json) -> str:
    """A card on which an object of the model with this data stands."""
    if model in HOLDERS:
        holder, field = HOLDERS[model]
        whole = next(each.shape for each in fields(holder) if each.name == field) is Shape.OBJECT
        given = data if whole else [data]
        return card(holder, sample(holder) | {field: given})
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


def required(model: type[Model], field: str) -> bool:
    return model.model_fields[field].is_required()


def assertion_models(model: type[Model] = Assertion) -> Iterator[type[Model]]:
    for each in model.__subclasses__():
        yield from (each, *assertion_models(each))


@pytest.mark.parametrize("model", VALUES, ids=lambda model: model.__name__)
def test_each_field_that_is_put_into_words_has_two_values_here(model: type[Model]) -> None:
    assert set(VALUES[model]) | EXCLUDED.get(model, set()) == worded(model)
    assert worded(model) | silent(model) | set(other_fields(model)) == set(model.model_fields)
    assert not worded(model) & silent(model)


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
    if not model.model_fields[field].is_required() and field not in ("rank", "upper", "replaced_by", "id", "code"):
        left_out = {name: value for name, value in whole.items() if name != field}
        assert card(model, left_out) != card(model, whole), f"{field} can be left out unseen"


@pytest.mark.parametrize(
    ("model", "field"),
    [(model, field) for model, values in VALUES.items() for field in values if not required(model, field)],
    ids=lambda value: value if isinstance(value, str) else value.__name__,
)
def test_a_field_that_nobody_put_into_words_is_shown_with_its_label(
    model: type[Model], field: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As if each field had just been added to its model."""
    label, before = field.replace("_", " "), card(model, sample(model)).splitlines()
    for base, names in WORDED.items():
        monkeypatch.setitem(WORDED, base, names - {field})
    assert field in other_fields(model)
    added = Counter(card(model, sample(model)).splitlines()) - Counter(before)
    assert any(line.lower() == label or f"{label}: " in line for line in added)


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
