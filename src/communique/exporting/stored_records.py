"""Records in a database on disk, so that an export needs little memory however many there are."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import islice
from typing import Any, NamedTuple

from pydantic_core import from_json, to_json

from ..corpus.corpus import Record
from ..corpus.provenance import Sources
from ..models import ENTITY_FIELDS, Model
from ..models.plain_data import given_data
from ..text.inflection import plural
from .earlier_export import ExportError
from .tables import ROOTS

_CREATE = """
CREATE TABLE things (kind TEXT, id TEXT, place TEXT, origin TEXT, data BLOB, PRIMARY KEY (kind, id)) WITHOUT ROWID
"""
_ADD = """
INSERT INTO things VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE
SET place = excluded.place, origin = excluded.origin, data = excluded.data WHERE excluded.place {} place
"""
# As in a corpus in memory, the first definition of an id counts, and the last record.
_ADD_DEFINITION, _ADD_RECORD = _ADD.format("<"), _ADD.format(">=")


class Origin(NamedTuple):
    """What is known of a source: the id of its original."""

    derived_from: str


class StoredRecords:
    """Records that are added one by one. The database is removed when it is closed, or when the process ends."""

    def __init__(self) -> None:
        self._database = sqlite3.connect("", isolation_level=None)  # a temporary file without a name
        self._database.execute(_CREATE)
        self._database.execute("BEGIN")

    def add(self, record: Record, place: str) -> None:
        """Add a record and what it defines. ``place`` is its place in the order of the corpus, as a sort key.

        Raises:
            ExportError: there is no room for it on the disk.
        """
        data = given_data(record)
        rows = [(name, each, place) for name in ENTITY_FIELDS for each in data.pop(name, ())]
        try:
            self._database.executemany(_ADD_DEFINITION, (_row(*row) for row in rows))
            self._database.execute(_ADD_RECORD, _row(plural(record.kind), data, place))
        except sqlite3.OperationalError as error:
            raise ExportError(f"cannot write to the folder of temporary files: {error}") from error

    @property
    def roots(self) -> Mapping[str, Mapping[str, Model]]:
        """Everything with its own table row, as in a corpus."""
        found: dict[str, Mapping[str, Model]] = {name: _StoredThings(self._database, name) for name in ROOTS}
        return {**found, "datasets": dict(islice(found["datasets"].items(), 1))}

    @cached_property
    def sources(self) -> Sources[Origin]:
        """The origins of all sources that have one; asked for after the last record was added."""
        found = self._database.execute("SELECT id, origin FROM things WHERE kind = 'sources' AND origin IS NOT NULL")
        return Sources((id, Origin(origin)) for id, origin in found)

    def close(self) -> None:
        """Remove the database."""
        self._database.close()


class _StoredThings(Mapping[str, Model]):
    """The things of one kind by id, in the order of the ids; each is made when it is asked for."""

    def __init__(self, database: sqlite3.Connection, kind: str) -> None:
        self._database, self._kind = database, kind

    def __getitem__(self, id: str) -> Model:
        if row := self._database.execute(
            "SELECT data FROM things WHERE kind = ? AND id = ?", (self._kind, id)
        ).fetchone():
            return ROOTS[self._kind].model_validate(from_json(row[0]))
        raise KeyError(id)

    def __iter__(self) -> Iterator[str]:
        return (
            id for (id,) in self._database.execute("SELECT id FROM things WHERE kind = ? ORDER BY id", (self._kind,))
        )

    def __len__(self) -> int:
        (count,) = self._database.execute("SELECT count(*) FROM things WHERE kind = ?", (self._kind,)).fetchone()
        return int(count)


def _row(kind: str, data: dict[str, Any], place: str) -> tuple[str, str, str, str | None, bytes]:
    return kind, data["id"], place, data.get("derived_from"), to_json(data)
