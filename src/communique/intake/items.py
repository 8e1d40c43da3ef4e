"""Items with fields of their own, as the rows of a table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from ..importing.cells import TOO_LONG, short_enough
from ..importing.limits import MAX_SHEET_ROWS
from ..importing.reader import ImportFailedError
from ..importing.source_table import SourceTable


def table_of(path: Path, items: Iterable[tuple[int, Mapping[str, Any]]]) -> SourceTable:
    """The table with a row for each item, which has the number of its line, and a column for each field.

    Raises:
        ImportFailedError: there are too many items.
    """
    found = list[tuple[int, Mapping[str, Any]]]()
    for each in items:
        if len(found) >= MAX_SHEET_ROWS:
            raise ImportFailedError(f"{path} has too many references: more than {MAX_SHEET_ROWS:,}; divide it")
        found.append(each)
    columns = [*dict.fromkeys(name for _, item in found for name in item)]
    rows = [(line, [_checked(item.get(column)) for column in columns]) for line, item in found]
    return SourceTable(path.stem, str(path), columns, rows)


def _checked(value: Any) -> Any:
    return TOO_LONG if isinstance(value, str) and not short_enough(value) else value
