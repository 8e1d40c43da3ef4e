"""A sheet that people keep by hand: one table with a header, in a CSV file or a workbook from anywhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from itertools import chain, islice
from pathlib import Path
from typing import Any

from .cell_links import Links, address_behind, link_in, links_of
from .cells import NoValue
from .csv_sheet import lines_of_text
from .form import OPEN, Form
from .limits import MAX_COLUMNS, MAX_SHEET_BYTES, MAX_SHEET_ROWS
from .merged_cells import MERGED, MergedCells, merged_cells
from .notes import Notes
from .reader import ImportFailedError
from .source_table import SourceTable
from .xlsx_reader import FORMULA, Unescape, cell_value, opened_workbook

TEXT_FILES = (".csv", ".tsv", ".txt", ".tab")
WORKBOOKS = (".xlsx", ".xlsm")
"""How the names of files end that are read as sheets."""
BEHIND = " (link)"
"""How the name of a column ends that has the addresses behind the cells of another one."""
_MOST_TITLES = 5
_FEWEST_NAMES = 2
"""Lines above the header that may say what the table is."""

Cell = str | int | float | bool | datetime | date | None
"""What a cell may hold, besides `cells.NoValue` for a formula or an error; None if it is empty."""


def sheet(path: Path, notes: Notes, form: Form = OPEN) -> SourceTable:
    """The header and the rows of a sheet, each with its number in the file; rows that are empty are left out.

    A CSV file may be in UTF-8, UTF-16 or UTF-32, with commas, semicolons or tabs; all its cells are texts. In a
    workbook, dates are `datetime`, or EDTF if the cell shows a month or a year; the addresses behind the cells of a
    column are a column of their own. A formula, an error and a merged cell are `cells.NoValue`: no formula is computed,
    and what a program has stored as its result is not taken. ``form`` names the sheet if there are several, another
    encoding of a text, and the row of the header if what is above it is no title. What is wrong with the header is
    noted, and so is a row of another length, which is left out.

    Raises:
        ImportFailedError: it cannot be read, is too large, has no header, or several sheets and none is named.
    """
    if path.suffix.lower() in WORKBOOKS:
        return _from_workbook(path, notes, form)
    if path.suffix.lower() not in TEXT_FILES:
        known = ", ".join((*TEXT_FILES, *WORKBOOKS))
        raise ImportFailedError(f"{path} is no sheet that can be read; the formats are {known}")
    if form.sheet:
        raise ImportFailedError(f"{path} is a text file, which has no sheets with names")
    lines = lines_of_text(path, form.encoding)
    table = _table(path.stem, str(path), lines, notes, form.header, is_ragged_when_short=True)
    return table._replace(form={"encoding": form.encoding} if form.encoding else {})


def _from_workbook(path: Path, notes: Notes, form: Form) -> SourceTable:
    with opened_workbook(path, MAX_SHEET_BYTES) as (book, unescape):
        found = _chosen(book, path, form.sheet)
        links = links_of(found.parent._archive, found._worksheet_path, f"{path}#{found.title}")
        lines = _lines(found, unescape, _merged(found, path), links)
        table = _table(found.title, f"{path}#{found.title}", lines, notes, form.header, is_ragged_when_short=False)
        others = [each for each in book.sheetnames if each != found.title]
        names = {"sheet": found.title, **({"sheets that are not read": ", ".join(others)} if others else {})}
        return _with_links(table, links)._replace(form=names)


def _chosen(book: Any, path: Path, name: str) -> Any:
    """The sheet with the name, or the only one that is not empty."""
    sheets = {each.title: each for each in book.worksheets}
    if name and name not in sheets:
        raise ImportFailedError(f"{path} has no sheet {name!r}; it has {', '.join(sheets)}")
    wanted = [name] if name else [*sheets]
    filled = [title for title in wanted if _is_filled(sheets[title])] if len(wanted) > 1 else wanted
    if len(filled) > 1:
        raise ImportFailedError(f"{path} has several sheets: {', '.join(filled)}; name the one to read with --sheet")
    if not filled:
        raise ImportFailedError(f"{path} is empty")
    sheets[filled[0]].reset_dimensions()  # what the file says of its size may be wrong
    return sheets[filled[0]]


def _is_filled(found: Any) -> bool:
    found.reset_dimensions()
    rows = islice(found.iter_rows(max_col=MAX_COLUMNS, values_only=True), MAX_SHEET_ROWS)
    return any(value is not None for row in rows for value in row)


def _merged(found: Any, path: Path) -> MergedCells:
    with found._get_source() as part:  # openpyxl gives no areas of a sheet that it reads row by row
        return merged_cells(part, f"{path}#{found.title}")


def _lines(found: Any, unescape: Unescape, merged: MergedCells, links: Links) -> Iterator[tuple[int, list[Any]]]:
    """The cells of each row; the addresses of formulas that are links are added to ``links``."""
    for number, cells in enumerate(found.iter_rows(max_col=MAX_COLUMNS + 1), start=1):
        values = [_plain(cell_value(cell, unescape)) for cell in cells]
        for place, value in enumerate(values):
            if value is FORMULA and (linked := link_in(cells[place].value)):
                url, values[place] = linked
                links.setdefault(number, {})[place] = url
        yield number, merged.marked(number, values)


def _with_links(table: SourceTable, links: Links) -> SourceTable:
    """The table with a further column for each one that has addresses behind its cells, unless the cells show them."""
    rows = [*table.rows]
    found: dict[int, dict[int, Any]] = {}
    for number, cells in rows:
        for place, url in links.get(number, {}).items():
            if place < len(cells) and cells[place] is not None and not _is_shown(url, cells[place]):
                found.setdefault(place, {})[number] = address_behind(url)
    named = {
        place: _free(f"{table.columns[place]}{BEHIND}", table.columns)
        for place in sorted(found)
        if table.columns[place]
    }
    return table._replace(
        columns=[*table.columns, *named.values()],
        rows=[(number, [*cells, *(found[place].get(number) for place in named)]) for number, cells in rows],
        behind={name: table.columns[place] for place, name in named.items()},
    )


def _is_shown(url: str, cell: Any) -> bool:
    """Whether the cell shows where its link leads, as programs link each address that is typed."""
    shown = str(cell).rstrip("/")
    return shown in (bare := url.rstrip("/"), bare.partition("://")[2], bare.removeprefix("mailto:"))


def _free(name: str, columns: Sequence[str]) -> str:
    while name in columns:
        name += "*"
    return name


def _plain(value: Any) -> Any:
    """The value of a cell; a text without spaces at its ends, as in a text file."""
    return value.strip() if isinstance(value, str) else value


def _table(
    name: str,
    path: str,
    lines: Iterable[tuple[int, Sequence[Any]]],
    notes: Notes,
    header: int,
    *,
    is_ragged_when_short: bool,
) -> SourceTable:
    """The table of these lines. Its header is the one of this number, or else the first that is not empty and no
    title."""
    counted = ((number, cells) for number, cells in _at_most(lines, path) if number >= header)
    filled = [*islice(((number, cells) for number, cells in counted if not _is_empty(cells)), _MOST_TITLES + 1)]
    if not filled:
        raise ImportFailedError(f"{path} is empty; its first row has to name the columns")
    width = max(len(_trimmed(cells)) for _, cells in filled)
    if header and filled[0][0] != header:
        raise ImportFailedError(f"{path} has nothing in row {header}, which --header-row names")
    place = next((place for place, (_, cells) in enumerate(filled) if header or not _is_title(cells, width)), 0)
    header_line, first = filled[place]
    columns = [_named(cell) for cell in _trimmed(first)]
    table = SourceTable(name, path, columns, (), is_grid=True, header=header_line)
    _check_header(table, header_line, first, notes)
    rows, refused = list[tuple[int, Sequence[Any]]](), list[int]()
    for number, cells in chain(filled[place + 1 :], counted):
        if _is_empty(cells):
            continue
        kept, width = _trimmed(cells), len(columns)
        if len(kept) > width or (is_ragged_when_short and len(cells) < width):
            found = f"{table.name}, row {number}: it has {len(cells)} cells, and the header {len(first)}"
            help = "give it as many cells as the header, and put a cell that contains a separator in quotes"
            notes.add(found, table.origin(number, min(len(kept), width)), help)
            refused.append(number)
            continue
        rows.append((number, [None if each == "" else each for each in (*kept[:width], *[None] * (width - len(kept)))]))
    return table._replace(rows=rows, refused=refused)


def _is_title(cells: Sequence[Any], width: int) -> bool:
    """Whether only one cell has a value, but several in other lines, as above a table to say what it is."""
    return width > 1 and sum(each not in (None, "", MERGED) for each in cells) < _FEWEST_NAMES


def _at_most(lines: Iterable[tuple[int, Sequence[Any]]], path: str) -> Iterator[tuple[int, Sequence[Any]]]:
    for place, each in enumerate(lines):
        if place > MAX_SHEET_ROWS:
            raise ImportFailedError(f"{path} has too many rows: more than {MAX_SHEET_ROWS:,}; divide it")
        yield each


def _check_header(table: SourceTable, line: int, cells: Sequence[Any], notes: Notes) -> None:
    if len(table.columns) > MAX_COLUMNS:
        raise ImportFailedError(f"{table.path} has too many columns: more than {MAX_COLUMNS}")
    often = {name for name, count in Counter(map(str.casefold, filter(None, table.columns))).items() if count > 1}
    for place, name in enumerate(table.columns):
        where = f"{table.name}, row {line}"
        if not name:
            found = f", but {cells[place].found}" if isinstance(cells[place], NoValue) else ""
            message = f"{where}: column {place + 1} has no name{found}"
            notes.add(message, table.origin(line, place), "name it, or delete it")
        elif name.casefold() in often:
            help = "rename one of them, or delete it"
            notes.add(f"{where}: there are several columns {name!r}", table.origin(line, place), help)


def _named(cell: Any) -> str:
    return "" if cell is None or isinstance(cell, NoValue) else " ".join(str(cell).split())


def _is_empty(cells: Sequence[Any]) -> bool:
    return all(each is None or each == "" for each in cells)


def _trimmed(cells: Sequence[Any]) -> Sequence[Any]:
    """The cells without empty ones at the end."""
    end = len(cells)
    while end and cells[end - 1] in (None, ""):
        end -= 1
    return cells[:end]
