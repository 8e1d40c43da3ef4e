"""Languages in the cells of a sheet."""

from __future__ import annotations

import pytest

from communique.adding.cell import FIELDS
from communique.importing.cells import CellError

READ = FIELDS["source"]["language"]


@pytest.mark.parametrize(
    ("cell", "tag"),
    [("fr", "fr"), ("EN", "en"), ("French", "fr"), ("Französisch", "fr"), ("Simplified Chinese", "zh-Hans")],
)
def test_a_language_is_given_or_named(cell: str, tag: str) -> None:
    assert READ(cell) == tag


@pytest.mark.parametrize("cell", ["Klingonish", "xx", "fr-CA-x", "French, German"])
def test_what_is_no_language_is_said(cell: str) -> None:
    with pytest.raises(CellError, match="expected a language"):
        READ(cell)
