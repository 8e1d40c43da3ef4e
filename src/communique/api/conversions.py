"""Conversions: a corpus as files or as tables, and a record in another schema version."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from ..corpus.corpus import Corpus
from ..reading import read_bytes
from ..validation.discovery import StrPath
from ..validation.examination import structure_errors

if TYPE_CHECKING:
    from ..exporting.tables import Table


def export(corpus: Corpus, format: str | Iterable[str], to: StrPath, *, embed: bool = False) -> list[str]:
    """Write a corpus as ``json``, ``jsonl`` or ``csv`` (or several) to the folder ``to``, completely or not at all.

    Raises:
        communique.ExportError: the format is unknown, or the folder cannot be written. The folder was not changed.
    """
    from ..exporting import HeldThings
    from ..exporting import export as write_export

    formats = [format] if isinstance(format, str) else list(format)
    return write_export(HeldThings.of(corpus), formats, Path(to), embed=embed)


def tables(corpus: Corpus) -> dict[str, Table]:
    """A corpus as flat tables by name, ready for ``pandas.DataFrame`` or ``polars.DataFrame``.

    A table is a sequence of rows; a row is a dict that cannot be changed. ``table.columns`` has the name, the type and
    the meaning of each column. Dates are ``datetime.date``. The tables are built on the first call.

    Examples:
        >>> import communique
        >>> tables = communique.tables(communique.load("tests/examples/0.3.0"))
        >>> tables["occasions"][-1]["id"], tables["occasion_dates"][-1]["value_earliest"]
        ('waic-2025-vice-minister-session', datetime.date(2025, 7, 26))
        >>> [column.type for column in tables["dates"].columns if column.name in ("value_earliest", "shown")]
        ['date', 'boolean']
    """
    from ..exporting.corpus_tables import tables as all_tables

    return all_tables(corpus)


def migrate(content: bytes, to: str) -> bytes:
    """The content of a valid record file in another schema version. Only the differences of the versions are changed.

    Raises:
        communique.schemas.migrations.InexpressibleError: the other version cannot express the record, or a change
            would affect other parts of the file.
    """
    from ..schemas.migrations import InexpressibleError, migrated

    result = migrated(content, to)
    for error in structure_errors(read_bytes(result, "record"), is_version_chosen=True):
        raise InexpressibleError(f"schema {to} cannot express {error.pointer or 'the record'}: {error.message}")
    return result
