"""The notes of a release: what changed, for people, as Keep a Changelog (https://keepachangelog.com) has it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from datetime import date

from ..schemas.comparison import Change
from ..text.escaping import escape
from ..text.inflection import counted, enumerated, singular
from .change_words import as_code, in_words, prose, title, weight
from .computed import COMPUTED
from .delta import ThingChanges

NOTES = "RELEASE_NOTES.md"

_ADDED, _CHANGED, _REMOVED = "Added", "Changed", "Removed"
_COUNTED = "sources"
"""The table whose new and removed things are only counted: there are many, which come and go with what cites them."""

_MOST_THINGS, _MOST_CHANGES = 100, 6
"""GitHub takes 125,000 characters for the notes of a release."""


class _Listing:
    """The first items of a list, and the number of the others."""

    def __init__(self) -> None:
        self._first: list[str] = []
        self._more = 0

    def add(self, item: str) -> None:
        if len(self._first) < _MOST_THINGS:
            self._first.append(item)
        else:
            self._more += 1

    @property
    def lines(self) -> list[str]:
        return [*self._first, *([f"- and {self._more} more"] if self._more else [])]


class Notes:
    """Collects what changed under three headings; `delta.jsonl` has all of it."""

    def __init__(self) -> None:
        self._counts: dict[str, Counter[str]] = {heading: Counter() for heading in (_ADDED, _CHANGED, _REMOVED)}
        self._columns: dict[str, list[str]] = defaultdict(list)
        self._things: dict[str, _Listing] = defaultdict(_Listing)
        self._computed = _Listing()

    def add(self, found: ThingChanges) -> None:
        """A thing that is new, changed or removed, or of which something is computed anew."""
        if found.table == COMPUTED:
            self._computed.add(_computed_anew(found))
            return
        heading = _ADDED if found.old is None else _REMOVED if found.new is None else _CHANGED
        item = _with_changes(found) if heading == _CHANGED else _headline(found)
        if item:
            self._counts[heading][found.table] += 1
        if item and not self._is_counted(heading, found.table):
            self._things[heading].add(item)

    def add_columns(self, change: Change) -> None:
        """A table or a column that is new, changed or removed."""
        heading = {"added": _ADDED, "removed": _REMOVED}.get(change.what, _CHANGED)
        words = "" if heading != _CHANGED else f": {change.what}"
        self._columns[heading].append(f"- {escape(change.where[0].upper() + change.where[1:])}{escape(words)}")

    @property
    def summary(self) -> str:
        """How many things of which kind are new, changed or removed, in a sentence without its full stop."""
        parts = [
            f"{enumerated([counted(number, singular(table)) for table, number in counts.items()])} {heading.lower()}"
            for heading, counts in self._counts.items()
            if counts
        ]
        return "; ".join(parts) or "nothing changed in the records"

    def text(self, since: str) -> str:
        """What changed since a version."""
        return "\n\n".join([f"Since {since}: {self.summary}.", *self._sections()])

    def _sections(self) -> Iterator[str]:
        for heading, counts in self._counts.items():
            lines = [*self._columns[heading], *self._things[heading].lines]
            lines += [
                f"- {counted(number, singular(table))}"
                for table, number in counts.items()
                if self._is_counted(heading, table)
            ]
            lines += self._computed.lines if heading == _CHANGED else []
            if lines:
                yield f"### {heading}\n\n" + "\n".join(lines)

    @staticmethod
    def _is_counted(heading: str, table: str) -> bool:
        return table == _COUNTED and heading != _CHANGED


def of_first_release(rows: Mapping[str, int]) -> str:
    """What a release has with which no other is compared; ``rows`` are the numbers of things by table."""
    listed = enumerated([counted(number, singular(table)) for table, number in rows.items() if number])
    return f"### {_ADDED}\n\n- {listed}"


def section(version: str, day: date | None, *parts: str) -> str:
    """The section of a change log for a version."""
    head = f"## [{version}]" + (f" - {day}" if day else "")
    return "\n\n".join([head, *filter(None, parts)]) + "\n"


def _headline(found: ThingChanges) -> str:
    thing = found.new or found.old or {}
    named = title(thing)
    kind = singular(found.table)
    return f"- {kind[0].upper()}{kind[1:]} {as_code(found.id)}" + (f": {prose(named)}" if named else "")


def _with_changes(found: ThingChanges) -> str:
    """The thing and its first changes; empty if only the version of the dataset changed."""
    shown = [each for each in found.changes if not (found.table == "datasets" and each.new_pointer == ("version",))]
    if not shown:
        return ""
    first = sorted(shown, key=weight)[:_MOST_CHANGES]
    words = [f"  - {in_words(found.table, found.old, found.new, each)}" for each in first]
    rest = [f"  - and {counted(len(shown) - _MOST_CHANGES, 'more change')}"] if len(shown) > _MOST_CHANGES else []
    return "\n".join([_headline(found), *words, *rest])


def _computed_anew(found: ThingChanges) -> str:
    words = "; ".join(in_words(found.table, found.old, found.new, each) for each in found.changes)
    return f"- Computed for {as_code(found.id)}: {words}"
