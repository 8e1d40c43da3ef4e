"""What is looked up of other records while one record is judged.

As long as no answer changes, neither does what was judged. A look-up is a text, so that it can be kept as it is. What
nearly every record looks up does not have to be kept, because it is known.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from . import registry
from .aspects import DEFINED, USED
from .summary import Summary

if TYPE_CHECKING:
    from .aspect import Aspect
    from .context import Summaries

T = TypeVar("T")

ALL = "all"
"""Every fact of every file. The facts of an aspect in every file are "all" with its name."""
COMPLETE = "complete"
"""Whether every record is loaded."""
UNREAD = "unread"
"""Which files may define any id."""

_ALSO: Mapping[str, Sequence[str]] = {DEFINED.name: (USED.name,), USED.name: (DEFINED.name,)}
"""By index: others whose keys a record looks up there too: definitions of what it uses, and uses of what it defines."""

_MOST = 1000
"""Facts that one answer may be found by; of more it is only noted that all were looked at."""


def of_key(index: str, key: str) -> str:
    """The look-up of a key in an index."""
    return f"key {index} {key}"


def key_in(look_up: str) -> tuple[Sequence[str], str] | None:
    """The indexes that have the files for which a look-up of a key is known to be made, and the key."""
    kind, _, rest = look_up.partition(" ")
    if kind != "key":
        return None
    index, _, key = rest.partition(" ")
    return _known().get(index, ()), key


def of_facts(aspect: str, name: str) -> str:
    """The look-up of all facts of an aspect in a file."""
    return f"facts {aspect} {name}"


def of_all(aspect: str) -> str:
    """The look-up of the facts of an aspect in every file."""
    return f"{ALL} {aspect}"


def of_content(name: str) -> str:
    """The look-up of whatever a file contains."""
    return f"content {name}"


class Notes:
    """Notes what is looked up; ``name`` gives the name of the file with a path."""

    def __init__(self, name: Callable[[str], str]) -> None:
        self._name = name
        self._noted: set[str] = set()

    @contextmanager
    def judging(self, own: Summary) -> Iterator[tuple[Summary, set[str]]]:
        """Within this, look-ups are made for this record: with the summary, and noted in the set, complete at the end.

        What is looked up in the record itself counts only for others, who use an answer that was found by it.
        """
        look_ups = self._noted = set()
        yield _NotedSummary(own, self), look_ups
        name = self._name(own.path)
        look_ups -= {of_content(name), *(of_facts(aspect.name, name) for aspect in registry.aspects())}
        look_ups -= _known_of(own)

    @contextmanager
    def apart(self) -> Iterator[set[str]]:
        """Within this, look-ups are noted in the set, which is complete at the end."""
        before, self._noted = self._noted, set()
        try:
            yield self._noted
        finally:
            if len(self._noted) > _MOST:
                kept = [each for each in self._noted if each.startswith("content ")]
                self._noted.clear()
                self._noted.update(kept, (ALL, COMPLETE, UNREAD))
            self._noted = before

    def repeat(self, look_ups: Iterable[str]) -> None:
        """Note look-ups that were made before for somebody else: their answer is used again."""
        self._noted.update(look_ups)

    def key(self, index: str, key: str) -> None:
        """Note the look-up of a key."""
        self._noted.add(of_key(index, key))

    def facts(self, aspect: str, path: str) -> None:
        """Note the look-up of all facts of an aspect in a file."""
        self._noted.add(of_facts(aspect, self._name(path)))

    def content(self, read: Callable[[str], T]) -> Callable[[str], T]:
        """The function, which reads the file with a path, so that its calls are noted."""

        def noted(path: str) -> T:
            self._noted.add(of_content(self._name(path)))
            return read(path)

        return noted


@cache
def _known() -> Mapping[str, Sequence[str]]:
    """By index: those whose keys records are known to look up there."""
    compared = {aspect.index: (aspect.index,) for aspect in registry.aspects() if aspect.compared}
    return {index: (*compared.get(index, ()), *_ALSO.get(index, ())) for index in (*compared, *_ALSO)}


def _known_of(own: Summary) -> set[str]:
    """What is known to be looked up for a record."""
    return {of_key(index, key) for index, names in _known().items() for name in names for key in own.keys(name)}


class NotedSummaries:
    """The summaries of a corpus, so that everything that is asked of them is noted."""

    def __init__(self, summaries: Summaries, notes: Notes) -> None:
        self._summaries, self._notes = summaries, notes

    def __iter__(self) -> Iterator[Summary]:
        self._notes.repeat((ALL,))
        return iter(self._summaries)

    def every(self, aspects: Sequence[Aspect[Any]]) -> Iterator[Summary]:
        """Every summary, for its facts of these aspects."""
        names = frozenset(aspect.name for aspect in aspects)
        self._notes.repeat(map(of_all, names))
        return (_NotedSummary(each, self._notes, names) for each in self._summaries)

    def with_key(self, aspect: Aspect[Any], key: str) -> Sequence[Summary]:
        """The summaries with a fact of a shared aspect that has this key."""
        self._notes.key(aspect.index, key)
        return [_NotedSummary(each, self._notes) for each in self._summaries.with_key(aspect, key)]

    def repeated(self, aspect: Aspect[Any], keys: Iterable[str]) -> list[str]:
        """Those of the keys that facts of several files have."""
        asked = list(keys)
        for key in asked:
            self._notes.key(aspect.index, key)
        return self._summaries.repeated(aspect, asked)

    @property
    def unread(self) -> tuple[str, ...]:
        """The paths of the files that may define any id."""
        self._notes.repeat((UNREAD,))
        return self._summaries.unread

    @property
    def is_complete(self) -> bool:
        """Whether every record of the corpus is loaded."""
        self._notes.repeat((COMPLETE,))
        return self._summaries.is_complete

    @property
    def has_records(self) -> bool:
        """Whether any record of the corpus is loaded, which is true while one is judged."""
        return self._summaries.has_records


class _NotedSummary(Summary):
    """A summary of another record, so that everything that is asked of it is noted, if it is not ``known`` anyway."""

    __slots__ = ("_known", "_notes", "_summary")

    def __init__(self, summary: Summary, notes: Notes, known: frozenset[str] = frozenset()) -> None:
        super().__init__(
            summary.path, summary.kind, summary.id, {}, is_loaded=summary.is_loaded, is_unread=summary.is_unread
        )
        self._summary, self._notes, self._known = summary, notes, known

    def at(self, aspect: Aspect[Any], key: str) -> list[Any]:
        """The facts of an aspect with this key."""
        if not aspect.shared:
            self._note(aspect.name)
        elif aspect.name not in self._known:
            self._notes.key(aspect.index, key)
        return self._summary.at(aspect, key)

    def _part(self, name: str) -> tuple[tuple[str, tuple[Any, ...]], ...]:
        self._note(name)
        return self._summary._part(name)

    @property
    def facts(self) -> Mapping[str, tuple[tuple[str, tuple[Any, ...]], ...]]:
        """The facts by the name of their aspect."""
        for aspect in registry.aspects():
            self._note(aspect.name)
        return self._summary.facts

    def _note(self, aspect: str) -> None:
        if aspect not in self._known:
            self._notes.facts(aspect, self.path)
