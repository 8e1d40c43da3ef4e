"""The summary of a record: all that the corpus phase knows of it."""

from __future__ import annotations

import marshal
from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from itertools import starmap
from typing import TYPE_CHECKING, Any, TypeVar
from weakref import ref

from . import registry
from .aspect import Aspect

if TYPE_CHECKING:
    from .packed_facts import PackedFacts, Place

F = TypeVar("F", bound=tuple[Any, ...])

Facts = Mapping[str, tuple[tuple[str, tuple[Any, ...]], ...]]
"""By the name of the aspect: the facts of a record in reading order, each with its key."""

_Keys = dict[str, dict[str, list[Any]]]

_MOST_UNPACKED = 250
"""Packed summaries of which something is unpacked for a while."""


class Summary:
    """A file of the corpus, in facts. It is immutable.

    ``is_loaded`` is true if the file is a record without schema errors; of any other file only the ids are known that
    it defines, or may define. ``is_unread`` is true if the file may define any id.
    """

    __slots__ = (
        "__weakref__", "_elsewhere", "_facts", "_keys", "_noted", "_packed", "_parts", "id", "is_loaded", "is_unread",
        "kind", "path",
    )  # fmt: skip

    def __init__(
        self, path: str, kind: str, id: str | None, facts: Facts, *, is_loaded: bool = True, is_unread: bool = False
    ) -> None:
        self.path, self.kind, self.id = path, kind, id
        self.is_loaded, self.is_unread = is_loaded, is_unread
        self._facts = dict(facts)
        self._keys: _Keys = {}
        self._packed = b""
        self._elsewhere: tuple[PackedFacts, Place] | None = None
        self._parts: dict[str, bytes] | None = None
        self._noted: Mapping[str, tuple[str, ...]] | None = None

    def __getstate__(self) -> tuple[Any, ...]:
        """What travels between processes: the facts packed, and beside them the keys that the index needs at once."""
        noted = {name: tuple(dict.fromkeys(self.keys(name))) for name in registry.indexed_aspects()}
        return self.path, self.kind, self.id, self.is_loaded, self.is_unread, self._as_bytes(), noted

    def __setstate__(self, state: tuple[Any, ...]) -> None:
        self.path, self.kind, self.id, self.is_loaded, self.is_unread, self._packed, self._noted = state
        self._facts, self._keys, self._parts, self._elsewhere = {}, {}, None, None

    @property
    def facts(self) -> Facts:
        """The facts by the name of their aspect."""
        if self._is_packed:
            for name in self._unpacked_parts():
                self._part(name)
        return self._facts

    def pack(self, into: PackedFacts) -> None:
        """Hold the facts as bytes, or there, and unpack those of an aspect when they are needed: for many summaries."""
        if self._elsewhere is None:
            content = self._as_bytes()
            place = into.add(content)
            self._packed, self._elsewhere = (b"", (into, place)) if place else (content, None)
        self._let_go()

    @property
    def _is_packed(self) -> bool:
        return bool(self._packed) or self._elsewhere is not None

    def _as_bytes(self) -> bytes:
        if self._elsewhere:
            return self._elsewhere[0].at(self._elsewhere[1])
        if self._packed:
            return self._packed
        return marshal.dumps({name: marshal.dumps(_plain(facts)) for name, facts in self._facts.items() if facts})

    def _let_go(self) -> None:
        """Hold no facts until somebody asks for them again."""
        self._facts, self._keys, self._noted, self._parts = {}, {}, None, None

    def keys(self, aspect: str) -> Sequence[str]:
        """The keys of the facts of an aspect, by its name."""
        if self._noted is not None and aspect in self._noted:
            return self._noted[aspect]
        return [key for key, _ in self._part(aspect)]

    def of(self, aspect: Aspect[F]) -> tuple[tuple[str, F], ...]:
        """The facts of an aspect in reading order, each with its key."""
        return self._part(aspect.name)  # type: ignore[return-value]  # `Aspect` says which class they have

    def at(self, aspect: Aspect[F], key: str) -> list[F]:
        """The facts of an aspect with this key."""
        return self._by_key(aspect).get(key, [])

    def first(self, aspect: Aspect[F]) -> F | None:
        """The first fact of an aspect; None if there is none."""
        facts = self.of(aspect)
        return facts[0][1] if facts else None

    def as_json(self) -> dict[str, Any]:
        """The summary as JSON values, without the path."""
        return {
            "kind": self.kind,
            "id": self.id,
            "facts": self.facts,
            "is_loaded": self.is_loaded,
            "is_unread": self.is_unread,
        }

    @classmethod
    def from_json(cls, path: str, plain: Mapping[str, Any], aspects: Iterable[Aspect[Any]]) -> Summary:
        """The summary that `as_json` gave, whose facts are of these aspects."""
        known, rows = {aspect.name: aspect.make for aspect in aspects}, plain["facts"]
        facts = {name: tuple((key, known[name](*map(_frozen, row))) for key, row in rows[name]) for name in rows}
        return cls(path, **{**plain, "facts": facts})

    def _part(self, name: str) -> tuple[tuple[str, tuple[Any, ...]], ...]:
        """The facts of one aspect."""
        found = self._facts.get(name)
        if found is None:
            part = self._unpacked_parts().get(name) if self._is_packed else None
            found = self._facts[name] = _made(name, *marshal.loads(part)) if part else ()
        return found

    def _unpacked_parts(self) -> dict[str, bytes]:
        if self._parts is None:
            _hold(self)
            self._parts = marshal.loads(self._as_bytes())
        return self._parts

    def _by_key(self, aspect: Aspect[F]) -> dict[str, list[F]]:
        if (found := self._keys.get(aspect.name)) is None:
            found = self._keys[aspect.name] = {}
            for key, fact in self.of(aspect):
                found.setdefault(key, []).append(fact)
        return found


_unpacked: deque[ref[Summary]] = deque()


def _hold(summary: Summary) -> None:
    """Let the summary go that was unpacked first, if there are too many."""
    if len(_unpacked) >= _MOST_UNPACKED and (first := _unpacked.popleft()()):
        first._let_go()
    _unpacked.append(ref(summary))


def _plain(
    facts: Iterable[tuple[str, tuple[Any, ...]]],
) -> tuple[tuple[str, ...], tuple[tuple[Any, ...], ...]]:
    """The keys of the facts, and the facts as plain tuples."""
    keys, rows = zip(*facts, strict=True)
    return keys, tuple(map(tuple, rows))


def _made(name: str, keys: Iterable[str], rows: Iterable[tuple[Any, ...]]) -> tuple[tuple[str, tuple[Any, ...]], ...]:
    return tuple(zip(keys, starmap(registry.makers()[name], rows), strict=True))


def _frozen(value: Any) -> Any:
    return tuple(map(_frozen, value)) if isinstance(value, list) else value
