"""Values that cannot all be true, and none preferred."""

from __future__ import annotations

import pytest

from support.one_record import INSTRUMENTS, ONE, OTHER, Pointers


@pytest.mark.parametrize(
    ("first", "second", "conflict"),
    [
        (ONE, OTHER, True),
        (f"{ONE}, rank: preferred", OTHER, False),
        (ONE, f"{OTHER}, rank: deprecated, note: A Friday.", False),
        (f"{ONE}, confidence: disputed", OTHER, False),
        (f"{ONE}, confidence: likely", f"{OTHER}, confidence: uncertain", True),
        (f"{ONE}, note: In Asia.", f"{OTHER}, note: In America.", False),
        (f"{ONE}, note: In Asia.", OTHER, True),
        (f"{ONE}, as_stated: Saturday", f"{ONE}, as_stated: 26 July", False),
        (f"{ONE}, scope: {{part: A}}", f"{OTHER}, scope: {{part: B}}", False),
        (f"{ONE}, scope: {{part: A}}", f"{OTHER}, scope: {{part: A}}", True),
        (ONE, "role: published, value: '2025-07-25'", False),
        (ONE, "role: announced, value: '2025-07'", False),
    ],
)
def test_conflicts_between_dates(pointers: Pointers, first: str, second: str, conflict: bool) -> None:
    fields = f"dates:\n- {{{first}}}\n- {{{second}}}\n"
    assert pointers("conflict-without-preferred", fields) == (["/dates/1"] if conflict else [])


def test_a_conflict_of_many_values_is_one_finding(pointers: Pointers) -> None:
    fields = f"dates:\n- {{{ONE}}}\n- {{{OTHER}}}\n- {{role: announced, value: '2025-07-24'}}\n"
    assert pointers("conflict-without-preferred", fields) == ["/dates/1"]


@pytest.mark.parametrize(
    ("first", "second", "conflict"),
    [
        ("value: 800, comparator: more_than", "value: 700, comparator: unqualified", True),
        ("value: 800, comparator: more_than", "value: 850, comparator: unqualified", False),
        ("value: 800, comparator: about", "value: 800, comparator: unqualified", False),
    ],
)
def test_conflicts_between_quantities(pointers: Pointers, first: str, second: str, conflict: bool) -> None:
    fields = f"quantities:\n- {{subject: visitors, {first}}}\n- {{subject: visitors, {second}}}\n"
    assert pointers("conflict-without-preferred", fields) == (["/quantities/1"] if conflict else [])


@pytest.mark.parametrize(
    ("fields", "conflict"),
    [
        ("dates: [{value: '2025-07-26'}, {value: '2025-07-27'}]", True),
        ("dates: [{value: '2025-07-26'}, {value: '2025-07-27', part: exhibition}]", False),
        ("other_names: [{name: WAIC, type: abbreviation}, {name: WAIC, type: misnomer}]", True),
        ("other_names: [{name: WAIC}, {name: Conference}]", False),
    ],
)
def test_conflicts_in_a_definition(pointers: Pointers, fields: str, conflict: bool) -> None:
    found = pointers("conflict-without-preferred", f"occasions:\n- {{id: o, name: {{en: O}}, {fields}}}\n")
    assert bool(found) == conflict


@pytest.mark.parametrize(
    ("first", "second", "conflict"),
    [
        ("stage: suspended, modality: asserted", "stage: repealed, modality: asserted", True),
        (
            "actors: [a], stage: in_force, modality: asserted",
            "actors: [b], stage: suspended, modality: asserted",
            False,
        ),
        (
            "date: '2025', stage: in_force, modality: asserted",
            "date: '2026', stage: suspended, modality: asserted",
            False,
        ),
        (
            "stage: suspended, modality: asserted",
            "stage: suspended, modality: asserted, unknown: [{field: date, reason: not_seen}]",
            False,
        ),
    ],
)
def test_conflicts_between_measures(pointers: Pointers, first: str, second: str, conflict: bool) -> None:
    head = "instrument: act, action: suspend"
    actors = "actors:\n- {id: a, type: company, name: {en: A}}\n- {id: b, type: company, name: {en: B}}\n"
    fields = f"measures:\n- {{{head}, {first}}}\n- {{{head}, {second}}}\n{INSTRUMENTS}{actors}"
    assert pointers("conflict-without-preferred", fields) == (["/measures/1"] if conflict else [])


def test_a_question_makes_statements_compete(pointers: Pointers) -> None:
    one = "- {{nature: context, text: {{en: {}}}, question: Who?}}\n"
    assert pointers("conflict-without-preferred", "statements:\n" + one.format("He.") + one.format("She.")) == [
        "/statements/1"
    ]


def test_two_capacities_are_no_conflict(pointers: Pointers) -> None:
    fields = (
        "roles:\n- {actor: a, role: speaker, capacity: {en: Minister}}\n"
        "- {actor: a, role: speaker, capacity: {en: Chair}}\n"
        "actors:\n- {id: a, type: person, name: {en: A}}\n"
    )
    assert pointers("conflict-without-preferred", fields) == []
