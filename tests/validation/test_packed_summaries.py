"""A packed summary is as good as one that is not, however often it is packed and unpacked."""

from __future__ import annotations

import random

import pytest

from communique.corpus.definitions import Defined
from communique.validation import summary as module
from communique.validation.aspects import DEFINED, USED, Used
from communique.validation.packed_facts import PackedFacts
from communique.validation.summary import Summary


def some(number: int) -> Summary:
    id = f"p{number}"
    defined = ((id, Defined("actor", ("actors", 0, "id"))), (f"{id}-old", Defined("actor", ("actors", 0), id)))
    facts = {DEFINED.name: defined, USED.name: (("q", Used(("actor",))),)}
    return Summary(f"{id}.yaml", "registry", id, facts)


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only the facts of two summaries are held."""
    monkeypatch.setattr(module, "_MOST_UNPACKED", 2)
    module._unpacked.clear()


def test_a_summary_that_is_packed_while_it_is_held_is_unpacked_again(few: None) -> None:
    first, second, place = some(1), some(2), PackedFacts()
    for each in (first, second):
        each.pack(place)
        assert each.of(USED) == some(1).of(USED)
    for _ in range(6):
        first.pack(place)
        assert first.facts == some(1).facts


def test_facts_are_the_same_in_any_order_of_packing_and_asking(few: None) -> None:
    chance, place = random.Random(1), PackedFacts()
    packed = [some(number) for number in range(5)]
    for _ in range(500):
        number = chance.randrange(5)
        own, expected = packed[number], some(number)
        match chance.randrange(4):
            case 0:
                own.pack(place)
            case 1:
                assert own.facts == expected.facts
            case 2:
                assert own.at(DEFINED, f"p{number}") == expected.at(DEFINED, f"p{number}")
            case _:
                assert own.of(USED) == expected.of(USED) and own.as_json() == expected.as_json()
