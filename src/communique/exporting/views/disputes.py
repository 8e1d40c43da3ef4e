"""One row for each value that another one contradicts, or that the curator calls disputed."""

from __future__ import annotations

from collections.abc import Iterator

from ..tables import Column, Table, Target, empty_tables
from .shared_columns import DISPUTED, is_disputed
from .view import View, taken

_AFTER_THE_VALUE = {"as_of", "question"}
_NO_VALUE = {"key", "announcement_id", "record_id", "parent_table", "parent_key", "measure_key"}
_OF_ANOTHER = ("_earliest", "_latest", "_precision", "_qualifier", "_language", "_number")
_TAKEN = ("question", "rank", "confidence", "shown")
_COUNTS = ("sources_at_least", "sources_at_most", "contradicting_sources_at_least", "contradicting_sources_at_most")

_COLUMNS = (
    Column(
        "announcement_id", "string", "The announcement that says so, if it is one.", (Target("announcements", "id"),)
    ),
    Column("assertion_table", "string", "The table of the value.", required=True),
    Column("assertion_key", "string", "Its key in that table.", required=True),
    Column("value", "string", "What it says: the fields that are given, with semicolons between them.", required=True),
    *(taken("dates", name) for name in _TAKEN),
    DISPUTED._replace(description=f"{DISPUTED.description} If it is false, one of the values is preferred."),
    *(taken("dates", name) for name in _COUNTS),
    taken("dates", "note"),
)


def _values(table: Table) -> str:
    """The SQL for the fields of an assertion with their names."""
    fields = "".join(f""" || coalesce('; {name}: ' || "{name}", '')""" for name in _fields(table))
    return f"ltrim(''{fields}, '; ')"


def _fields(table: Table) -> Iterator[str]:
    for column in table.columns:
        if column.name in _AFTER_THE_VALUE:
            return
        if column.name not in _NO_VALUE and not column.name.endswith(_OF_ANOTHER):
            yield column.name


def _announcement(table: Table) -> str:
    names = {column.name for column in table.columns}
    if "measure_key" in names:
        return "(SELECT announcement_id FROM measures WHERE measures.key = measure_key)"
    return "announcement_id" if "announcement_id" in names else "NULL"


def _of(table: Table) -> str:
    name = table.name
    return f"""SELECT {_announcement(table)} AS announcement_id, '{name}' AS assertion_table, key AS assertion_key,
  {_values(table)} AS value, {", ".join(_TAKEN)}, {is_disputed(name)} AS disputed, {", ".join(_COUNTS)}, note
FROM "{name}" WHERE contradicting_sources_at_most > 0 OR shown AND {is_disputed(name)}"""


_ASSERTIONS = [each for each in empty_tables().values() if "competes" in {column.name for column in each.columns}]
_QUERY = " UNION ALL ".join(map(_of, _ASSERTIONS)) + " ORDER BY announcement_id, assertion_table, value, assertion_key"

VIEW = View(
    "disputes",
    "one value that another contradicts, or that is called disputed",
    _COLUMNS,
    key=("assertion_table", "assertion_key"),
    query=_QUERY,
)
