"""Which sums, votes and thresholds contradict each other, and which are about two things."""

from __future__ import annotations

import pytest

from support.one_record import Pointers

PLEDGED = "flow: pledged, comparator: exactly, currency: EUR"
SHARE = "share: {percent: 7, of: turnover}"
HANDED_OVER = "flow: share, comparator: exactly"
FINE = f"flow: fine, amount: 35000000, comparator: at_most, currency: EUR, {SHARE}"


@pytest.mark.parametrize(
    ("first", "second", "conflict"),
    [
        (f"{PLEDGED}, amount: 200", f"{PLEDGED}, amount: 250", True),
        (f"{PLEDGED}, amount: 200", "flow: pledged, comparator: at_least, currency: EUR, amount: 150", False),
        (f"{PLEDGED}, amount: 200", "flow: disbursed, comparator: exactly, currency: EUR, amount: 50", False),
        (f"{PLEDGED}, amount: 200", "flow: pledged, comparator: exactly, currency: USD, amount: 220", False),
        (f"{PLEDGED}, amount: 200, as_of: '2025'", f"{PLEDGED}, amount: 250, as_of: '2026'", False),
        (f"{PLEDGED}, amount: 200, duration: P4Y", f"{PLEDGED}, amount: 250, duration: P5Y", False),
        (f"{PLEDGED}, amount: 200, payer_kind: public", f"{PLEDGED}, amount: 250, payer_kind: private", False),
        (f"{PLEDGED}, amount: 200, modality: denied", f"{PLEDGED}, amount: 200", True),
        (f"{FINE}, rule: greater_of", f"{FINE}, rule: lesser_of", True),
        (f"{HANDED_OVER}, {SHARE}", f"{HANDED_OVER}, share: {{percent: 8, of: turnover}}", True),
        (f"{HANDED_OVER}, {SHARE}", f"flow: share, comparator: about, {SHARE}", False),
    ],
)
def test_sums(pointers: Pointers, first: str, second: str, conflict: bool) -> None:
    expected = ["/money/1"] if conflict else []
    assert pointers("conflict-without-preferred", f"money:\n- {{{first}}}\n- {{{second}}}\n") == expected


@pytest.mark.parametrize(
    ("first", "second", "conflict"),
    [
        ("method: recorded, in_favour: 117", "method: recorded, in_favour: 118", True),
        ("method: recorded, in_favour: 117", "method: recorded, in_favour: 117, against: 2", False),
        ("method: unknown", "method: consensus", False),
        ("method: voice", "method: consensus", True),
        ("method: consensus, part: Article 1", "method: voice, part: Article 2", False),
        ("method: consensus, date: '2026-01-01'", "method: voice, date: '2026-01-02'", False),
        ("method: recorded, against: 0", "method: recorded, against: 2", True),
    ],
)
def test_votes(pointers: Pointers, first: str, second: str, conflict: bool) -> None:
    expected = ["/votes/1"] if conflict else []
    assert pointers("conflict-without-preferred", f"votes:\n- {{{first}}}\n- {{{second}}}\n") == expected


@pytest.mark.parametrize(
    ("second", "conflict"),
    [
        ("metric: users, comparator: more_than, value: 50000000, unit: user, part: Article 2", False),
        ("metric: users, comparator: less_than, value: 40000000, unit: user", True),
        ("metric: parameters, comparator: exactly, value: 1, unit: parameter", False),
    ],
)
def test_thresholds(pointers: Pointers, second: str, conflict: bool) -> None:
    first = "metric: users, comparator: more_than, value: 45000000, unit: user"
    expected = ["/thresholds/1"] if conflict else []
    assert pointers("conflict-without-preferred", f"thresholds:\n- {{{first}}}\n- {{{second}}}\n") == expected


def test_votes_that_differ_in_ballots_only_are_two(pointers: Pointers) -> None:
    ballot = "method: recorded, ballots: [{actor: us, vote: "
    fields = f"votes:\n- {{{ballot}against}}]}}\n- {{{ballot}abstaining}}]}}\n"
    assert pointers("repeated-assertion", fields) == []
    assert pointers("repeated-assertion", fields.replace("abstaining", "against")) == ["/votes/1"]
