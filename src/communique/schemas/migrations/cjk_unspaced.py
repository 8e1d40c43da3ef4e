"""From 0.2.0 to 0.2.1: a code more, for texts in Chinese and Japanese; records are written as before."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ...reading import Document
from ...reading.tokens import Tokens
from ...text.edits import Edit
from .migration import Migration


class CjkUnspaced(Migration):
    """Nothing but the version changes. A record that uses the new code is refused by the schema on the way back."""

    older = "0.2.0"
    newer = "0.2.1"

    def upgrade(self, data: dict[str, Any]) -> dict[str, Any]:
        return data

    def downgrade(self, data: dict[str, Any]) -> dict[str, Any]:
        return data

    def upgrade_edits(self, document: Document, tokens: Tokens) -> Iterator[Edit]:
        yield from ()

    def downgrade_edits(self, document: Document, tokens: Tokens) -> Iterator[Edit]:
        yield from ()
