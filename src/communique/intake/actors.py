"""The actors of a corpus that rows name."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from ..adding.alike import Names
from ..adding.cell import several
from ..codelists import RoleType
from ..lazy import lazy_pattern

if TYPE_CHECKING:
    from ..corpus.corpus import Corpus
    from .layout import Layout
    from .row import Row

_LINK = lazy_pattern(r"\s*\(https?://[^\s()]+\)")  # as Notion writes behind the name of another page
_NO_ACTOR = "no actor of the corpus has this name"


class Actors:
    """Finds the actors that the corpus knows by exactly the name. ``unnamed`` are the names that no actor has."""

    def __init__(self, corpus: Corpus, layout: Layout) -> None:
        self._names, self._layout = Names(corpus.actors.values()), layout
        self._found: dict[str, list[str]] = {}
        self.unnamed: dict[str, None] = {}

    def roles_of(self, row: Row) -> Iterator[dict[str, Any]]:
        """The role of each actor that the row names; the other names are kept."""
        role = str(self._layout.role)
        for column, cell in row.fields.get("actor", ()):
            names = {name: self._ids(name) for name in several(_LINK.sub("", str(cell)))}
            if missing := [name for name, ids in names.items() if not ids]:
                self.unnamed |= dict.fromkeys(missing)
                row.keep(column, "; ".join(missing), _NO_ACTOR)
            for id in dict.fromkeys(id for ids in names.values() for id in ids):
                row.take(column, "roles", id, what=f"roles, {role}")
                note = {"note": f"{column}, in {self._layout.title}."} if role == RoleType.MENTIONED else {}
                yield {"actor": id, "role": role, **note}

    def _ids(self, name: str) -> list[str]:
        """The only actor of that name, or one for each name between commas if all are known; else none."""
        if name not in self._found:
            ids = self._names.same(name)
            parts = [] if ids or "," not in name else [self._names.same(each) for each in _listed(name)]
            listed = [each[0] for each in parts] if all(len(each) == 1 for each in parts) else []
            self._found[name] = ids if len(ids) == 1 else listed
        return self._found[name]


def _listed(names: str) -> list[str]:
    """The names between commas, of which those with a comma of their own are in quotes."""
    return [each.strip() for each in next(csv.reader([names], skipinitialspace=True))]
