"""Records in a database on disk, so that an export needs little memory however many there are."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any, NamedTuple

from pydantic_core import from_json

from ..corpus.ledger import Days, OutcomePlace, disputed_across
from ..corpus.ledger.day_table import DayTable, StoredDays
from ..corpus.provenance import Sources
from ..models import Model
from ..models.provenance import Provenance
from .earlier_export import ExportError
from .packing import Packed, Packing, unpacked, unpacked_outcomes
from .tables import ROOTS

_CREATE = """
CREATE TABLE things (
    name TEXT, id TEXT, origin TEXT, days BLOB, outcomes BLOB, model BLOB, parts BLOB, place TEXT, UNIQUE (name, id)
)
"""
_ADD = """
INSERT INTO things VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET
place = excluded.place, origin = excluded.origin, days = excluded.days,
outcomes = excluded.outcomes, model = excluded.model, parts = excluded.parts
WHERE excluded.place {} place
"""
# As in a corpus in memory, the first definition of an id counts, and the last record.
_ADD_DEFINITION, _ADD_RECORD = _ADD.format("<"), _ADD.format(">=")
_THINGS = "FROM things WHERE name = ? ORDER BY id LIMIT ?"


class Origin(NamedTuple):
    """What is known of a source: where it is from, as JSON, because there are very many."""

    packed: str

    @property
    def provenance(self) -> Provenance:
        """Where it is from."""
        origin, publisher, sure, unsure = from_json(self.packed)
        return Provenance(origin, publisher, tuple(sure), tuple(unsure))


class StoredRecords:
    """Records that are added one by one, packed by ``packing``.

    The database is removed when it is closed, or when the process ends.
    """

    def __init__(self, packing: Packing) -> None:
        self.packing = packing
        self._database = sqlite3.connect("", isolation_level=None)  # a temporary file without a name
        self._database.execute("PRAGMA journal_mode = OFF")  # nothing is ever taken back
        self._database.execute(_CREATE)
        self._database.execute("BEGIN")

    def add(self, things: Iterable[Packed], place: str) -> None:
        """Add a record, which comes first, and what it defines; or nothing.

        ``place`` is its place in the order of the corpus, as a sort key.

        Raises:
            ExportError: there is no room for it on the disk.
        """
        rows = [(*each, place) for each in things]
        try:
            self._database.executemany(_ADD_RECORD, rows[:1])
            self._database.executemany(_ADD_DEFINITION, rows[1:])
        except sqlite3.OperationalError as error:
            raise ExportError(f"cannot write to the folder of temporary files: {error}") from error

    @property
    def roots(self) -> Mapping[str, Mapping[str, Model]]:
        """Everything with its own table row, as in a corpus."""
        return {name: _StoredModels(self._database, name) for name in ROOTS}

    def known(self, table: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
        """The id of each thing, and the parts that were packed."""
        found = self._database.execute(f"SELECT id, parts {_THINGS}", (table, _most(table)))
        return ((id, unpacked(parts)) for id, parts in found)

    @cached_property
    def sources(self) -> Sources[Origin]:
        """Where all sources are from that are not of unknown origin; asked for after the last record was added."""
        found = self._database.execute("SELECT id, origin FROM things WHERE name = 'sources' AND origin IS NOT NULL")
        return Sources((id, Origin(origin)) for id, origin in found)

    @property
    def calendar(self) -> Days:
        """The days of announcements and occasions; each is read when it is asked for."""
        return StoredDays(self._days)

    @cached_property
    def disputed_outcomes(self) -> frozenset[OutcomePlace]:
        """The outcomes that one in another record contradicts; asked for after the last record was added."""
        found = self._database.execute("SELECT outcomes FROM things WHERE outcomes IS NOT NULL ORDER BY id")
        return disputed_across(each for (outcomes,) in found for each in unpacked_outcomes(outcomes))

    def _days(self, name: str, id: str) -> DayTable:
        row = self._database.execute("SELECT days FROM things WHERE name = ? AND id = ?", (name, id)).fetchone()
        found: DayTable = from_json(row[0]) if row and row[0] else {}
        return found

    def close(self) -> None:
        """Remove the database."""
        self._database.close()


class _StoredModels(Mapping[str, Model]):
    """The models of one kind by id, in the order of the ids; each is made when it is asked for."""

    def __init__(self, database: sqlite3.Connection, name: str) -> None:
        self._database, self._name = database, name

    def __getitem__(self, id: str) -> Model:
        row = self._database.execute("SELECT model FROM things WHERE name = ? AND id = ?", (self._name, id)).fetchone()
        if row is None:
            raise KeyError(id)
        if row[0] is None:
            raise LookupError(f"the model of {id} was not kept: no format has `model` among its parts")
        return ROOTS[self._name].model_validate(from_json(row[0]))

    def __iter__(self) -> Iterator[str]:
        return (id for (id,) in self._database.execute(f"SELECT id {_THINGS}", (self._name, _most(self._name))))

    def __len__(self) -> int:
        return sum(1 for _ in self)


def _most(table: str) -> int:
    """How many things there may be: one dataset; -1 for any number."""
    return 1 if table == "datasets" else -1
