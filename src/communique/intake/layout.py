"""The type of a layout: how one kind of foreign data is read, and what its columns mean."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from ..codelists import RoleType
from ..importing.form import Form
from ..importing.notes import Notes
from ..importing.sheet import sheet
from ..importing.source_table import SourceTable

Cells = Mapping[str, Any]
"""The cells of a row that are not empty, by their columns."""

ANNOUNCEMENT, SOURCE = "announcement", "source"


def no_columns(cells: Cells) -> Mapping[str, str]:
    """The fields of a layout whose columns are known only from a mapping."""
    return {}


class Layout(NamedTuple):
    """What foreign data is called, and what becomes of it.

    ``gives`` is what each row becomes. ``signature`` has the columns by which the layout is recognised. ``fields``
    gives the field of each column of a row; ``dropped`` the reason why a column is not kept. Every other column is kept
    under ``extensions`` in ``namespace``. ``key`` is the column that tells the rows apart; ``prefix`` begins their ids.
    ``page`` is the address of the page about a row, with its key for the braces, and ``publisher`` is who publishes it.
    ``types`` are codes of sources by the words of the data, with that of all rows under an empty text. ``role`` is the
    part that an actor takes. If the data ``repeats`` a row for each of its details, rows with one key are one.
    """

    name: str
    title: str
    namespace: str
    gives: str
    suffixes: tuple[str, ...]
    signature: frozenset[str] = frozenset()
    fields: Callable[[Cells], Mapping[str, str]] = no_columns
    dropped: Mapping[str, str] = {}
    key: str = ""
    prefix: str = ""
    publisher: str = ""
    page: str = ""
    types: Mapping[str, str] = {}
    role: RoleType = RoleType.MENTIONED
    repeats: bool = False
    in_folder: tuple[str, ...] = ()
    read: Callable[[Path, Notes, Form], SourceTable] = sheet

    def files_at(self, path: Path) -> list[Path]:
        """The file with the rows: the path itself or one in a folder; none if it is of another kind."""
        if path.is_dir():
            return [path / name for name in self.in_folder if (path / name).is_file()]
        return [path] if path.suffix.lower() in self.suffixes else []

    def lacking(self, columns: Sequence[str]) -> list[str]:
        """The columns by which the layout is recognised that data with these columns does not have."""
        return sorted(self.signature - {*columns})

    def fits(self, columns: Sequence[str]) -> bool:
        """Whether data with these columns has this layout."""
        return not self.lacking(columns)


def always(fields: Mapping[str, str]) -> Callable[[Cells], Mapping[str, str]]:
    """The same fields for every row."""
    return lambda cells: fields
