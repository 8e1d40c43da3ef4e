"""The summary of a record: all that the corpus phase knows of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any, TypeVar

from .aspect import Aspect

F = TypeVar("F", bound=tuple[Any, ...])

Facts = Mapping[str, tuple[tuple[str, tuple[Any, ...]], ...]]
"""By the name of the aspect: the facts of a record in reading order, each with its key."""


class Summary:
    """A file of the corpus, in facts. It is immutable.

    ``is_loaded`` is true if the file is a record without schema errors; of any other file only the ids are known that
    it defines, or may define. ``is_unread`` is true if the file may define any id.
    """

    def __init__(
        self, path: str, kind: str, id: str | None, facts: Facts, *, is_loaded: bool = True, is_unread: bool = False
    ) -> None:
        self.path, self.kind, self.id, self.facts = path, kind, id, facts
        self.is_loaded, self.is_unread = is_loaded, is_unread

    def of(self, aspect: Aspect[F]) -> tuple[tuple[str, F], ...]:
        """The facts of an aspect in reading order, each with its key."""
        return self.facts.get(aspect.name, ())  # type: ignore[return-value]  # `Aspect` says which class they have

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

    @cached_property
    def _keys(self) -> dict[str, dict[str, list[Any]]]:
        return {}

    def _by_key(self, aspect: Aspect[F]) -> dict[str, list[F]]:
        if (found := self._keys.get(aspect.name)) is None:
            found = self._keys[aspect.name] = {}
            for key, fact in self.of(aspect):
                found.setdefault(key, []).append(fact)
        return found


def _frozen(value: Any) -> Any:
    return tuple(map(_frozen, value)) if isinstance(value, list) else value
