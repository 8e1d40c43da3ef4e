"""The page of a card: headings, and wrapped lines with hanging indents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ..text.escaping import escape
from ..text.terminal_width import cells
from .line_wrapping import wrap

_MIN_WIDTH = 40


class Line(NamedTuple):
    """An entry of a section: a text, with an optional label and a depth of indentation."""

    text: str
    label: str = ""
    depth: int = 0


class Page:
    """Text in sections. Everything is escaped here, so that no raw text of a record reaches the terminal."""

    def __init__(self, width: int, notice: str = "") -> None:
        """A page whose lines have at most ``width`` columns. ``notice`` is a paragraph below its title."""
        self._width = max(width, _MIN_WIDTH)
        self._notice = notice
        self._lines: list[str] = []

    def title(self, title: str, kind: str) -> None:
        """Add the title, a line with the kind, and the notice."""
        self._lines += [*wrap(title, self._width), *wrap(kind, self._width)]
        self.paragraph(self._notice)

    def paragraph(self, text: str) -> None:
        """Add a paragraph, unless the text is empty."""
        if text:
            self._lines += ["", *wrap(text, self._width, "  ", "  ")]

    def section(self, heading: str, entries: Iterable[Line | str]) -> None:
        """Add a heading with its entries, if there are any."""
        found = [Line(entry) if isinstance(entry, str) else entry for entry in entries]
        if found:
            self._lines += ["", *wrap(heading, self._width), *self._entries(found)]

    def text(self) -> str:
        """The whole page."""
        return "\n".join(self._lines) + "\n"

    def _entries(self, entries: list[Line]) -> Iterator[str]:
        """The lines of the entries: texts in a column beside their labels, or with a hanging indent without labels."""
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
