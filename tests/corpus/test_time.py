"""Time: moments are compared as instants, days by the clock on the spot, and what is told less exactly agrees."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import communique
from communique.cards import card
from communique.corpus.conflicts import contradict
from communique.models import Date, EdtfDate


def d(value: str, **more: Any) -> Date:
    return Date.model_validate({"role": "announced", "value": value, **more})


PAIRS = [
    ("2026-01-12T23:00:00-05:00", "2026-01-13T12:00:00+08:00", False),
    ("2026-01-12T23:00:00Z", "2026-01-12T23:00:00+00:00", False),
    ("2026-01-12T23:00:00Z", "2026-01-13T04:45:00+05:45", False),
    ("2025-12-31T23:30:00-11", "2026-01-01T23:30:00+13", False),
    ("2026-01-12T23:00:00Z", "2026-01-12T23:00:01Z", True),
    ("2026-01-12T23:00:00-05:00", "2026-01-12T23:00:00+08:00", True),
    # A day is that of the clock on the spot.
    ("2026-01-12", "2026-01-12T23:00:00-05:00", False),
    ("2026-01-13", "2026-01-12T23:00:00-05:00", True),
    ("2026-01-13", "2026-01-13T12:00:00+08:00", False),
    ("2025-12", "2025-12-31T23:30:00-11", False),
    ("2026", "2025-12-31T23:30:00-11", True),
    ("202X", "2026-01-12T23:00:00-05:00", False),
    # Without an offset it may be any clock on earth, and clocks differ by quarters of an hour.
    ("2026-01-13T12:00:00", "2026-01-12T23:00:00-05:00", False),
    ("2026-01-13T18:00:00", "2026-01-12T23:00:00-05:00", False),
    ("2026-01-13T18:15:00", "2026-01-12T23:00:00-05:00", True),
    ("2026-01-12T16:00:00", "2026-01-12T23:00:00-05:00", False),
    ("2026-01-12T15:45:00", "2026-01-12T23:00:00-05:00", True),
    ("2026-01-13T12:07:00", "2026-01-12T23:00:00-05:00", True),
    ("2026-01-12T14:00:00", "2026-01-12T15:00:00", True),
    ("2026-01-12", "2026-01-12T14:00:00", False),
    # An interval is told to its ends, each of them more or less exactly.
    ("2026-01-12/2026-01-14", "2026-01-12", True),
    ("2026-01-12/2026-01-14", "2026-01-12T09:00:00Z", True),
    ("2026-01-12/2026-01-14", "2026-01", False),
    ("2026-01-12/2026-01-14", "2026-02", True),
    ("2026-01-12/2026-02-14", "2026-01/2026-02", False),
    ("2026-01-12/2026-02-14", "2026-01", True),
    ("2026-01-12/2026-02-14", "2026-21", False),
    ("2026-01-12/..", "2026-01-12", True),
]


@pytest.mark.parametrize(("one", "other", "expected"), PAIRS)
def test_what_contradicts(one: str, other: str, expected: bool) -> None:
    assert contradict(d(one), d(other)) is contradict(d(other), d(one)) is expected


_QUARTERS = st.integers(-12 * 4, 14 * 4).map(lambda quarters: timezone(timedelta(minutes=15 * quarters)))
_MOMENTS = st.datetimes(datetime(2, 1, 1), datetime(9998, 12, 30)).map(
    lambda moment: moment.replace(microsecond=0, tzinfo=UTC)
)


@given(_MOMENTS, _QUARTERS, _QUARTERS, st.sampled_from([0, 0, 1, 3600, 86400]))
def test_two_moments_agree_exactly_if_python_finds_them_equal(
    moment: datetime, here: timezone, there: timezone, later: int
) -> None:
    one, other = moment.astimezone(here), (moment + timedelta(seconds=later)).astimezone(there)
    assert contradict(d(one.isoformat()), d(other.isoformat())) is (one != other)
    assert (EdtfDate(one.isoformat()).instant == EdtfDate(other.isoformat()).instant) is (one == other)


@given(_MOMENTS, _QUARTERS, st.integers(-1, 1))
def test_a_moment_agrees_with_its_own_day_and_no_other(moment: datetime, zone: timezone, days: int) -> None:
    local = moment.astimezone(zone)
    day = local.date() + timedelta(days=days)
    assert contradict(d(local.isoformat()), d(day.isoformat())) is (days != 0)


@given(_MOMENTS, _QUARTERS, _QUARTERS)
def test_a_clock_without_an_offset_agrees_with_every_instant_that_it_may_show(
    moment: datetime, here: timezone, there: timezone
) -> None:
    shown = moment.astimezone(there).replace(tzinfo=None)
    assert not contradict(d(shown.isoformat()), d(moment.astimezone(here).isoformat()))


_DAYS = st.dates(date(2024, 12, 30), date(2025, 1, 3)).map(date.isoformat)
_DATES = st.one_of(
    _DAYS,
    st.sampled_from(["2024", "2025", "202X", "20XX", "2024-12", "2025-01", "2025-21", "2025?", "-0001", "Y12025"]),
    st.tuples(_DAYS, _DAYS).map(lambda ends: "/".join(sorted(ends))),
    st.sampled_from(["2024-12/2025-01", "../2025", "2025-01-01/"]),
    st.tuples(_DAYS, st.sampled_from(["", "Z", "-05:00", "+08"])).map(lambda parts: f"{parts[0]}T12:00:00{parts[1]}"),
)


@given(_DATES, _DATES)
def test_agreement_is_mutual(one: str, other: str) -> None:
    assert contradict(d(one), d(other)) is contradict(d(other), d(one))
    assert not contradict(d(one), d(one))


ORDERS = [
    # Signed in Beijing on the 27th, in force in Washington an hour later, where it was still the 26th.
    ("2026-07-27T08:00:00+08:00", "2026-07-26T21:00:00-04:00", False),
    ("2026-07-26T21:00:00-04:00", "2026-07-27T08:00:00+08:00", True),
    ("2026-07-26T08:00:00Z", "2026-07-26T08:00:00+00:00", False),
    ("2026-07-26", "2026-07-25T23:00:00Z", True),
    ("2026-07-26T10:00:00", "2026-07-26T09:00:00", False),
]


@pytest.mark.parametrize(("signed", "force", "expected"), ORDERS)
def test_moments_follow_each_other_as_instants(signed: str, force: str, expected: bool, tmp_path: Path) -> None:
    text = record("2026-07-28").replace(
        "sources:", f"- {{role: signed, value: '{signed}'}}\n- {{role: entry_into_force, value: '{force}'}}\nsources:"
    )
    (tmp_path / "order.yaml").write_text(text)
    assert ("CQ405" in {finding.code for finding in communique.validate(tmp_path)}) is expected


def record(*dates: str) -> str:
    sources = "".join(f"- {{id: source-{number}, type: news, access: excerpt}}\n" for number in range(len(dates)))
    lines = "".join(
        f"- {{role: announced, value: '{date}', evidence: [{{source: source-{number}}}]}}\n"
        for number, date in enumerate(dates)
    )
    return (
        "schema_version: 0.2.0\nkind: announcement\nid: order\ntitle: {en: An order}\ntypes: [executive_act]\n"
        f"status: draft\ndates:\n{lines}sources:\n{sources}"
    )


CASES = [
    # Washington and Beijing give one moment.
    (("2026-01-12T23:00:00-05:00", "2026-01-13T12:00:00+08:00"), [(2, 0), (2, 0)], [True, False]),
    # Kathmandu, London and Greenwich do, and a fourth gives another.
    (
        ("2026-01-13T04:45:00+05:45", "2026-01-12T23:00:00Z", "2026-01-12T23:00:00+00:00", "2026-01-12T22:00:00Z"),
        [(3, 1), (3, 1), (3, 1), (1, 3)],
        [True, False, False, True],
    ),
    # The moment supports its day; the day says nothing of the hour.
    (("2026-01-12", "2026-01-12T23:00:00-05:00"), [(2, 0), (1, 0)], [True, False]),
    # The clocks of both places show the moment, so either day is right.
    (
        ("2026-01-12T23:00:00-05:00", "2026-01-13", "2026-01-13T12:00:00+08:00"),
        [(2, 0), (2, 0), (2, 0)],
        [True, False, False],
    ),
    # A month is no side of the dispute between two of its days.
    (("2026-01", "2026-01-12", "2026-01-13"), [(1, 0), (1, 1), (1, 1)], [False, True, True]),
]


@pytest.mark.parametrize(("dates", "counts", "shown"), CASES)
def test_one_moment_by_several_clocks(
    dates: tuple[str, ...], counts: list[tuple[int, int]], shown: list[bool], tmp_path: Path
) -> None:
    (tmp_path / "order.yaml").write_text(record(*dates))
    codes = {finding.code for finding in communique.validate(tmp_path)}
    assert ("CQ408" in codes) is any(against for _, against in counts)
    corpus = communique.load(tmp_path)
    rows = communique.tables(corpus)["dates"]
    assert [(row["sources_at_most"], row["contradicting_sources_at_most"]) for row in rows] == counts
    assert [row["shown"] for row in rows] == shown
    assert [row["competes"] for row in rows] == [each and sum(shown) > 1 for each in shown]
    assert ("Disputed" in card("order", corpus)) is (sum(shown) > 1)
