"""Edits of a text."""

from __future__ import annotations

from communique.text.edits import Edit, apply


def test_edits_do_not_overlap() -> None:
    assert apply("abcdef", [Edit(3, 4, "X"), Edit(0, 2, "Y"), Edit(1, 3, "Z")]) == "YcXef"
