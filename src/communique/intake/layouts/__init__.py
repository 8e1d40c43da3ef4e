"""The layouts that are known; each module has one or more."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any

from ...files.package_modules import values_in
from ...importing.form import OPEN, Form
from ...importing.notes import Notes
from ...importing.reader import ImportFailedError
from ...importing.sheet import WORKBOOKS
from ...importing.source_table import SourceTable
from ..layout import Layout

LAYOUTS: tuple[Layout, ...] = tuple(values_in(sys.modules[__name__], Layout))

NAMES: tuple[str, ...] = tuple(sorted({each.name for each in LAYOUTS}))

_BY_NAME: Mapping[str, tuple[Layout, ...]] = MappingProxyType(
    {name: tuple(each for each in LAYOUTS if each.name == name) for name in NAMES}
)


def read_as(name: str, path: Path, notes: Notes, form: Form = OPEN) -> tuple[Layout, SourceTable]:
    """The layout with this name that the file has, and the rows of the file; ``form`` says what it leaves open.

    Raises:
        ImportFailedError: the file cannot be read, or does not have the columns of the layout.
    """
    layouts = _BY_NAME[name]
    several = [file.name for each in layouts for file in each.files_at(path)]
    if path.is_dir() and len(several) > 1:
        raise ImportFailedError(f"{path} has several files that can be taken: {', '.join(several)}; name one of them")
    lacking: list[list[str]] = []
    for layout in layouts:
        for file in layout.files_at(path):
            table = layout.read(file, notes, form)
            if layout.fits(table.columns):
                return layout, table._replace(rows=[*table.rows])
            lacking.append(layout.lacking(table.columns))
    if not several:
        suffixes = ", ".join(dict.fromkeys(suffix for each in layouts for suffix in each.suffixes))
        raise ImportFailedError(f"{path} is not {layouts[0].title}; the formats are {suffixes}")
    fewest = min(lacking, key=len)
    raise ImportFailedError(f"{path} does not have all columns of {layouts[0].title}; missing: {', '.join(fewest)}")


def recognised(path: Path, form: Form = OPEN) -> str:
    """The name of the only layout that a file or folder has for certain; empty if there is none.

    A workbook has none: it may be an export of records, and takes long to read.
    """
    columns = _Columns(form)
    found = {
        each.name
        for each in LAYOUTS
        for file in each.files_at(path)
        if each.signature and file.suffix.lower() not in WORKBOOKS and each.fits(columns.of(each, file))
    }
    return found.pop() if len(found) == 1 else ""


def nearly(path: Path, form: Form = OPEN) -> str:
    """What a file lacks to be recognised, if it has most of the columns of a layout; empty if it has not."""
    columns = _Columns(form)
    found = [
        (len(missing), each.name, missing)
        for each in LAYOUTS
        for file in each.files_at(path)
        if len(each.signature) > 1 and file.suffix.lower() not in WORKBOOKS
        if len(missing := each.lacking(columns.of(each, file))) * 2 < len(each.signature)
    ]
    return f"for {min(found)[1]} it lacks: {', '.join(min(found)[2])}" if found else ""


class _Columns:
    """The columns of files, each of which is read once in each way."""

    def __init__(self, form: Form) -> None:
        self._form = form
        self._known: dict[tuple[Any, Path], Sequence[str]] = {}

    def of(self, layout: Layout, file: Path) -> Sequence[str]:
        """The columns; none if the file cannot be read."""
        way = (layout.read, file)
        if way not in self._known:
            try:
                self._known[way] = layout.read(file, Notes(), self._form).columns
            except ImportFailedError:
                self._known[way] = ()
        return self._known[way]
