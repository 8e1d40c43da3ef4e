"""The actors of a corpus that rows name."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from ..adding.alike import Names
from ..codelists import ActorType, RoleType
from ..lazy import lazy_pattern

if TYPE_CHECKING:
    from ..corpus.corpus import Corpus
    from .layout import Layout
    from .row import Row

_LINK = lazy_pattern(r"\s*\(https?://[^\s()]+\)")  # as Notion writes behind the name of another page
_PARTS = lazy_pattern(r"[;\r\n]+")
_MOST_PARTS = 6
"""The most parts of a name that commas divide."""

_NO_ACTOR = "no actor of the corpus has this name"


class _Named(NamedTuple):
    """The ids of the actors in a part of a cell, and the names in it that are none."""

    ids: list[str]
    others: list[str]


class Actors:
    """Finds the actors that the corpus knows by exactly the name. ``unnamed`` are the names that no actor has."""

    def __init__(self, corpus: Corpus, layout: Layout) -> None:
        self._names, self._layout = Names(corpus.actors.values()), layout
        self._types = {each.id: each.type for each in corpus.actors.values()}
        self._found: dict[str, _Named] = {}
        self.unnamed: dict[str, None] = {}

    def roles_of(self, row: Row) -> Iterator[dict[str, Any]]:
        """The role of each actor that the row names; what names no actor is kept as it is written."""
        role = str(self._layout.role)
        for column, cell in row.fields.get("actor", ()):
            parts = [each for part in _PARTS.split(_LINK.sub("", str(cell))) if (each := " ".join(part.split()))]
            named = {part: self._named(part) for part in parts}
            if missing := [part for part, each in named.items() if each.others]:
                self.unnamed |= dict.fromkeys(other for part in missing for other in named[part].others)
                row.keep(column, "; ".join(missing), _NO_ACTOR)
            for id in dict.fromkeys(id for each in named.values() for id in each.ids):
                row.take(column, "roles", id, what=f"roles, {role}")
                note = {"note": f"{column}, in {self._layout.title}."} if role == RoleType.MENTIONED else {}
                yield {"actor": id, "role": role, **note}

    def _named(self, part: str) -> _Named:
        if part not in self._found:
            self._found[part] = self._read(part)
        return self._found[part]

    def _read(self, part: str) -> _Named:
        """The actors in a part of a cell. Its commas may belong to a name, so that of them only known names are taken,
        the longest first; beside another one, a country may only say where that is."""
        names, ids, others = _listed(part) if "," in part else [part], dict[str, None](), list[str]()
        at = 0
        while at < len(names):
            ends = range(min(len(names), at + _MOST_PARTS), at, -1)
            end, id = next(((end, id) for end in ends if (id := self._only(", ".join(names[at:end])))), (at + 1, ""))
            if id:
                ids[id] = None
            else:
                others.append(names[at])
            at = end
        if not others:
            return _Named([*ids], [])
        sure = [id for id in ids if self._types[id] != ActorType.COUNTRY]
        return _Named(sure, others if sure else [part])

    def _only(self, name: str) -> str:
        """The id of the only actor of that name; empty if there is none."""
        ids = self._names.same(name)
        return ids[0] if len(ids) == 1 else ""


def _listed(names: str) -> list[str]:
    """The names between commas, of which those with a comma of their own are in quotes."""
    return [each.strip() for each in next(csv.reader([names], skipinitialspace=True))]
