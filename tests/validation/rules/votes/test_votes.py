"""Votes: counts and ballots that contradict each other or the method."""

from __future__ import annotations

import pytest

from support.one_record import Pointers

BALLOTS = "ballots: [{actor: us, vote: against}, {actor: py, vote: against}]"


@pytest.mark.parametrize(
    ("vote", "pointer"),
    [
        (f"against: 1, {BALLOTS}", "/votes/0/against"),
        (f"against: 2, {BALLOTS}", ""),
        (f"against: 70, {BALLOTS}", ""),
        (f"in_favour: 1, {BALLOTS}", ""),
        (f"against: 0, rank: deprecated, note: No., {BALLOTS}", ""),
    ],
)
def test_a_count_is_not_below_its_ballots(pointers: Pointers, vote: str, pointer: str) -> None:
    expected = [pointer] if pointer else []
    assert pointers("count-below-ballots", f"votes:\n- {{method: recorded, {vote}}}\n") == expected


@pytest.mark.parametrize("choice", ["against", "in_favour"])
def test_an_actor_has_one_ballot(pointers: Pointers, choice: str) -> None:
    ballots = f"[{{actor: us, vote: against}}, {{actor: py, vote: against}}, {{actor: us, vote: {choice}}}]"
    fields = f"votes:\n- {{method: recorded, ballots: {ballots}}}\n- {{method: unknown, {BALLOTS}}}\n"
    assert pointers("actor-votes-twice", fields) == ["/votes/0/ballots/2/actor"]


@pytest.mark.parametrize(
    ("method", "fields"),
    [
        ("recorded", []),
        ("show_of_hands", []),
        ("unknown", []),
        ("secret_ballot", ["ballots"]),
        ("voice", ["in_favour", "abstaining", "ballots"]),
        ("consensus", ["in_favour", "abstaining", "ballots"]),
        ("acclamation", ["in_favour", "abstaining", "ballots"]),
    ],
)
def test_what_a_method_leaves(pointers: Pointers, method: str, fields: list[str]) -> None:
    vote = f"votes:\n- {{method: {method}, in_favour: 3, abstaining: 0, {BALLOTS}}}\n"
    assert pointers("method-without-counts", vote) == [f"/votes/0/{field}" for field in fields]
