"""Numbers that a double does not keep."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from support.examples import examples
from support.read_text import read


@pytest.mark.parametrize(
    "text",
    [
        "1e-400",
        "-1.5e-330",
        "1.2345e-320",
        "0xffffffffffffff",
        "0o777777777777777777",
        "1.0000000000000000001",
        "1e309",
        "1" + "0" * 400,
        "0x" + "0" * 500 + "1" + "0" * 400,
        "0.1234567890123456",
        "0" * 5000 + "1e-400",
    ],
)
def test_numbers_that_a_double_does_not_keep(text: str) -> None:
    assert "CQ112" in [finding.code for finding in read(f"key: {text}\n").findings]


def test_numbers_that_it_keeps() -> None:
    text = "[-0, 0.0, 0e-999, 1.0e-300, 123456789012345, 0x1F, 100000000000000000000, 0.000000000000000012, -2.50]"
    document = read(f"key: {text}\n")
    assert not [finding for finding in document.findings if finding.code == "CQ112"]
    assert document.data["key"][3:] == [1e-300, 123456789012345, 31, 10**20, 1.2e-17, -2.5]


NUMBERS = st.from_regex(r"-?(0|[1-9][0-9]{0,20})(\.[0-9]{1,20})?([eE][-+]?[0-9]{1,3})?", fullmatch=True)


@settings(deadline=None, max_examples=examples(300))
@given(NUMBERS | st.integers().map(str) | st.floats(allow_nan=False, allow_infinity=False).map(repr), st.booleans())
def test_a_number_that_passes_is_the_number_that_is_written(text: str, in_json: bool) -> None:
    document = read(f'{{"key": {text}}}', "example.json") if in_json else read(f"key: {text}\n")
    value: Any = document.data["key"]
    assume(document.sound)
    assert Decimal(text) == Decimal(repr(value)) == Decimal(repr(float(value)))
