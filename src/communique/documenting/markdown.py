"""The parts of a page in Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def page(*parts: str) -> str:
    """The text of a page: its parts, separated by empty lines."""
    return "\n\n".join(part for part in parts if part) + "\n"


def table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table. A bar or a line break would end a cell, so they are escaped.

    >>> print(table(["code", "meaning"], [["a|b", "either"]]))
    | code | meaning |
    | --- | --- |
    | a\\|b | either |
    """
    return "\n".join(_row(cells) for cells in (columns, ["---"] * len(columns), *rows))


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(' '.join(cell.split()).replace('|', chr(92) + '|') for cell in cells)} |"


def code(language: str, text: str) -> str:
    """A block of code. A line break at the end of ``text`` is optional."""
    return f"```{language}\n{text.removesuffix(chr(10))}\n```"
