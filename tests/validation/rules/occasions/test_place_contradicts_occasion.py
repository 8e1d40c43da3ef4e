"""Places of an occasion, and of what happens at it."""

from __future__ import annotations

from datetime import date

import pytest

from communique.corpus.corpus import Entry
from communique.models import SCHEMA_VERSION, Occasion, Registry
from communique.validation.rules.occasions._occasions import time_and_place
from support.judged import context, summary
from support.reviewed_record import at_summit, found

PARIS = ", place: {city: Paris, country: FR}"


@pytest.mark.parametrize(
    ("place", "occasion", "outer", "field"),
    [
        ("city: Paris, country: FR", PARIS, "", None),
        ("city: PARIS", PARIS, "", None),
        ("city: Paris-Saclay", PARIS, "", None),
        ("city: Geneva, country: CH", PARIS, "", "country"),
        ("city: Lyon, country: FR", PARIS, "", "city"),
        ("country: BE", "", PARIS, "country"),
        ("city: Brussels", "", PARIS, "city"),
        ("city: Geneva, country: CH", PARIS + ", attendance_mode: mixed", "", None),
        ("city: Geneva, country: CH", ", attendance_mode: online", PARIS, None),
        ("city: Geneva, country: CH", ", place: {venue: Palace}", "", None),
        ("country: US, subdivision: US-CA", ", place: {country: US, subdivision: US-NY}", "", "subdivision"),
        ("city: Sao Paulo", ", place: {city: São Paulo}", "", None),
    ],
)
def test_place_of_an_occasion(place: str, occasion: str, outer: str, field: str | None) -> None:
    expected = [("place-contradicts-occasion", "warning", f"/place/{field}")] if field else []
    assert found(at_summit(f"place: {{{place}}}\n", occasion, outer)) == expected


def test_a_session_in_another_town_but_not_in_another_country() -> None:
    assert found(at_summit("", ", place: {city: Saclay, country: FR}", PARIS)) == []
    wrong = [("place-contradicts-occasion", "warning", "/occasions/0/place/country")]
    assert found(at_summit("", ", place: {city: Geneva, country: CH}", PARIS)) == wrong


def test_long_and_round_ways_through_occasions() -> None:
    def occasion(id: str, part_of: str, **more: object) -> Occasion:
        return Occasion.model_validate({"id": id, "name": {"en": id}, "part_of": part_of, **more})

    count = 5_000
    chain = [occasion(f"o{number}", f"o{number + 1}") for number in range(count)]
    last = occasion(f"o{count}", "o-a", dates=[{"value": "2025-02-10"}], place={"country": "FR"})
    round_ = [occasion("o-a", "o-b"), occasion("o-b", "o-a")]
    head = {"schema_version": SCHEMA_VERSION, "kind": "registry", "id": "all"}
    registry = Registry.model_validate({**head, "occasions": (*chain, last, *round_)})
    known = context([summary(Entry("all.yaml", registry))])
    first, round_way = time_and_place("o0", known), time_and_place("o-b", known)
    assert first and first.days == (date(2025, 2, 10), date(2025, 2, 10))
    assert round_way and round_way.days is None
    assert time_and_place("o-c", known) is None
