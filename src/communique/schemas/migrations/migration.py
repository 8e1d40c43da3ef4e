"""What a migration is: the way from one schema version to the next, and back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ...errors import CommuniqueError
from ...reading import Document
from ...reading.tokens import Tokens
from ...text.edits import Edit


class InexpressibleError(CommuniqueError):
    """The record cannot be put into the other version; the message says what stands in the way."""


@dataclass(frozen=True)
class Migration:
    """The step between two neighbouring versions, as plain data and as edits of a file.

    This class itself is the step where both versions write a record alike, but for the version that it names. Where
    they differ, a subclass says how, in all four methods. Edits count code points of `Document.text`. Both ways of
    saying it must agree: a file that was edited and read again holds the data that the other way gives.
    """

    older: str
    newer: str

    def upgrade(self, data: dict[str, Any]) -> dict[str, Any]:
        """The record in the newer version, but for the version named; the data itself is not changed."""
        return data

    def downgrade(self, data: dict[str, Any]) -> dict[str, Any]:
        """The record in the older version, but for the version named; the data itself is not changed.

        Raises:
            InexpressibleError: the older version cannot say it, and its schema would not show where.
        """
        return data

    def upgrade_edits(self, document: Document, tokens: Tokens) -> Iterator[Edit]:
        """What to change in the file, of which these are the tokens."""
        yield from ()

    def downgrade_edits(self, document: Document, tokens: Tokens) -> Iterator[Edit]:
        """What to change back in the file."""
        yield from ()
