"""The page that a card is written on: headings, and lines that fold under themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ..text.escaping import escape
from ..text.terminal_width import cells
from .line_wrapping import wrap

_LEAST = 40


class Line(NamedTuple):
    """An entry of a section: a text, which may have a label before it or stand further in than others."""

    text: str
    label: str = ""
    depth: int = 0


class Page:
    """Text in sections. What it is given is escaped here, so nothing in a record reaches the terminal raw."""

    def __init__(self, width: int) -> None:
        self._width = max(width, _LEAST)
        self._lines: list[str] = []

    def title(self, title: str, kind: str) -> None:
        """What the card is about, and of which kind it is."""
        self._lines += [*wrap(title, self._width), *wrap(kind, self._width)]

    def paragraph(self, text: str) -> None:
        """Running text; nothing if it is empty."""
        if text:
            self._lines += ["", *wrap(text, self._width, "  ", "  ")]

    def section(self, heading: str, entries: Iterable[Line | str]) -> None:
        """A heading with its entries, if there are any."""
        found = [Line(entry) if isinstance(entry, str) else entry for entry in entries]
        if found:
            self._lines += ["", *wrap(heading, self._width), *self._entries(found)]

    def text(self) -> str:
        """All of it."""
        return "\n".join(self._lines) + "\n"

    def _entries(self, entries: list[Line]) -> Iterator[str]:
        """Texts stand under each other in a column if any of them has a label, and hang under themselves if not."""
        labels = [cells(escape(entry.label)) for entry in entries if entry.label]
        column = min(max(labels, default=0), self._width // 3) + 4 if labels else 0
        for entry in entries:
            indent = " " * column + "  " * (entry.depth + (not labels))
            rest = indent + ("  " if not labels or entry.text.startswith("- ") else "")
            if not entry.label:
                yield from wrap(entry.text, self._width, indent, rest)
                continue
            label = escape(entry.label)
            if cells(label) > column - 4:
                yield from wrap(entry.label, self._width, "  ", "    ")
                yield from wrap(entry.text, self._width, indent, indent)
            else:
                beside = f"  {label}{' ' * (column - 2 - cells(label))}"
                yield from wrap(entry.text, self._width, beside, indent)
