"""Which value of several is shown."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.corpus.history import showings
from communique.models import (
    Assertion,
)
from support.assertions import RECONCILED, RIVALS, a, compete, d, m, q, r, s
from support.examples import examples


@pytest.mark.slow
@settings(max_examples=examples(100))
@given(st.one_of(RIVALS, RECONCILED))
def test_no_side_of_an_open_dispute_is_hidden(assertions: list[Assertion]) -> None:
    showing = dict(enumerate(showings(assertions)))
    right = [place for place, each in enumerate(assertions) if each.rank != "deprecated"]
    alive = [assertions[place] for place in right]
    shown = [place for place in right if showing[place].shown]
    assert not any(showing[place].shown for place in showing if place not in right)
    assert {assertions[place].matter for place in shown} == {assertions[place].matter for place in right}
    for one in right:
        rivals = [other for other in right if compete(assertions[one], assertions[other], alive)]
        if rivals:
            # Whoever is not shown is told by one who is, who has the same rivals.
            tellers = [place for place in shown if not compete(assertions[one], assertions[place], alive)]
            assert any(compete(assertions[teller], assertions[other], alive) for teller in tellers for other in rivals)
    for place in shown:
        doubted = assertions[place].confidence == "disputed"
        assert showing[place].competes or not any(compete(assertions[place], assertions[each], alive) for each in shown)
        assert (
            doubted
            or not showing[place].competes
            or any(compete(assertions[place], assertions[each], alive) for each in shown)
        )


SHOWN = [
    (
        [q(1, "exactly", id="one"), q(2, "exactly", compatible_with=["one"]), q(1, "at_most")],
        ["shown", "competes", "competes"],
    ),
    ([d("2025-07-26"), d("2025-07-25")], ["competes", "competes"]),
    ([d("2025-07-26", confidence="disputed"), d("2025-07-25", confidence="disputed")], ["competes", "competes"]),
    ([d("2025-07-26", rank="preferred"), d("2025-07-25")], ["shown", ""]),
    ([d("2025-07-26"), d("2025-07-25", rank="deprecated")], ["shown", ""]),
    ([d("2025-07"), d("2025-07-26")], ["shown", ""]),
    ([d("2025-07"), d("2025-07-26"), d("2025-07-25T10:00:00Z"), d("2025-07-25")], ["", "competes", "competes", ""]),
    ([q(60, "about"), q(61, "exactly"), q(58, "exactly")], ["", "competes", "competes"]),
    ([q(40, "more_than"), q(30, "more_than")], ["shown", ""]),
    # The curator calls them disputed, although they could both be so.
    (
        [q(30, "more_than", confidence="disputed"), q(40, "more_than", confidence="disputed")],
        ["competes", "competes"],
    ),
    ([q(40, "exactly"), q(41, "exactly"), q(41, "unqualified")], ["competes", "competes", ""]),
    ([s("A"), s("B"), s("C", rank="preferred")], ["", "", "shown"]),
    ([m("a"), m("b")], ["shown", "shown"]),
    ([d("2025-07-14", id="a"), d("2025-07-15", compatible_with=["a"]), d("2025-07")], ["shown", "shown", ""]),
    ([d("2025-07-14", id="a"), d("2025-07-15", compatible_with=["a"]), d("2025-07-16")], ["competes"] * 3),
    ([s("A", id="a"), s("B", compatible_with=["a"])], ["shown", "shown"]),
    ([a("members", "China"), a("members", "Laos"), a("members", "China", speaker="x")], ["shown", "shown", ""]),
    ([r(actor="a"), r(actor="a", capacity={"en": "Premier"})], ["", "shown"]),
]


@pytest.mark.parametrize(("assertions", "expected"), SHOWN)
def test_what_is_shown(assertions: list[Assertion], expected: list[str]) -> None:
    words = {(True, True): "competes", (True, False): "shown", (False, False): ""}
    assert [words[each] for each in showings(assertions)] == expected
