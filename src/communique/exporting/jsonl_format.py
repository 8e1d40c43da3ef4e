"""JSON Lines: one file per kind of thing, one thing per line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from .format import Exporter, Format, Piece
from .nested import LISTS, items
from .thing import Thing

_DATASETS = "datasets"
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


class JsonLines(Exporter):
    """Writes each thing as a line of the file of its kind."""

    def begin(self) -> Iterator[Piece]:
        """Every file, which may stay empty."""
        yield from ((_path(name), b"") for name in (*LISTS, _DATASETS))

    def add(self, thing: Thing) -> Iterator[Piece]:
        """A line for the thing, and for each of its assertions."""
        for name, values in items(thing):
            yield _path(name), _lines(values)
        if thing.table == _DATASETS:
            yield _path(_DATASETS), _lines([thing.data])


def _path(name: str) -> str:
    return f"jsonl/{name}.jsonl"


def _lines(values: Iterable[dict[str, Any]]) -> bytes:
    return "".join(f"{_encode(value)}\n" for value in values).encode("utf-8")


FORMAT = Format("jsonl", JsonLines, ("plain", "definitions", "citations"))
