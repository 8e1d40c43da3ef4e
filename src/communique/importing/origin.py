"""Where something that was imported is from."""

from __future__ import annotations

from typing import NamedTuple

from ..text.lines import Position


class Origin(NamedTuple):
    """The file of an export, and the line and column in it.

    In a file with several tables the name of the table follows its path, ``corpus.xlsx#dates``, and the line is the
    row.
    """

    path: str
    at: Position
