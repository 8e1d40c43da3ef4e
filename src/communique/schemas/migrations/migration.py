"""A migration: from one schema version to the next, and back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ...errors import CommuniqueError
from ...reading import Document
from ...reading.tokens import Tokens
from ...text.edits import Edit
from ...text.pointer import Pointer


class InexpressibleError(CommuniqueError):
    """The record cannot be migrated to the other version; the message says why."""


@dataclass(frozen=True)
class Migration:
    """The step between two consecutive versions, as plain data and as edits of a file.

    This class is the step between versions that differ only in ``schema_version``. For others, a subclass overrides all
    four methods. Edits count code points of `Document.text`. Data and edits must agree: a file that was edited and read
    again has the data that the other method returns.
    """

    older: str
    newer: str

    def upgrade(self, data: dict[str, Any]) -> dict[str, Any]:
        """The record in the newer version, except its ``schema_version``; the argument is not changed."""
        return data

    def downgrade(self, data: dict[str, Any]) -> dict[str, Any]:
        """The record in the older version, except its ``schema_version``; the argument is not changed.

        Raises:
            InexpressibleError: the older version cannot express it, and its schema would not report where.
        """
        return data

    def origin(self, pointer: Pointer, data: dict[str, Any]) -> Pointer:
        """Where the node at a pointer of the newer record is in the older one, whose data is given."""
        return pointer

    def upgrade_edits(self, document: Document, tokens: Tokens) -> Iterator[Edit]:
        """The edits of the file with these tokens."""
        yield from ()

    def downgrade_edits(self, document: Document, tokens: Tokens) -> Iterator[Edit]:
        """The edits for the way back."""
        yield from ()
