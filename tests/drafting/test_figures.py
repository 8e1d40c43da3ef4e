"""Every number, sum and day of a text is in the draft, or in the list of what was seen and not taken."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.corpus.corpus import Corpus
from communique.drafting.record import draft
from measure_draft import TEXTS

_NUMBER = re.compile(r"[0-9]+(?:[.,][0-9]+)*")


def significant(number: str) -> str:
    """The digits of a number, whatever its scale: 2.3 and 230000000 are the same."""
    return re.sub("[.,]", "", number).strip("0")


def strings(value: Any, name: str = "") -> Iterator[str]:
    """What a draft says; not the words of statements, and not where passages are."""
    if isinstance(value, dict):
        for key, each in value.items():
            if key not in ("passages", "evidence", "text", "digest", "id", "schema_version"):
                yield from strings(each, key)
    elif isinstance(value, list):
        yield from chain.from_iterable(strings(each, name) for each in value)
    else:
        yield str(value)


def lost(text: str) -> set[str]:
    """The numbers of a text that neither the draft nor its list has."""
    drafted = draft(text, Corpus(()))
    said = " ".join([*strings(drafted.data), *drafted.not_taken])
    return {*map(significant, _NUMBER.findall(text))} - {*map(significant, _NUMBER.findall(said))}


@pytest.mark.parametrize("name", sorted(each.stem for each in TEXTS.glob("*.txt")))
def test_no_number_of_a_text_is_lost(name: str) -> None:
    assert lost((TEXTS / f"{name}.txt").read_text(encoding="utf-8")) == set()


_DIGITS = st.integers(3, 9_999_999).map(str) | st.integers(1, 999).map(lambda n: f"{n},{n % 900 + 100}")
_FORMS = [
    "Peru pledged {0} million Norwegian kroner and {1} dinars.",
    "The rules apply within {0} and {1} days of that.",
    "Models above {0}^{1} FLOP are covered until the end of September {2}.",
    "中方将提供{0}亿元人民币，占{1}%，共{2}国参加。",
    "会议{0}月{1}日至{2}日举行。",
    "It has {0} hospitals, and not {1} firms; {2} would join in {3}.",
    "“We have {0} of {1},” said Minister Ana Ruiz on 3 March {2}.",
    "If {0} states sign, €{1}m will be paid to {2} people.",
    "LIMA, March {0} - It was signed",
    "Contact: +{0} {1}-{2}",
    "The house adopted it by a recorded vote of {0} to {1}.",
]


@settings(max_examples=40, deadline=None, derandomize=True)
@given(st.lists(st.tuples(st.sampled_from(_FORMS), st.lists(_DIGITS, min_size=4, max_size=4)), min_size=1, max_size=6))
def test_no_number_of_any_text_is_lost(parts: list[tuple[str, list[str]]]) -> None:
    text = "A title\n" + "\n".join(form.format(*numbers) for form, numbers in parts)
    assert lost(text) == set()


WORDS = [
    ("It is covered for four years from the third of May.", ["four years", "the third of May"]),
    ("It met for twenty-one days.", ["twenty-one days"]),
    ("为期三年。", ["三年"]),
    ("Peru has 5 million dinars.", ["5 million dinars"]),
]


@pytest.mark.parametrize(("sentence", "words"), WORDS)
def test_numbers_in_words_are_listed(sentence: str, words: list[str]) -> None:
    drafted = draft(f"A title\n{sentence}\n", Corpus(()))
    assert all(any(each in line for line in drafted.not_taken) for each in words)


CURRENCIES = [
    ("Peru pledged 240 million Norwegian kroner.", [(240_000_000, "NOK")]),
    ("Peru pledged 3 billion Kuwaiti dinars.", [(3_000_000_000, "KWD")]),
    ("Peru pledged 3 million dinars.", []),
    ("秘鲁承诺2.3亿瑞士法郎。", [(230_000_000, "CHF")]),
]


@pytest.mark.parametrize(("sentence", "sums"), CURRENCIES)
def test_currencies_have_their_full_names(sentence: str, sums: list[tuple[int, str]]) -> None:
    data = draft(f"A title\n{sentence}\n", Corpus(())).data
    assert [(each["amount"], each["currency"]) for each in data.get("money", ())] == sums
