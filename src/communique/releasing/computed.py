"""Values that are computed from several records, so that they may change where no field of a thing did."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from ..corpus.record_changes import changes
from ..importing.csv_reader import long_cells
from .delta import Json, ThingChanges
from .edition import Edition, ReleaseError

COMPUTED = "announcements_flat"
"""The table that has them, with a row for each announcement."""

_PATH = f"csv/{COMPUTED}.csv"


def _truth(cell: str) -> bool:
    return cell == "true"


_COLUMNS: Mapping[str, Callable[[str], Any]] = {
    "day": str,
    "day_competes": _truth,
    "sources_at_least": int,
    "sources_at_most": int,
    "stages": str,
    "disputed": _truth,
}
"""The columns with what is computed, and what reads their cells."""


def computed_changes(old: Edition, new: Edition) -> Iterator[ThingChanges]:
    """Each announcement that is in both editions, of which something is computed in another way.

    Nothing, if one of them has no such table.

    Raises:
        ReleaseError: a table is damaged.
    """
    before = _values(old)
    for id, values in _values(new).items():
        if id in before and (found := changes(before[id], values)):
            yield ThingChanges(COMPUTED, id, before[id], values, found)


def _values(edition: Edition) -> dict[str, Json]:
    """What is computed of each announcement, by its id, without empty cells."""
    content = edition.content(_PATH)
    if content is None:
        return {}
    try:
        with long_cells():
            rows = csv.DictReader(io.StringIO(content.decode(), newline=""), strict=True)
            return {row["id"]: _of(row) for row in rows}
    except (csv.Error, ValueError, KeyError) as error:
        raise ReleaseError(f"{edition.name}: {_PATH} is not the table of an export: {error}") from error


def _of(row: Mapping[str, str]) -> Json:
    return {name: read(row[name]) for name, read in _COLUMNS.items() if row.get(name)}
