"""From 0.2.1 to 0.3.0: a source may derive from several others, so ``derived_from`` becomes a list."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from ...reading import Document
from ...reading.tokens import Tokens
from ...text.edits import Edit
from ...text.pointer import json_pointer
from .migration import InexpressibleError, Migration
from .rewriting import enclose, unwrap


class EvidenceAndOriginals(Migration):
    """``derived_from: agency`` and ``derived_from: [agency]``."""

    def upgrade(self, data: dict[str, Any]) -> dict[str, Any]:
        return _with_originals(data, lambda original, _: [original])

    def downgrade(self, data: dict[str, Any]) -> dict[str, Any]:
        return _with_originals(data, _only_id)

    def upgrade_edits(self, document: Document, tokens: Tokens) -> Iterator[Edit]:
        for index in _derived(document.data):
            yield from enclose(document, tokens, ("sources", index, "derived_from"))

    def downgrade_edits(self, document: Document, tokens: Tokens) -> Iterator[Edit]:
        for index in _derived(document.data):
            written = document.data["sources"][index]["derived_from"][0]
            inner = (0, "source") if isinstance(written, dict) else (0,)
            yield from unwrap(document, tokens, ("sources", index, "derived_from"), *inner)


def _derived(data: dict[str, Any]) -> list[int]:
    return [index for index, source in enumerate(data.get("sources", ())) if "derived_from" in source]


def _with_originals(data: dict[str, Any], change: Callable[[Any, int], Any]) -> dict[str, Any]:
    if not _derived(data):
        return data
    sources = [
        {**each, "derived_from": change(each["derived_from"], index)} if "derived_from" in each else each
        for index, each in enumerate(data["sources"])
    ]
    return {**data, "sources": sources}


def _only_id(derivations: list[Any], index: int) -> str:
    match derivations:
        case [str(id)]:
            return id
        case [{"source": str(id), **more}] if not more:
            return id
    where = json_pointer(("sources", index, "derived_from"))
    raise InexpressibleError(f"schema 0.2.1 cannot express {where}: it allows one source, without confidence or note")


MIGRATION = EvidenceAndOriginals("0.2.1", "0.3.0")
