"""The actors, instruments or occasions that the command line names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from ..importing.cells import CellError
from .addition import Additions
from .cell import FIELDS
from .remark import Remarks
from .things import NewThings

if TYPE_CHECKING:
    from ..corpus.corpus import Corpus
    from .sheet_rows import SheetRows

_PATH = "<names>"


def new_things(
    corpus: Corpus,
    kind: str,
    names: Sequence[str],
    options: Mapping[str, str],
    sheet: SheetRows | None = None,
    *,
    force: bool = False,
) -> Additions:
    """The things to define for names, and for the rows of a sheet.

    ``options`` are texts by field, for what has none of its own.
    """
    remarks = sheet.remarks if sheet else Remarks(_PATH)
    new = NewThings(corpus, kind, remarks, force=force)
    given = {}
    for field, written in options.items():
        try:
            if written:
                given[field] = FIELDS[kind][field](written)
        except (CellError, KeyError) as error:
            help = error.help if isinstance(error, CellError) else ""
            remarks.add(1, "", f"--{field}: {error if help else 'there is no such field'}", help)
            return new.finished()
    for number, name in enumerate(names, 1):
        new.add({**given, "name": " ".join(name.split())}, number)
    for number, fields in sheet.rows if sheet else ():
        new.add({**given, **fields}, number)
    return new.finished()
