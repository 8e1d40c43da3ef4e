"""The title of a row and its language."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ..adding.cell import language, line
from ..adding.remark import Remarks
from ..importing.cells import CellError
from ..lexicon.column_names import is_in_another_language
from ..text.characters import is_latin
from .scalars import fits_line

if TYPE_CHECKING:
    from .row import Row


class Heading(NamedTuple):
    """A title and the tag of its language; both empty if the row has none that can be taken."""

    title: str = ""
    language: str = ""


def heading_of(row: Row, remarks: Remarks, stated: str) -> Heading:
    """The title of a row, in the language that the row or the curator names, else in English if nothing is against it.

    What cannot be taken is noted.
    """
    column, cell = row.first("title")
    if not column:
        remarks.add(row.number, "", f"row {row.number} has no title", "every row needs one")
        return Heading()
    try:
        title = line(cell)
    except CellError as error:
        remarks.add(row.number, column, str(error), error.help)
        return Heading()
    if not fits_line(title):
        help = "it is empty, too long, or has signs that no text has"
        remarks.add(row.number, column, "the cell cannot be a title", help)
        return Heading()
    if not any(map(str.isalpha, title)):
        remarks.add(
            row.number, column, f"{title!r} is no title: it has no letters", "see whether it is a row of totals"
        )
        return Heading()
    row.take(column, "title", title)
    is_english = is_latin(title) and not is_in_another_language(column)
    tag = _stated_language(row) or stated or ("en" if is_english else "")
    if not tag:
        remarks.add(row.number, column, f"the language of {title!r} is not known", "use --language, such as zh-Hans")
    return Heading(title, tag) if tag else Heading()


def _stated_language(row: Row) -> str:
    """The tag in the column of languages; a cell with something else is kept."""
    column, cell = row.first("language")
    if not column:
        return ""
    try:
        tag = language(cell)
    except CellError:
        row.keep(column, cell, "no language tag, such as en or zh-Hans")
        return ""
    row.take(column, "title", tag, what="the language of the title")
    return tag
