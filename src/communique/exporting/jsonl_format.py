"""JSON Lines: one file per kind of thing, one thing per line; and one file per view, one row per line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from .format import Format, Piece
from .nested import LISTS, items
from .table_exporter import TABLE_PARTS, TableExporter
from .tables import Cells, Table
from .thing import Thing
from .views import VIEWS

_DATASETS = "datasets"
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=str).encode  # a date as text


class JsonLines(TableExporter):
    """Writes each thing as a line of the file of its kind. Of the tables, which repeat the things, only views."""

    def begin(self) -> Iterator[Piece]:
        """Every file, which may stay empty."""
        yield from ((_path(name), b"") for name in (*LISTS, _DATASETS, *VIEWS))

    def add(self, thing: Thing) -> Iterator[Piece]:
        """A line for the thing, and for each of its assertions."""
        for name, values in items(thing):
            yield _path(name), _lines(values)
        if thing.table == _DATASETS:
            yield _path(_DATASETS), _lines([thing.data])

    def write(self, table: Table, rows: Sequence[Cells]) -> Iterator[Piece]:
        """A line for each row of a view, in which every column has a value or null."""
        if table.name in VIEWS:
            names = [column.name for column in table.columns]
            yield _path(table.name), _lines(dict(zip(names, row, strict=True)) for row in rows)


def _path(name: str) -> str:
    return f"jsonl/{name}.jsonl"


def _lines(values: Iterable[Mapping[str, Any]]) -> bytes:
    return "".join(f"{_encode(value)}\n" for value in values).encode("utf-8")


FORMAT = Format("jsonl", JsonLines, ("plain", "definitions", *TABLE_PARTS))
