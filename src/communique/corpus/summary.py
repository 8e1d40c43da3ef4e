"""The display of a corpus in a notebook: one line, or two small tables. The size does not depend on the corpus."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import TYPE_CHECKING

from ..models import RECORD_KINDS
from ..text.escaping import escape
from ..text.inflection import counted, plural
from .history import announcement_dating, day_words

if TYPE_CHECKING:
    from ..models import Announcement
    from .corpus import Corpus

_LISTED = 10
_LONGEST = 100
"""The maximum number of listed announcements, and of characters in a cell."""


def one_line(corpus: Corpus) -> str:
    """The number of records and definitions, by kind."""
    counts = _counts(corpus)
    records = ", ".join(counted(number, kind) for kind, number in counts.items() if number and kind in RECORD_KINDS)
    defined = ", ".join(counted(number, kind) for kind, number in counts.items() if number and kind not in RECORD_KINDS)
    total = counted(len(corpus.entries), "record")
    return f"Corpus({total}{': ' if records else ''}{records}{'; ' if defined else ''}{defined})"


def as_html(corpus: Corpus) -> str:
    """A table of the same numbers, and a table of the first announcements with their days."""
    counts = _counts(corpus)
    listed = list(islice(corpus.announcements.values(), _LISTED))
    more = len(corpus.announcements) - len(listed)
    tables = _table([plural(kind) for kind in counts], [[str(number) for number in counts.values()]])
    if listed:
        tables += _table(["day", "id", "title"], map(_cells, listed))
    return tables + (f"<p>and {counted(more, 'more announcement')}</p>" if more else "")


def _counts(corpus: Corpus) -> dict[str, int]:
    things = {kind: len(found) for kind, found in corpus.referable.items()}
    return things | {"registry": len(corpus.registries), "dataset": int(corpus.dataset is not None)}


def _cells(announcement: Announcement) -> list[str]:
    from ..models import main_text

    given = day_words(announcement_dating(announcement))
    return [given, announcement.id, main_text(announcement.title)]


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    return f"<table><thead>{_row('th', head)}</thead><tbody>{''.join(_row('td', row) for row in rows)}</tbody></table>"


def _row(tag: str, cells: Iterable[str]) -> str:
    from html import escape as escape_html

    return f"<tr>{''.join(f'<{tag}>{escape_html(escape(cell, _LONGEST))}</{tag}>' for cell in cells)}</tr>"
