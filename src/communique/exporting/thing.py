"""One thing to export, such as an announcement or a source."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any

from ..corpus.corroboration import Citations, Corroboration, assertion_lists
from ..models import ENTITY_FIELDS, Announcement, Assertion, Dataset, Model, Registry
from ..text.pointer import Pointer
from .embedding import Embedder
from .metadata.description import Description
from .plain_data import corroborations, without_definitions
from .records import Things
from .tables import ROOTS, Stated, defined_ids, stated
from .thing_rows import ThingRows


class Thing:
    """A thing to export, and the name of its table. What several formats need of it is computed once.

    Some of it depends on the thing alone: ``plain``, ``definitions``, ``citations``, ``typed_rows``, ``stated``,
    ``description``. This may be ``known`` from before; then the model is loaded only if something asks for it.
    """

    def __init__(
        self, table: str, id: str, known: Mapping[str, Any], records: Things, embedder: Embedder | None = None
    ) -> None:
        self.table, self.id = table, id
        self._records, self._embedder = records, embedder
        self.__dict__.update(known)  # where a cached property looks first

    @cached_property
    def model(self) -> Model:
        """The typed record or definition."""
        return self._records.roots[self.table][self.id]

    @cached_property
    def plain(self) -> dict[str, Any]:
        """The thing as JSON types, without its definitions."""
        return without_definitions(self.model)

    @cached_property
    def definitions(self) -> dict[str, list[str]]:
        """The ids of what it defines, by the names of their lists, if it is a record."""
        return defined_ids(self.model)

    @cached_property
    def data(self) -> dict[str, Any]:
        """The same; with ``--embed``, with things instead of ids."""
        return self._embedder.resolve(self.model) if self._embedder else self.plain

    @cached_property
    def citations(self) -> list[tuple[Pointer, Citations]]:
        """For each list of its assertions, the pointer, and what its corroboration depends on."""
        return [(pointer, Citations.of(assertions)) for pointer, assertions in self._lists]

    @cached_property
    def typed_rows(self) -> ThingRows:
        """The rows of the thing, with values of the types of their columns."""
        lists = {id(each): place for place, (_, each) in enumerate(self._lists)}
        return ThingRows.of(self.table, self.model, lists)

    @cached_property
    def stated(self) -> list[Stated]:
        """What it says of the stages of instruments."""
        return stated(self.model) if isinstance(self.model, Announcement) else []

    @cached_property
    def description(self) -> Description | None:
        """What it says of the dataset, if it is the dataset record."""
        return Description.of(self.model) if isinstance(self.model, Dataset) else None

    @cached_property
    def corroboration(self) -> list[list[Corroboration]]:
        """For each list of its assertions, the corroboration of each one."""
        return [each.corroborated(self._records.sources) for _, each in self.citations]

    @cached_property
    def corroborations(self) -> list[dict[str, Any]]:
        """For each of its assertions, the sources that support and contradict it, as JSON types."""
        pointers = (pointer for pointer, _ in self.citations)
        return list(corroborations(self.id, zip(pointers, self.corroboration, strict=True)))

    @cached_property
    def _lists(self) -> list[tuple[Pointer, tuple[Assertion, ...]]]:
        definitions = ENTITY_FIELDS if isinstance(self.model, Announcement | Registry) else ()
        return list(assertion_lists(self.model, without=definitions))


WatchThings = Callable[[Iterable[Thing], int], Iterable[Thing]]
"""Yields the things that it is given, with their number; shows progress."""


def things(records: Things, *, embed: bool = False, watch: WatchThings | None = None) -> Iterable[Thing]:
    """Everything to export, in the order of the tables and of the ids.

    Raises:
        ExportError: with ``embed``, the result would be much larger than the records.
    """
    found = _things(records, Embedder(records) if embed else None)
    return watch(found, sum(map(len, records.roots.values()))) if watch else found


def _things(records: Things, embedder: Embedder | None) -> Iterator[Thing]:
    for table in ROOTS:
        for id, known in records.known(table):
            yield Thing(table, id, known, records, embedder)
