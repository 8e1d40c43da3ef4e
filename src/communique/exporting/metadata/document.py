"""The type of a file of metadata, and what it is made of."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from ...codelists import CODELISTS
from ...files.checksum import Digest
from ...text.json_text import file_content
from ..tables import Column, Table, Target
from .description import Description

_MEDIA_TYPES = {
    "csv": "text/csv",
    "atom": "application/atom+xml",
    "graphml": "application/graphml+xml",
    "ics": "text/calendar",
    "json": "application/json",
    "jsonl": "application/jsonl",
    "jsonld": "application/ld+json",
    "parquet": "application/vnd.apache.parquet",
    "sqlite": "application/vnd.sqlite3",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


class CsvFile(NamedTuple):
    """A file of the export with the rows of a table."""

    path: str
    table: Table
    digest: Digest


@dataclass(frozen=True)
class Contents:
    """What is in an export: its files by path, and the number of rows of each table.

    ``description`` is None if there is no dataset record.
    """

    description: Description | None
    tables: Mapping[str, Table]
    rows: Mapping[str, int]
    files: Mapping[str, Digest]

    @property
    def csv_files(self) -> Iterator[CsvFile]:
        """The CSV files, in the order of the tables; none if the export has none."""
        for name, table in self.tables.items():
            path = f"csv/{name}.csv"
            if path in self.files:
                yield CsvFile(path, table, self.files[path])

    def is_named(self, table: str, column: Column) -> bool:
        """Whether a foreign key names this column."""
        return Target(table, column.name) in self._named

    @cached_property
    def _named(self) -> set[Target]:
        return {target for each in self.tables.values() for other in each.columns for target in other.foreign_key}


class Document(NamedTuple):
    """A file of metadata: its path in the export, and what makes its content; None if too little is known for it."""

    path: str
    make: Callable[[Contents], bytes | None]


def codes(column: Column) -> list[str]:
    """The codes that the column may have; none if it has no codelist."""
    return [code.value for each in CODELISTS if each.list_name == column.codelist for code in each]


def media_type(path: str) -> str:
    """The media type of a file of the export."""
    return _MEDIA_TYPES.get(path.rpartition(".")[2], "application/octet-stream")


def known(**values: Any) -> dict[str, Any]:
    """The values that are known: neither None nor empty. A name that ends with ``_`` is written without it."""
    return {name.removesuffix("_"): value for name, value in values.items() if value not in (None, "", [], {}, ())}


def as_json(values: Mapping[str, Any]) -> bytes:
    """The content of a JSON file with these values."""
    return file_content(values)
