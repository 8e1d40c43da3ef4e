"""Tabs that indent."""

from __future__ import annotations

import pytest

from communique import fixing
from communique.reading import read_bytes
from communique.validation.engine import check
from support.fixable_record import TEXT


def test_all_lines_that_tabs_indent_are_fixed_at_once() -> None:
    before = TEXT.replace("\n  ", "\n\t")
    findings = check([read_bytes(before.encode(), "a.yaml")]).findings
    assert fixing.fixed(before.encode(), findings, "a.yaml").decode() == TEXT


NESTED = "a:\n  b: |-\n    One.\n\tc: 1\nd:\n    e: >-\n\tTwo.\n"
"""Only at a width of eight can it be read to the end, and then c is a part of the text."""
DEEP = "a:\n    b:\n\t- true\n            - false\n"
"""At any width up to eight this is one text of three words, and a list of two items at twelve."""


@pytest.mark.parametrize(
    "text", ["a:\n  - x\n\t- y\n", "a:\n- b:\n    c: 1\n\td: 2\n", "a: |\n\tx\n\t\ty\n", NESTED, DEEP]
)
def test_tabs_of_which_the_width_matters_are_left(text: str) -> None:
    findings = check([read_bytes(text.encode(), "a.yaml")]).findings
    assert fixing.fixed(text.encode(), findings, "a.yaml").decode() == text
