"""The page that a card is written on: headings, and lines that fold under themselves."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator

from ..reporting.escaping import escape

_LEAST = 40
_LONGEST = 2_000


class Page:
    """Text in sections. What it is given is escaped here, so nothing in a record reaches the terminal raw."""

    def __init__(self, width: int) -> None:
        self._width = max(width, _LEAST)
        self._lines: list[str] = []

    def title(self, title: str, kind: str) -> None:
        """What the card is about, and of which kind it is."""
        self._lines += [*self._fold(title, ""), *self._fold(kind, "")]

    def paragraph(self, text: str) -> None:
        """Running text."""
        self._lines += ["", *self._fold(text, "  ", hanging=False)]

    def section(self, heading: str, entries: Iterable[tuple[str, str] | str]) -> None:
        """A heading with its entries, if there are any: each a text, or a label and a text beside it."""
        found = list(entries)
        if found:
            self._lines += ["", heading, *self._entries(found)]

    def text(self) -> str:
        """All of it."""
        return "\n".join(self._lines) + "\n"

    def _entries(self, entries: list[tuple[str, str] | str]) -> Iterator[str]:
        labels = [len(escape(entry[0])) for entry in entries if isinstance(entry, tuple)]
        column = min(max(labels, default=0), self._width // 3) + 2
        for entry in entries:
            if isinstance(entry, str):
                yield from self._fold(entry, "  ")
                continue
            label = escape(entry[0])
            lines = self._fold(entry[1], " " * (column + 2), hanging=False)
            if len(label) > column - 2:
                yield f"  {label}"
            else:
                lines[0] = f"  {label:<{column}}{lines[0].strip()}"
            yield from lines

    def _fold(self, text: str, indent: str, *, hanging: bool = True) -> list[str]:
        lines = textwrap.wrap(
            escape(" ".join(text.split(" ")), _LONGEST),
            self._width,
            initial_indent=indent,
            subsequent_indent=indent + ("  " if hanging and indent else ""),
            break_on_hyphens=False,
        )
        return [line.replace("\N{NO-BREAK SPACE}", " ") for line in lines] or [indent]
