"""JSON Lines: a folder with one file per kind of thing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ..errors import reason
from ..exporting.tables import DEFINITIONS
from ..exporting.tables.plan import ROOTS
from ..reading.limits import MAX_BYTES
from ..text.lines import Position
from .gathering import ImportedRecord
from .limits import MAX_ROWS
from .nested_import import Item, records_of
from .notes import Notes
from .origin import Origin
from .reader import ImportFailedError, Reader, folder_finder
from .table_files import opened


def _read(folder: Path, notes: Notes) -> list[ImportedRecord]:
    return records_of(_items(folder), notes)


def _items(folder: Path) -> Iterator[Item]:
    count = 0
    for name in (*ROOTS, DEFINITIONS):
        path = folder / f"{name}.jsonl"
        if not path.is_file():
            raise ImportFailedError(f"{folder} has no {path.name}; export again")
        for number, line in _lines(path):
            if (count := count + 1) > MAX_ROWS:
                raise ImportFailedError(f"{folder} has more than {MAX_ROWS:,} lines")
            yield Item(name, line, Origin(str(path), Position(number, 1)))


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    """The lines that are not empty, of each no more than shows that it is too long for a record."""
    try:
        with opened(path) as file:
            number = 0
            while line := file.readline(MAX_BYTES + 1):
                number += 1
                while not line.endswith("\n") and (rest := file.readline(MAX_BYTES)):
                    line = line[: MAX_BYTES + 1] + rest[-1:]
                if line.strip():
                    yield number, line
    except UnicodeDecodeError as error:
        raise ImportFailedError(f"{path} is not in UTF-8: {error}") from error
    except OSError as error:
        raise ImportFailedError(f"cannot read {path}: {reason(error)}") from error


READER = Reader("jsonl", folder_finder("jsonl", "announcements.jsonl"), _read)
