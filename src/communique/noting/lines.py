"""The lines of a file of notes: sections, and the items in them.

A section begins with the name of a field and a colon. An item begins with a dash. Lines that are indented belong to
what is above them, up to the next blank line. What a program has to know of fields to understand an item is in `item`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from ..lazy import lazy_pattern
from ..text import lines as text_lines
from ..text.lines import Position

COLON = r"(?::(?:\s+|$)|：\s*)"
"""What follows the name of a field; nobody types a space behind a full-width colon."""

_SECTION = lazy_pattern(rf"(?P<name>[A-Za-z][\w.-]*){COLON}(?P<rest>.*)$")
_ITEM = lazy_pattern(r"(?:[-*•–—]\s+|[－・]\s*)(?P<rest>.*)$")
_COMMENT = "#"
_AFTER_BLANK = "the line is indented, but there is nothing above it: a blank line ends an item"
_NESTED = "the item is indented more than the one above it"
_NOWHERE = "the line belongs to no field and no item"


class Line(NamedTuple):
    """A stretch of a line of the notes, or of several, joined with spaces; its number and column, counted from 1.

    ``below`` are the places where the text of the further lines begins: in the text, and in the file.
    """

    number: int
    text: str
    column: int = 1
    below: tuple[tuple[int, Position], ...] = ()

    @property
    def place(self) -> Position:
        """Where it begins."""
        return Position(self.number, self.column)

    def cut(self, start: int, end: int | None = None) -> Line:
        """The part between two places of the text, without spaces around it."""
        cut = self.text[start:end]
        start += len(cut) - len(cut.lstrip())
        index, first = next(each for each in reversed(((0, self.place), *self.below)) if each[0] <= start)
        below = ((each - start, place) for each, place in self.below if start < each < start + len(cut))
        return Line(first.line, cut.strip(), first.column + start - index, tuple(below))


def joined(lines: Sequence[Line]) -> Line:
    """The lines as one, with spaces between them.

    >>> line = joined([Line(3, "- A", 1), Line(4, "point.", 3)])
    >>> line.text, line.cut(4).place
    ('- A point.', Position(line=4, column=3))
    """
    text, below = "", list[tuple[int, Position]]()
    lines = [each for each in lines if each.text] or lines
    for each in lines:
        text += " " if text else ""
        below.append((len(text), each.place))
        text += each.text
    return Line(lines[0].number, text, lines[0].column, tuple(below[1:]))


class Entry(NamedTuple):
    """An item: its first line, and the lines below it that are indented."""

    first: Line
    more: tuple[Line, ...]

    @property
    def lines(self) -> tuple[Line, ...]:
        """All of its lines."""
        return (self.first, *self.more)


class Section(NamedTuple):
    """A field of the record: its name, what stands behind it, if anything does, and its items."""

    name: Line
    head: Entry
    items: tuple[Entry, ...]

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The items of a list; a list of one may have it behind its name."""
        alone = (self.head,) if any(each.text for each in self.head.lines) else ()
        return self.items or alone


class Stray(NamedTuple):
    """A line that belongs to nothing, and why."""

    line: Line
    why: str


def sections(text: str, names: Collection[str] = ()) -> Iterator[Section | Stray]:
    """The sections of the notes, in their order. Empty lines and lines that begin with # are left out.

    The items of a list may be indented, all of them alike. A section with one of these ``names`` may be indented below
    a blank line.

    >>> [(each.name.text, len(each.items)) for each in sections("title: A plan\\ndates:\\n- signed | 2026-03-03\\n")]
    [('title', 0), ('dates', 1)]
    """
    found, is_after_blank = None, True
    for line, indent in _lines(text):
        if not line.text:
            is_after_blank = True
            continue
        item = _ITEM.match(line.text) if found else None
        section = _SECTION.match(line.text)
        if found and item:
            if stray := found.add(line.cut(item.start("rest")), indent):
                yield stray
        elif found and indent and not is_after_blank:
            found.entries[-1].append(line)
        elif section and (not indent or section["name"] in names):
            yield from found.done() if found else ()
            found = _Open(line.cut(*section.span("name")), line.cut(section.start("rest")))
        else:
            yield Stray(line, _AFTER_BLANK if indent else _NOWHERE)
        is_after_blank = False
    yield from found.done() if found else ()


class _Open:
    """A section to which lines are added."""

    def __init__(self, name: Line, head: Line) -> None:
        self._name, self._margin, self.entries = name, 0, [[head]]

    def add(self, item: Line, indent: int) -> Stray | None:
        """Add an item, or say why it is none."""
        if len(self.entries) > 1 and indent > self._margin:
            return Stray(item, _NESTED)
        self._margin = indent
        self.entries.append([item])
        return None

    def done(self) -> Iterator[Section]:
        head, *items = (Entry(first, tuple(more)) for first, *more in self.entries)
        yield Section(self._name, head, tuple(items))


def _lines(text: str) -> Iterator[tuple[Line, int]]:
    """The lines that are no comments, and how far each is indented, compared with the one that is least."""
    lines = text_lines.Lines(text.removeprefix("\ufeff"))
    every = [(number, lines[number]) for number in range(1, len(lines) + 1)]
    every = [(number, line) for number, line in every if not line.lstrip().startswith(_COMMENT)]
    least = min((_indent(line) for _, line in every if line.strip()), default=0)
    for number, line in every:
        yield Line(number, line).cut(0), _indent(line) - least


def _indent(line: str) -> int:
    wide = line.expandtabs()
    return len(wide) - len(wide.lstrip())
