"""Every field that can change the meaning of an assertion or a definition changes its card, or is named as silent."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest

from communique import cards
from communique.cards.labels import others
from communique.cards.worded_fields import OMITTED, WORDED, other_fields
from communique.codelists.codelist import Codelist
from communique.corpus.corpus import Corpus, Entry
from communique.exporting.tables.field_layout import Layout, fields
from communique.models import (
    SCHEMA_VERSION,
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
    Locator,
    Measure,
    Model,
    Money,
    NamedEntity,
    Occasion,
    OccasionDate,
    OtherName,
    Outcome,
    Passage,
    Place,
    Quantity,
    Registry,
    Relation,
    Revision,
    Role,
    Scope,
    Share,
    Source,
    SourceText,
    Statement,
    Threshold,
    Unknown,
    Vote,
)
from support.field_values import VALUES, Json

EXCLUDED: dict[type[Model], set[str]] = {
    Coding: {"out_of_scope"},
    Source: {"origin"},
    Due: {"date", "before"},
    After: {"occasion", "date"},
}
"""Fields that exclude another one; what they change is shown by the objects that hold them."""

ASKED_BY_ANOTHER = (
    *("rank", "upper", "replaced_by", "id", "code", "amount", "currency", "share"),
    *("within", "after", "date_role", "assessor", "source"),
)
"""Optional fields that cannot be left out beside the others, or make no difference there."""

EXCLUDING = (
    ("comparator", "upper", "at_least"),
    ("status", "replaced_by", "reviewed"),
    ("type", "members", "group"),
    ("type", "countries", "group"),
)
"""A field with another value excludes the second field; and a value of it that is right without that."""

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
    Money: "money",
    Vote: "votes",
    Threshold: "thresholds",
    Relation: "relations",
    Commitment: "commitments",
    Outcome: "outcomes",
}
ENTITIES: dict[type[Model], str] = {
    Actor: "actors",
    Instrument: "instruments",
    Occasion: "occasions",
    Source: "sources",
}

HOLDERS: dict[type[Model], tuple[type[Model], str]] = {
    Attribute: (Measure, "attributes"),
    Derivation: (Source, "derived_from"),
    Ballot: (Vote, "ballots"),
    Share: (Money, "share"),
    Evidence: (Role, "evidence"),
    OccasionDate: (Occasion, "dates"),
    OtherName: (Actor, "other_names"),
    Place: (Occasion, "place"),
    Scope: (Date, "scope"),
    Identifier: (Actor, "identifiers"),
    Credit: (Source, "credits"),
    Unknown: (Actor, "unknown"),
    Coding: (Announcement, "codings"),
    Due: (Commitment, "due"),
    After: (Due, "after"),
}
"""An object that is shown as a part of another one, and the field of that which holds it."""


def worded(model: type[Model]) -> set[str]:
    return {field for base in model.__mro__ for field in WORDED.get(base, ())}


def silent(model: type[Model]) -> set[str]:
    return {field for base in model.__mro__ for field in OMITTED.get(base, ())}


def card(model: type[Model], data: Json) -> str:
    """A card on which an object of the model with this data stands."""
    if model in HOLDERS:
        holder, field = HOLDERS[model]
        whole = next(each.layout for each in fields(holder) if each.name == field) is Layout.OBJECT
        given = data if whole else with_competing(data)
        return card(holder, sample(holder) | {field: given})
    if model in ENTITIES:
        list_ = ENTITIES[model]
        registry = Registry.model_validate(REGISTRY | {list_: [*REGISTRY[list_], data]})
        return cards.card(data["id"], Corpus((Entry("defined.yaml", registry),)), 100)
    record = ANNOUNCEMENT | (data if model is Announcement else {LISTS[model]: with_competing(data)})
    entries = [Entry("a.yaml", Announcement.model_validate(record))]
    entries += [Entry("defined.yaml", Registry.model_validate(REGISTRY))]
    return cards.card(record["id"], Corpus(tuple(entries)), 100)


def with_competing(data: Json) -> list[Json]:
    """The list of an object, with the assertions in it that the object is compatible with."""
    plain = {name: value for name, value in data.items() if name != "compatible_with"}
    return [data, *(plain | {"id": id} for id in data.get("compatible_with", ()))]


def sample(model: type[Model]) -> Json:
    id = {"id": "plan"} if model is Commitment else {}
    return id | {name: first for name, (first, _) in VALUES[model].items()}


NOT_ON_CARDS: set[type[Model]] = {Passage, Locator, SourceText, Revision}
"""Models of which only fields are made that no card shows."""


def required(model: type[Model], field: str) -> bool:
    return model.model_fields[field].is_required()


def models_inside(model: type[Model]) -> set[type[Model]]:
    """The model and every model of what its fields hold."""
    inner = {each.type for each in fields(model) if each.layout in (Layout.OBJECT, Layout.OBJECTS)}
    return {model}.union(*map(models_inside, inner))


@pytest.mark.parametrize("model", VALUES, ids=lambda model: model.__name__)
def test_each_field_that_is_put_into_words_has_two_values_here(model: type[Model]) -> None:
    assert set(VALUES[model]) | EXCLUDED.get(model, set()) == worded(model)
    assert worded(model) | silent(model) | set(other_fields(model)) == set(model.model_fields)
    assert not worded(model) & silent(model)


def test_no_model_is_forgotten() -> None:
    on_cards = {each for each in models_inside(Announcement) if each not in NOT_ON_CARDS}
    assert on_cards <= set(VALUES)


@pytest.mark.parametrize("model", VALUES, ids=lambda model: model.__name__)
def test_another_value_makes_another_card(model: type[Model]) -> None:
    for field in VALUES[model]:
        another_value_makes_another_card(model, field)


def another_value_makes_another_card(model: type[Model], field: str) -> None:
    whole = sample(model)
    other = VALUES[model][field][1]
    changed = whole | {field: other}
    for given, excluded, without in EXCLUDING:
        if field == given and excluded in changed:
            whole, changed = ({k: v for k, v in data.items() if k != excluded} for data in (whole, changed))
            whole |= {given: without}
    assert card(model, whole) != card(model, changed), f"another {field} is not seen"
    if not model.model_fields[field].is_required() and field not in ASKED_BY_ANOTHER:
        left_out = {name: value for name, value in whole.items() if name != field}
        assert card(model, left_out) != card(model, whole), f"{field} can be left out unseen"


@pytest.mark.parametrize("model", VALUES, ids=lambda model: model.__name__)
def test_a_field_that_nobody_put_into_words_is_shown_with_its_label(model: type[Model]) -> None:
    """As if each field had just been added to its model."""
    before = Counter(card(model, sample(model)).splitlines())
    for field in VALUES[model]:
        if not required(model, field):
            label, added = field.replace("_", " "), Counter(card_without_words(model, field).splitlines()) - before
            assert any(line.lower() == label or f"{label}: " in line for line in added), field


def card_without_words(model: type[Model], field: str) -> str:
    """The card of an object, if nobody had put the field into words."""
    with pytest.MonkeyPatch.context() as patch:
        for base, names in WORDED.items():
            patch.setitem(WORDED, base, names - {field})
        assert field in other_fields(model)
        return card(model, sample(model))


def test_other_fields_are_worded_by_their_type(monkeypatch: pytest.MonkeyPatch) -> None:
    bases: tuple[type[Model], ...] = (*VALUES, Assertion, Entity, NamedEntity)
    for base in bases:
        monkeypatch.setitem(WORDED, base, frozenset())
    corpus = Corpus((Entry("defined.yaml", Registry.model_validate(REGISTRY)),))
    texts: dict[type[Model], set[str]] = {
        Role: {"actor: P1", "capacity: Minister", "evidence: source: S1; note: Named for the list as a whole."},
        Measure: {"actors: P1", "date: 2025-03-14 (Friday)", "stage: signed"},
        Quantity: {"value: 12", "as of: 2025-03-12 (Wednesday)", "modality: planned"},
        Source: {"authors: Jane Doe", "derived from: source: S1", "title: A"},
    }
    for model, expected in texts.items():
        assert expected <= set(others(model.model_validate(sample(model)), corpus))


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
