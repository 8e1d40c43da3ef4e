"""Combining marks in crowds."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.text.characters import MAX_MARKS, crowded_marks
from support.read_text import only, read


@pytest.mark.parametrize("name", ["example.yaml", "example.json"])
@pytest.mark.parametrize("marks", ["\u0315\u0300\u0327" * 20_000, "\u0301" * (MAX_MARKS + 1), "\u05b0\u05b1" * 16])
def test_many_marks_on_one_letter_are_refused_before_they_are_sorted(
    marks: str, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("unicodedata.is_normalized", None)  # would raise, if it were called
    assert only(read(f'{{"a": "a{marks}"}}', name), "CQ111").message == "more than 30 combining marks on one letter"


def test_many_marks_by_escapes_are_refused_too() -> None:
    finding = only(read(json.dumps({"a": "x" + "\u0301" * 40}), "example.json"), "CQ111")
    assert finding.help == "delete the extra marks"


@given(st.lists(st.sampled_from(["a", "é", "中", "\u0301", "\u0315", "ा", " "]), max_size=20), st.integers(0, 40))
def test_where_the_crowd_begins(before: list[str], count: int) -> None:
    text = "".join(before) + "x" + "\u0327" * count + "y"
    assert crowded_marks(text) == (len(before) + 1 if count > MAX_MARKS else None)
