"""Parquet: a folder with one file per table."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .gathering import ImportedRecord
from .limits import MAX_EXPORT, MAX_ROWS
from .notes import Notes
from .reader import ImportFailedError, Reader, folder_finder
from .source_table import SourceTable
from .table_files import expected_tables, refuse_large
from .table_import import records_of

if TYPE_CHECKING:
    from pyarrow.parquet import ParquetFile

_BATCH = 5_000


def _read(folder: Path, notes: Notes) -> list[ImportedRecord]:
    try:
        from pyarrow.lib import ArrowException
    except ImportError as error:
        raise ImportFailedError("parquet needs the library pyarrow: pip install 'communique[parquet]'") from error
    try:
        names = expected_tables(folder, "parquet")
        return records_of((_table(name, folder / f"{name}.parquet") for name in names), notes)
    except (ArrowException, OSError) as error:
        raise ImportFailedError(f"{folder} has a damaged Parquet file: {error}") from error


def _table(name: str, path: Path) -> SourceTable:
    from pyarrow.parquet import ParquetFile

    refuse_large(path)
    file = ParquetFile(path)
    size = sum(file.metadata.row_group(at).total_byte_size for at in range(file.metadata.num_row_groups))
    if file.metadata.num_rows > MAX_ROWS or size > MAX_EXPORT:
        raise ImportFailedError(f"{path} is too large: more than {MAX_ROWS:,} rows, or {MAX_EXPORT:,} bytes")
    return SourceTable(name, str(path), file.schema_arrow.names, _rows(file), is_grid=True)


def _rows(file: ParquetFile) -> Iterator[tuple[int, list[Any]]]:
    rows = (row for batch in file.iter_batches(_BATCH) for row in zip(*batch.to_pydict().values(), strict=True))
    return ((number, [*row]) for number, row in enumerate(rows, start=1))


READER = Reader("parquet", folder_finder("parquet", "announcements.parquet"), _read)
