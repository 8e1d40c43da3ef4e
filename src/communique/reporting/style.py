"""How a report is to look, as far as the reader may choose."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Style:
    """``colour`` allows ANSI colours; ``statistics`` asks for a count of findings by rule at the end."""

    colour: bool = False
    statistics: bool = False
