"""The rows of the tables as nodes of linked data, in terms of the project's own: the names of tables and columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple
from urllib.parse import quote

from ..lazy import lazy_pattern
from ..text.inflection import singular
from .tables import ROOTS, Cells, Column, Table

Node = dict[str, Any]

_EXACT_DAY = lazy_pattern(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_DERIVED = ("_earliest", "_latest", "_precision", "_qualifier", "_language")
# The columns whose table another column names.
_TABLE_OF = {"parent_key": "parent_table", "compatible_with_key": "parent_table", "assertion_key": "assertion_table"}


def node_of(id: str) -> Node:
    """The reference to a record or a definition. Their ids are unique in a corpus."""
    return {"@id": f"#{quote(id)}"}


def keyed(table: str, key: str) -> Node:
    """The reference to a row."""
    return node_of(key) if table in ROOTS else {"@id": f"#{table}/{quote(key)}"}


def date(value: str) -> Node:
    """A date: an exact day as a day, anything else as EDTF, of which the Library of Congress has a datatype."""
    return {"@value": value, "@type": "xsd:date" if _EXACT_DAY.fullmatch(value) else "edtf:EDTF"}


def in_languages(texts: Mapping[str, str]) -> list[Node]:
    """A text in every language."""
    return [{"@value": text, "@language": language} for language, text in texts.items()]


def term(name: str) -> str:
    """A column as a property."""
    return f"cq:{name}"


def class_of(table: str) -> str:
    """A table as a class, such as `cq:OtherName`."""
    return term("".join(part.title() for part in singular(table).split("_")))


class RowNodes:
    """Makes nodes of the rows of a table.

    What is computed from another column is left out, and so is a text that is in the table of texts.
    """

    def __init__(self, table: Table) -> None:
        self._table = table
        self._names = [column.name for column in table.columns]
        self._values = [_Value.of(column, self._names) for column in table.columns if not self._is_left_out(column)]

    def of(self, rows: Sequence[Cells]) -> Iterator[Node]:
        """A node for each row. A row of a list is a property of what the list belongs to."""
        for cells in rows:
            row = dict(zip(self._names, cells, strict=True))
            yield self._text(row) if self._table.name == "texts" else self._node(row)

    def _is_left_out(self, column: Column) -> bool:
        if f"{column.name}_language" in self._names:
            return True
        return any(
            column.name.removesuffix(suffix) in self._names for suffix in _DERIVED if column.name.endswith(suffix)
        )

    def _text(self, row: Mapping[str, Any]) -> Node:
        text = {"@value": row["text"], "@language": row["language"]}
        return {**keyed(row["parent_table"], row["parent_key"]), term(row["field"]): text}

    def _node(self, row: Mapping[str, Any]) -> Node:
        found = {term(each.column.name): each.in_row(row) for each in self._values if row[each.column.name] is not None}
        if self._is_list:
            parent, _, item = self._names
            return {**found[term(parent)], term(item): found[term(item)]}
        own = keyed(self._table.name, row[self._table.key[0]]) if len(self._table.key) == 1 else {}
        return {**own, "@type": class_of(self._table.name), **found}

    @property
    def _is_list(self) -> bool:
        """Whether a row is only an item of a list."""
        return len(self._names) == 3 and self._names[1] == "position" and bool(self._table.columns[0].foreign_key)


class _Value(NamedTuple):
    """The values of a column. ``is_date`` is true if they are dates in EDTF."""

    column: Column
    is_date: bool

    @classmethod
    def of(cls, column: Column, names: Sequence[str]) -> _Value:
        return cls(column, f"{column.name}_earliest" in names)

    def in_row(self, row: Mapping[str, Any]) -> Any:
        value = row[self.column.name]
        if self.column.type == "date":
            return date(value.isoformat())
        if self.is_date:
            return date(value)
        if self.column.name in _TABLE_OF:
            return keyed(row[_TABLE_OF[self.column.name]], value)
        targets = self.column.targets
        if targets and all(target.column in ("id", "key") for target in targets):
            return keyed(targets[0].table, value)
        return value
