"""One thing to export, such as an announcement or a source."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Any

from ..corpus.corroboration import Corroboration, corroborate
from ..models import Assertion, Model
from .embedding import Embedder
from .plain_data import corroborations, without_definitions
from .records import Records


class Thing:
    """A thing to export, and the name of its table. What several formats need of it is computed once."""

    def __init__(self, table: str, model: Model, records: Records, embedder: Embedder | None = None) -> None:
        self.table, self.model = table, model
        self._records, self._embedder = records, embedder
        self._known: dict[int, list[Corroboration]] = {}

    @property
    def id(self) -> str:
        """The id of the thing."""
        id: str = self.model.id  # type: ignore[attr-defined]
        return id

    @cached_property
    def data(self) -> dict[str, Any]:
        """The thing as JSON types, without its definitions; with ``--embed``, with things instead of ids."""
        return self._embedder.resolve(self.model) if self._embedder else without_definitions(self.model)

    @cached_property
    def corroborations(self) -> list[dict[str, Any]]:
        """For each of its assertions, the sources that support and contradict it, as JSON types."""
        return list(corroborations(self.id, self.model, self.corroboration))

    def corroboration(self, assertions: tuple[Assertion, ...]) -> list[Corroboration]:
        """The corroboration of each assertion of a list in the model."""
        # The model holds the list, so its identity stays the same.
        if (found := self._known.get(id(assertions))) is None:
            found = self._known[id(assertions)] = corroborate(assertions, self._records.sources)
        return found


def things(records: Records, *, embed: bool = False) -> Iterator[Thing]:
    """Everything to export, in the order of the tables and of the ids.

    Raises:
        ExportError: with ``embed``, the result would be much larger than the records.
    """
    embedder = Embedder(records) if embed else None
    for table, models in records.roots.items():
        for model in models.values():
            yield Thing(table, model, records, embedder)
