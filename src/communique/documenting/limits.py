"""The page about limits: how large what is read may be."""

from __future__ import annotations

from collections.abc import Iterator

from ..adding.link import LONGEST_LINE, MOST_LINKS
from ..drafting.article import MOST_CHARACTERS
from ..drafting.gathering import MOST_ITEMS
from ..importing import limits as importing
from ..reading import limits as reading
from ..text.characters import MAX_MARKS
from ..text.source_text import MAX_TEXT_BYTES
from .markdown import page, table

_HEAD = """# Limits

Whatever is read may come from anywhere. A file that is larger than this is refused in one line, and nothing is written;
a single cell or link is a finding with its row and column. Of a longer text, `communique draft` reads the beginning.

Only regular files are read: no folder, pipe or device."""

_LIMITS: dict[str, tuple[tuple[str, int, str], ...]] = {
    "Records": (
        ("a file", reading.MAX_BYTES, "bytes"),
        ("a file", reading.MAX_NODES, "values"),
        ("a file", reading.MAX_DEPTH, "levels in each other"),
        ("a text in it", reading.MAX_SCALAR, "characters"),
        ("the name of a field", reading.MAX_KEY, "characters"),
        ("a letter", MAX_MARKS, "combining marks"),
    ),
    "Source texts": (
        ("a file", MAX_TEXT_BYTES, "bytes"),
        ("what `draft` reads of it", MOST_CHARACTERS, "characters"),
        ("a draft", MOST_ITEMS, "items of a kind"),
    ),
    "Sheets, lists and libraries": (
        ("a file, and what a workbook unpacks to", importing.MAX_SHEET_BYTES, "bytes"),
        ("a sheet or a library", importing.MAX_SHEET_ROWS, "rows or references"),
        ("a sheet", importing.MAX_COLUMNS, "columns"),
        ("a sheet of a workbook", importing.MAX_MERGED, "merged areas"),
        ("a sheet of a workbook", importing.MAX_LINKS, "linked cells"),
        ("a cell", importing.MAX_CELL, "characters"),
        ("the styles of a workbook, or another part but its sheets and texts", importing.MAX_PART, "bytes"),
        ("the list of the parts of a workbook", importing.MAX_DIRECTORY, "bytes"),
        ("a library in JSON", importing.MAX_VALUES, "brackets and commas"),
        ("what `communique add` takes at once", MOST_LINKS, "rows or links"),
        ("a line with a link", LONGEST_LINE, "characters"),
    ),
    "Exports that are read back": (
        ("a file, and what a workbook unpacks to", importing.MAX_EXPORT, "bytes"),
        ("all tables", importing.MAX_ROWS, "rows"),
        ("a table", importing.MAX_COLUMNS, "columns"),
    ),
}


def pages() -> Iterator[tuple[str, str]]:
    """The page: path below the documentation folder, and text."""
    yield "reference/limits.md", page(_HEAD, *(_section(name, rows) for name, rows in _LIMITS.items()))


def _section(name: str, rows: tuple[tuple[str, int, str], ...]) -> str:
    return f"## {name}\n\n{table(('what', 'at most'), ((what, f'{most:,} {unit}') for what, most, unit in rows))}"
