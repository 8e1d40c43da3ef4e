"""The table that says which record defines what: a definition has a row of its own, whoever defines it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from ...models import ENTITY_FIELDS, Announcement, Model, Registry
from .cells import Cells
from .keys import targets
from .table import Column, Table

DEFINITIONS = "definitions"


@cache
def definitions_table() -> Table:
    """The table without rows."""
    defining = targets(["announcements", "registries"])
    columns = (
        Column("record_id", "string", "The id of the record that defines it.", defining, required=True),
        Column("defined_table", "string", "The table with what is defined.", required=True),
        Column("position", "integer", "The position in the list, counted from 1.", required=True),
        Column("defined_id", "string", "The id of what is defined.", targets(ENTITY_FIELDS), required=True),
    )
    key = ("record_id", "defined_table", "position")
    return Table(DEFINITIONS, "one definition of one record", columns, key=key)


def definition_rows(model: Model) -> Iterator[Cells]:
    """The rows of what the record defines."""
    for table, ids in defined_ids(model).items():
        for position, id in enumerate(ids, start=1):
            yield [str(model.id), table, position, str(id)]  # type: ignore[attr-defined]


def defined_ids(model: Model) -> dict[str, list[str]]:
    """The ids of what a record defines, by the names of their tables; nothing for anything but a record."""
    if not isinstance(model, Announcement | Registry):
        return {}
    return {table: [each.id for each in found] for table in ENTITY_FIELDS if (found := getattr(model, table, ()))}
