"""The columns of the tables of an edition, and whether those who read it can read the next one as before."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from ..schemas.comparison import Change, Level
from .edition import Edition, ReleaseError

Columns = Mapping[str, str]
"""The types of the columns of a table, by their names, in their order."""

_DESCRIPTION = "datapackage.json"


def tables_of(edition: Edition) -> dict[str, Columns]:
    """The columns of each CSV table, as `datapackage.json` describes them.

    Raises:
        ReleaseError: there is no such file, or it is no description of tables.
    """
    content = edition.content(_DESCRIPTION)
    if content is None:
        raise ReleaseError(
            f"{edition.name} has no {_DESCRIPTION}, so nobody can say whether its columns stay; export the earlier "
            "version again with --format csv,jsonl,metadata"
        )
    try:
        return {str(each["name"]): _columns(each["schema"]["fields"]) for each in json.loads(content)["resources"]}
    except (ValueError, LookupError, TypeError, RecursionError) as error:
        raise ReleaseError(f"{edition.name}: {_DESCRIPTION} does not describe tables") from error


def _columns(fields: list[dict[str, Any]]) -> Columns:
    return {str(each["name"]): str(each["type"]) for each in fields}


def column_changes(old: Mapping[str, Columns], new: Mapping[str, Columns]) -> Iterator[Change]:
    """Each table and column that is new, and each that somebody who reads the old ones misses.

    Many programs read columns by their places. So the old columns come first, in the old order.
    """
    for table in old.keys() - new.keys():
        yield Change(Level.MAJOR, f"table `{table}`", "removed")
    for table in new.keys() - old.keys():
        yield Change(Level.MINOR, f"table `{table}`", "added")
    for table in old.keys() & new.keys():
        yield from _changes(table, old[table], new[table])


def _changes(table: str, old: Columns, new: Columns) -> Iterator[Change]:
    kept = [name for name in old if name in new]
    for name in old.keys() - new.keys():
        yield _change(Level.MAJOR, table, name, "removed")
    for name in kept:
        if old[name] != new[name]:
            yield _change(Level.MAJOR, table, name, f"was {old[name]}, is {new[name]}")
    order = [name for name in new if name in old]
    for name in [name for name, other in zip(kept, order, strict=True) if name != other][:1]:
        yield _change(Level.MAJOR, table, name, "moved to another place")
    last = max((place for place, name in enumerate(new) if name in old), default=-1)
    for place, name in enumerate(new):
        if name not in old:
            is_last = place > last
            what = "added" if is_last else "added before columns that were there"
            yield _change(Level.MINOR if is_last else Level.MAJOR, table, name, what)


def _change(level: Level, table: str, column: str, what: str) -> Change:
    return Change(level, f"column `{column}` of table `{table}`", what)
