"""The corpus: typed records and what they define, whatever they were read from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple, TypeVar

from ..models import (
    REFERABLE_KINDS,
    Actor,
    Announcement,
    Dataset,
    Entity,
    Instrument,
    Model,
    Occasion,
    Registry,
    Source,
)
from ..text.inflection import plural
from ..text.pointer import json_pointer
from .corroboration import Corroboration, corroborations
from .definitions import Definition, one_too_many
from .provenance import Sources

Record = Announcement | Registry | Dataset

R = TypeVar("R", Announcement, Registry, Dataset)
E = TypeVar("E", bound=Entity)


class Entry(NamedTuple):
    """A record and the file that it comes from."""

    path: str
    record: Record


@dataclass(frozen=True)
class Corpus:
    """Records that refer to each other.

    ``definitions`` has every id that is defined, also in records whose shape is wrong and which are therefore not
    among the entries. ``merged`` has every id that was merged into another, with all that claim it, be it as a former
    id or as their own. ``possible_ids`` are what may be ids in files that are not among the entries, and ``unread`` are
    those of them into which nobody could look at all. ``complete`` tells that every record is among the entries.
    """

    entries: tuple[Entry, ...]
    definitions: Mapping[str, tuple[Definition, ...]] = field(default_factory=dict)
    merged: Mapping[str, tuple[Definition, ...]] = field(default_factory=dict)
    possible_ids: frozenset[str] = frozenset()
    complete: bool = True
    unread: tuple[str, ...] = ()

    @classmethod
    def joined(cls, corpora: Sequence[Corpus]) -> Corpus:
        """The entries of several corpora as one, without what only checking needs."""
        return (
            corpora[0]
            if len(corpora) == 1
            else cls(
                tuple(entry for corpus in corpora for entry in corpus.entries),
                complete=all(corpus.complete for corpus in corpora),
                unread=tuple(path for corpus in corpora for path in corpus.unread),
            )
        )

    @cached_property
    def announcements(self) -> dict[str, Announcement]:
        """Announcements by id, in the order of their ids."""
        return self._records(Announcement)

    @cached_property
    def registries(self) -> dict[str, Registry]:
        """Registries by id."""
        return self._records(Registry)

    @cached_property
    def dataset(self) -> Dataset | None:
        """The dataset record, if there is one."""
        return next(iter(self._records(Dataset).values()), None)

    @cached_property
    def actors(self) -> dict[str, Actor]:
        """Actors by id, wherever they are defined."""
        return self._entities("actors", Actor)

    @cached_property
    def instruments(self) -> dict[str, Instrument]:
        """Instruments by id, wherever they are defined."""
        return self._entities("instruments", Instrument)

    @cached_property
    def occasions(self) -> dict[str, Occasion]:
        """Occasions by id, wherever they are defined."""
        return self._entities("occasions", Occasion)

    @cached_property
    def sources(self) -> Sources:
        """Sources by id, wherever they are defined."""
        return Sources(self._entities("sources", Source))

    @cached_property
    def repeated(self) -> dict[str, list[tuple[Definition, Definition]]]:
        """By path, every definition of an id that is defined more than once, with one to name beside it."""
        found: dict[str, list[tuple[Definition, Definition]]] = defaultdict(list)
        for definitions in self.definitions.values():
            for definition, other in one_too_many(definitions):
                found[definition.path].append((definition, other))
        return found

    @cached_property
    def referable(self) -> dict[str, Mapping[str, Announcement | Entity]]:
        """Everything that a reference may name, by kind and id."""
        return {kind: getattr(self, plural(kind)) for kind in REFERABLE_KINDS}

    @property
    def roots(self) -> dict[str, Iterable[Model]]:
        """Everything that stands for itself, by the name of its table."""
        things: dict[str, Iterable[Model]] = {plural(kind): found.values() for kind, found in self.referable.items()}
        return {**things, "registries": self.registries.values(), "datasets": [self.dataset] if self.dataset else []}

    def corroboration(self, id: str) -> dict[str, Corroboration]:
        """For every assertion of the record or definition with this id, who supports and who contradicts it.

        The keys are JSON Pointers within it. Raises KeyError if nothing has the id.

        >>> corpus.corroboration("cn-waico-proposal-2025")["/dates/0"].supporting  # doctest: +SKIP
        """
        return {json_pointer(pointer): found for pointer, _, found in corroborations(self.find(id), self.sources)}

    @property
    def ids(self) -> list[str]:
        """Every id that a card can be shown of."""
        return [id for things in self.referable.values() for id in things]

    def find(self, id: str) -> Record | Entity:
        """The record or the definition with this id. Raises KeyError if nothing has it."""
        for things in self.referable.values():
            if thing := things.get(id):
                return thing
        for entry in self.entries:
            if entry.record.id == id:
                return entry.record
        raise KeyError(id)

    def may_define(self, id: str) -> bool:
        """Whether a file that is not among the entries may define the id, for all that is known."""
        return bool(self.unread) or id in self.possible_ids

    def heirs(self, id: str, kinds: Iterable[str]) -> list[str]:
        """The ids into which this one was merged, of definitions of these kinds; none if something still bears it."""
        claims = () if id in self.definitions else self.merged.get(id, ())
        return [claim.merged_into for claim in claims if claim.kind in kinds]

    def _records(self, kind: type[R]) -> dict[str, R]:
        found = {entry.record.id: entry.record for entry in self.entries if isinstance(entry.record, kind)}
        return dict(sorted(found.items()))

    def _entities(self, name: str, kind: type[E]) -> dict[str, E]:
        found: dict[str, E] = {}
        for entry in self.entries:
            for entity in getattr(entry.record, name, ()):
                assert isinstance(entity, kind)
                found.setdefault(entity.id, entity)
        return dict(sorted(found.items()))
