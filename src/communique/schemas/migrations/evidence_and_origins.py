"""From 0.2.1 to 0.3.0: a source may derive from several others."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ...reading import Document
from ...reading.tokens import Tokens
from ...text.edits import Edit
from .migration import Migration
from .originals import to_lists, to_one, with_lists, with_one


class EvidenceAndOrigins(Migration):
    """``derived_from: agency`` and ``derived_from: [agency]``."""

    def upgrade(self, data: dict[str, Any]) -> dict[str, Any]:
        return with_lists(data)

    def downgrade(self, data: dict[str, Any]) -> dict[str, Any]:
        return with_one(data)

    def upgrade_edits(self, document: Document, tokens: Tokens) -> Iterator[Edit]:
        yield from to_lists(document, tokens)

    def downgrade_edits(self, document: Document, tokens: Tokens) -> Iterator[Edit]:
        yield from to_one(document, tokens)


MIGRATION = EvidenceAndOrigins("0.2.1", "0.3.0")
