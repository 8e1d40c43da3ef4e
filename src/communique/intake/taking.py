"""Takes foreign data in: reads it, makes drafts or sources of it, and says what is lost."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from ..adding.cell import REQUIRED
from ..adding.mapping import ColumnMapping, mapping_for
from ..adding.remark import Remarks
from ..diagnostics.finding import Finding
from ..importing.form import OPEN, Form
from ..importing.notes import Notes
from ..importing.reader import ImportFailedError
from ..importing.source_table import SourceTable
from .announcements import Announcements
from .days import Days
from .known import Known
from .layout import ANNOUNCEMENT, Layout
from .layouts import read_as
from .library import Library
from .losses import Losses
from .row import rows_of

if TYPE_CHECKING:
    from ..corpus.corpus import Corpus


_NO_TITLE = (
    "{path}: no column is taken for the title; write the field title into {mapping} for the right one "
    "(--write-mapping begins that file){header}"
)


def _header(table: SourceTable) -> str:
    """What else to do if the names of the columns are in another row."""
    return f"; row {table.header} is taken for the names of the columns, and --header-row names another one"


class Wishes(NamedTuple):
    """What the curator says: the form of the file, the file with the mapping of columns, the type of the pages whose
    type is not known, the language of the titles, and the order of day, month and year, as DMY or MDY."""

    form: Form = OPEN
    mapping: str = ""
    source_type: str = ""
    language: str = ""
    date_order: str = ""


@dataclass
class Taken:
    """What was taken in: announcements, or sources with what is kept beside them, by their ids.

    ``known`` has the ids of what the corpus has already, ``unnamed`` the names that no actor has, and ``findings`` what
    cannot be taken. ``doubtful`` says which rows may be about what a record is about. ``ids`` are all that are taken.
    ``mapping`` is that of a sheet.
    ``changed`` are the files of drafts whose rows have changed, with their contents before and after.
    """

    layout: Layout
    losses: Losses
    findings: Sequence[Finding]
    mapping: ColumnMapping | None = None
    announcements: Sequence[dict[str, Any]] = ()
    sources: Sequence[dict[str, Any]] = ()
    kept: Mapping[str, Any] = field(default_factory=dict)
    known: Sequence[str] = ()
    unnamed: Sequence[str] = ()
    doubtful: Sequence[str] = ()
    ids: Collection[str] = ()
    changed: Mapping[Path, tuple[bytes, bytes]] = field(default_factory=dict)


def taken(name: str, path: Path, corpus: Corpus, wishes: Wishes) -> Taken:
    """Take in a file of the layout with this name, for a corpus.

    Raises:
        ImportFailedError: it cannot be read, or has other columns.
        communique.adding.mapping.MappingError: the mapping cannot be read.
    """
    notes = Notes()
    layout, table = read_as(name, path, notes, wishes.form)
    if not table.rows and not notes.findings:
        raise ImportFailedError(f"{path} has no rows")
    mapping = None
    if layout.gives == ANNOUNCEMENT and not layout.signature:
        mapping_path = Path(wishes.mapping) if wishes.mapping else path.with_suffix(".mapping.toml")
        mapping = mapping_for(ANNOUNCEMENT, table.columns, mapping_path, str(path), table.behind)
        if REQUIRED[ANNOUNCEMENT] not in mapping.fields.values():
            raise ImportFailedError(_NO_TITLE.format(path=path, mapping=mapping.path, header=_header(table)))
    losses, remarks = Losses(layout.title, path.name, table), Remarks(table.path, notes)
    known = Known(corpus, layout.namespace, wishes.source_type)
    found = Taken(layout, losses, (), mapping)
    rows = rows_of(table, layout, mapping, remarks)
    if layout.gives == ANNOUNCEMENT:
        has_own = mapping is not None and "dates" in mapping.fields.values()
        days = Days(rows, remarks, wishes.date_order, has_own=has_own)
        made = Announcements(corpus, layout, known, remarks, days, wishes.language, losses)
        made.add(rows)
        found.doubtful = made.doubtful
        found.announcements, found.known, found.unnamed = made.records, made.known, made.unnamed
        found.changed = made.changed.contents
    else:
        library = Library(corpus, layout, known, remarks, losses)
        for row in rows:
            library.add(row)
        found.sources, found.kept, found.known = library.definitions, library.kept, library.known
    found.ids, found.findings = known.taken, [*remarks.findings]
    return found
