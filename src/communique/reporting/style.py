"""Options for the output of a report."""

from __future__ import annotations

from typing import NamedTuple


class Style(NamedTuple):
    """``colour`` allows ANSI colours; ``statistics`` adds a count of findings by rule at the end."""

    colour: bool = False
    statistics: bool = False
