"""The files of tables that an export wrote to a folder."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TextIO

from ..errors import reason
from ..exporting.tables import DEFINITIONS
from ..exporting.tables.plan import plans
from ..files.regular_file import open_regular
from .limits import MAX_EXPORT
from .reader import ImportFailedError

READ_TABLES = (*plans(), DEFINITIONS)
"""The tables that are read back; the others follow from them."""


def expected_tables(folder: Path, suffix: str) -> tuple[str, ...]:
    """The names of the tables, each of which has a file in the folder.

    Raises:
        ImportFailedError: a file is missing: without it, everything in it would count as deleted.
    """
    missing = [name for name in READ_TABLES if not (folder / f"{name}.{suffix}").is_file()]
    if missing:
        more = f" and {len(missing) - 1} more" if len(missing) > 1 else ""
        raise ImportFailedError(f"{folder} has no {missing[0]}.{suffix}{more}; export again")
    return READ_TABLES


def refuse_large(path: Path) -> None:
    """Refuse a file that cannot be read, or that is too large.

    Raises:
        ImportFailedError: it is one of these.
    """
    try:
        handle = open_regular(path)
        try:
            size = os.fstat(handle).st_size
        finally:
            os.close(handle)
    except OSError as error:
        raise ImportFailedError(f"cannot read {path}: {reason(error)}") from error
    if size > MAX_EXPORT:
        raise ImportFailedError(f"{path} is larger than {MAX_EXPORT:,} bytes")


def opened(path: Path) -> TextIO:
    """A text file in UTF-8, with or without a byte order mark, whose line breaks stay as they are."""
    refuse_large(path)
    return path.open(encoding="utf-8-sig", newline="")
