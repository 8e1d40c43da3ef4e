"""Sums of money, votes and thresholds in good words, which never say more than the record."""

from __future__ import annotations

from typing import Any

import pytest

from communique.cards.labels import digits
from communique.cards.value_text import value_text
from communique.corpus.corpus import Corpus
from communique.models import Money, Quantity, Threshold, Vote

NOTHING = Corpus(())


def words(model: type[Any], **fields: Any) -> str:
    return value_text(model.model_validate(fields), NOTHING, "")


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        (
            {"flow": "pledged", "amount": 500_000_000_000, "currency": "USD", "payer_kind": "private"},
            "USD 500 billion, pledged, private",
        ),
        (
            {"flow": "target", "amount": 16_200_000, "currency": "CNY", "comparator": "more_than", "duration": "P4Y"},
            "more than CNY 16.2 million, target, over 4 years",
        ),
        ({"flow": "price", "amount": 30000.5, "currency": "USD"}, "USD 30,000.5, price"),
        ({"flow": "price", "amount": 1_234_567_891, "currency": "USD"}, "USD 1,234,567,891, price"),
        ({"flow": "disbursed", "amount": 0, "currency": "EUR", "comparator": "exactly"}, "exactly EUR 0, disbursed"),
        (
            {"flow": "pledged", "amount": 10**9, "upper": 2 * 10**9, "currency": "EUR", "comparator": "between"},
            "EUR 1 billion to EUR 2 billion, pledged",
        ),
        (
            {
                "flow": "fine",
                "amount": 35_000_000,
                "currency": "EUR",
                "comparator": "at_most",
                "share": {"percent": 7, "of": "turnover"},
                "rule": "greater_of",
            },
            "at most EUR 35 million or 7 percent of turnover, whichever is greater, fine",
        ),
        (
            {"flow": "share", "share": {"percent": 15, "of": "revenue"}, "payer": "nvidia", "payee": "us"},
            "15 percent of revenue, share, from nvidia, to us",
        ),
        (
            {"flow": "share", "share": {"percent": 15, "of": "revenue"}, "comparator": "between", "upper": 20},
            "15 percent of revenue to 20 percent, share",
        ),
    ],
)
def test_sums(fields: dict[str, Any], text: str) -> None:
    assert words(Money, **{"comparator": "unqualified", **fields}) == text


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        (
            {"method": "recorded", "in_favour": 153, "against": 9, "abstaining": 16},
            "recorded vote: 153 in favour, 9 against, 16 abstaining",
        ),
        ({"method": "consensus"}, "by consensus, without a vote"),
        ({"method": "unknown", "against": 0}, "decided by an unknown method: 0 against"),
        (
            {
                "method": "recorded",
                "body": "assembly",
                "part": "Article 1",
                "ballots": [{"actor": each, "vote": "against"} for each in ("us", "py")],
            },
            "recorded vote, by assembly, on Article 1; against: us, py",
        ),
    ],
)
def test_votes(fields: dict[str, Any], text: str) -> None:
    assert words(Vote, **fields) == text


def test_thresholds() -> None:
    given = {"metric": "training_compute", "comparator": "more_than", "value": 1e25, "unit": "FLOP"}
    text = "training compute: more than 10^25 FLOP"
    assert words(Threshold, **given) == text
    more = {"part": "Article 51", "effect": {"en": "It is tested."}}
    assert words(Threshold, **given, **more) == f"{text}, Article 51; then: It is tested."


def test_a_part_of_a_whole() -> None:
    given = {"subject": "states", "value": 1, "of": 193, "comparator": "exactly", "unit": "state"}
    assert words(Quantity, **given) == "states: exactly 1 of 193 states"


@pytest.mark.parametrize(
    ("value", "text"),
    [(999_999_999_999_999, "999,999,999,999,999"), (10**15, "10^15"), (1.5e26, "1.5 × 10^26"), (-2e20, "-2 × 10^20")],
)
def test_numbers_lose_no_digit(value: float, text: str) -> None:
    assert digits(value) == text
