"""The lines of a file of notes: sections, and the items in them.

A section begins with the name of a field and a colon. An item begins with a dash. Lines that are indented belong to
what is above them. What a program has to know of fields to understand an item is in `item`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ..lazy import lazy_pattern

_SECTION = lazy_pattern(r"(?P<name>[A-Za-z][\w.-]*):(?:\s+(?P<rest>.*))?$")
_ITEM = lazy_pattern(r"[-*•–—]\s+(?P<rest>.*)$")
_COMMENT = "#"


class Line(NamedTuple):
    """A line of the notes without its indent, and its number, counted from 1."""

    number: int
    text: str


class Entry(NamedTuple):
    """An item: its first line, and the lines below it that are indented."""

    first: Line
    more: tuple[Line, ...]

    @property
    def lines(self) -> tuple[Line, ...]:
        """All of its lines."""
        return (self.first, *self.more)


class Section(NamedTuple):
    """A field of the record: what stands behind its name, if anything does, and its items."""

    name: str
    head: Entry
    items: tuple[Entry, ...]

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The items of a list; a list of one may have it behind its name."""
        alone = (self.head,) if any(each.text for each in self.head.lines) else ()
        return self.items or alone


class Stray(NamedTuple):
    """A line that belongs to no section."""

    line: Line


def sections(text: str) -> Iterator[Section | Stray]:
    """The sections of the notes, in their order. Empty lines and lines that begin with # are left out.

    The items of a list may be indented, all of them alike.

    >>> [(each.name, len(each.items)) for each in sections("title: A plan\\ndates:\\n- signed | 2026-03-03\\n")]
    [('title', 0), ('dates', 1)]
    """
    name, entries, margin = "", list[list[Line]](), 0
    for line in _lines(text):
        plain = Line(line.number, line.text.strip())
        indent = len(line.text) - len(plain.text)
        item = _ITEM.match(plain.text) if entries else None
        if item and (len(entries) == 1 or indent <= margin):
            margin = indent
            entries.append([Line(line.number, item["rest"].strip())])
        elif indent and entries:
            entries[-1].append(plain)
        elif found := _SECTION.match(plain.text):
            yield from _section(name, entries)
            name, entries = found["name"], [[Line(line.number, (found["rest"] or "").strip())]]
        else:
            yield Stray(plain)
    yield from _section(name, entries)


def _section(name: str, entries: list[list[Line]]) -> Iterator[Section]:
    if entries:
        head, *items = (Entry(first, tuple(more)) for first, *more in entries)
        yield Section(name, head, tuple(items))


def _lines(text: str) -> Iterator[Line]:
    for number, line in enumerate(text.removeprefix("\ufeff").splitlines(), 1):
        if (plain := line.strip()) and not plain.startswith(_COMMENT):
            yield Line(number, line.rstrip())
