"""From 0.2.1 to 0.3.0: an id stands for evidence that is a source alone, a record names its passages, and a source may
derive from several others."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ...reading import Document
from ...reading.spans import Spans
from ...reading.tokens import Tokens
from ...text.edits import Edit
from ...text.pointer import Pointer
from .cited_passages import in_evidence, with_names, without_names
from .evidence_edits import lengthening, shortening
from .migration import Migration
from .originals import to_lists, to_one, with_lists, with_one


class EvidenceAndOrigins(Migration):
    """``evidence: [{source: x}]`` and ``evidence: [x]``; a passage in evidence, and its name there; ``derived_from: x``
    and ``derived_from: [x]``.

    The names are made from source and range. On the way back they are dropped, also if a curator chose others: they
    say nothing of the world.
    """

    def upgrade(self, data: dict[str, Any]) -> dict[str, Any]:
        return with_names(with_lists(data))

    def downgrade(self, data: dict[str, Any]) -> dict[str, Any]:
        return with_one(without_names(data))

    def origin(self, pointer: Pointer, data: dict[str, Any]) -> Pointer:
        return in_evidence(pointer, data)

    def upgrade_edits(self, document: Document, tokens: Tokens) -> Iterator[Edit]:
        yield from to_lists(document, tokens)
        yield from shortening(document.data, Spans(document, tokens))

    def downgrade_edits(self, document: Document, tokens: Tokens) -> Iterator[Edit]:
        yield from to_one(document, tokens)
        yield from lengthening(document.data, Spans(document, tokens))


MIGRATION = EvidenceAndOrigins("0.2.1", "0.3.0")
