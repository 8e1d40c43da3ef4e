"""What is exported: records and what they define, wherever they are held."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any, NamedTuple, Protocol

from ..corpus.ledger import Days, OutcomePlace, disputed_outcomes
from ..corpus.provenance import Derived
from ..models import Announcement, Model


class Records(Protocol):
    """Records and what they define. A `Corpus` holds them in memory.

    ``roots`` is everything with its own table row: by the name of its table, then by id in the order of the ids.
    ``sources`` has at least the sources that are not of unknown origin. ``calendar`` has the days from which due days
    are counted.
    """

    @property
    def roots(self) -> Mapping[str, Mapping[str, Model]]: ...

    @property
    def sources(self) -> Mapping[str, Derived]: ...

    @property
    def calendar(self) -> Days: ...


class Things(Records, Protocol):
    """Records of which parts of the export may be there already, as in `StoredRecords`.

    ``disputed_outcomes`` are the outcomes that one in another record contradicts.
    """

    @property
    def disputed_outcomes(self) -> Collection[OutcomePlace]: ...

    def known(self, table: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
        """The id of each thing with a row in this table, in their order, and what is known of it, as of a `Thing`."""


class HeldThings(NamedTuple):
    """Records in memory, of which the models are known."""

    roots: Mapping[str, Mapping[str, Model]]
    sources: Mapping[str, Derived]
    calendar: Days
    disputed_outcomes: Collection[OutcomePlace]

    @classmethod
    def of(cls, records: Records) -> HeldThings:
        """The things of records such as a `Corpus`."""
        made = (each for each in records.roots["announcements"].values() if isinstance(each, Announcement))
        return cls(records.roots, records.sources, records.calendar, disputed_outcomes(made))

    def known(self, table: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
        """The id of each thing, and its model."""
        return ((id, {"model": model}) for id, model in self.roots[table].items())
