"""JSON: the whole corpus in one file."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from ..models import SCHEMA_VERSION
from .format import Exporter, Format, Piece
from .held_back import HeldBack
from .nested import HELD_BACK, LISTS, items
from .records import Things
from .thing import Thing

_encode = json.JSONEncoder(ensure_ascii=False, indent=2).encode


class Json(Exporter):
    """Writes one object with all lists. The last lists are held back, because things of all kinds add to them."""

    def __init__(self, records: Things) -> None:
        super().__init__(records)
        self._names = iter(LISTS)
        self._list = _List(next(self._names))
        self._last = {name: (_List(name), HeldBack()) for name in HELD_BACK}

    def begin(self) -> Iterator[Piece]:
        """What describes the corpus as a whole."""
        datasets = (Thing("datasets", id, known, self.records) for id, known in self.records.known("datasets"))
        dataset = next(datasets, None)
        head = {"schema_version": SCHEMA_VERSION, "dataset": dataset.plain if dataset else None}
        yield _piece(_encode(head).removesuffix("\n}") + self._list.start)

    def add(self, thing: Thing) -> Iterator[Piece]:
        """An item of the list of its kind."""
        for name, values in items(thing):
            if name in self._last:
                last, held_back = self._last[name]
                held_back.add(last.items(values))
            else:
                yield _piece(self._turn_to(name) + self._list.items(values))

    def end(self) -> Iterator[Piece]:
        """The last lists."""
        for name, (last, held_back) in self._last.items():
            yield _piece(self._turn_to(name))
            for lines in held_back.batches():
                yield _piece("".join(lines))
            self._list.end = last.end
        yield _piece(f"{self._list.end}\n}}\n")

    def close(self) -> None:
        for _, held_back in self._last.values():
            held_back.close()

    def _turn_to(self, name: str) -> str:
        """The end of the present list and the start of the list with this name, with empty lists between them."""
        text = ""
        while self._list.name != name:
            ended, self._list = self._list, _List(next(self._names))
            text += ended.end + self._list.start
        return text


class _List:
    """The text of a list, item by item."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.start = f',\n  "{name}": ['
        self.end = "]"

    def items(self, values: Iterable[dict[str, Any]]) -> str:
        text = ""
        for value in values:
            # No string has a line break in JSON, so that each one is of the layout.
            text += ("\n    " if self.end == "]" else ",\n    ") + _encode(value).replace("\n", "\n    ")
            self.end = "\n  ]"
        return text


def _piece(text: str) -> Piece:
    return "corpus.json", text.encode("utf-8")


FORMAT = Format("json", Json, ("plain", "definitions", "citations"))
