"""What a migration is: the way from one schema version to the next, and back."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from typing import Any, ClassVar

from ...errors import CommuniqueError
from ...reading import Document
from ...reading.tokens import Tokens
from ...text.edits import Edit


class InexpressibleError(CommuniqueError):
    """The record cannot be put into the other version; the message says what stands in the way."""


class Migration(ABC):
    """The step between two neighbouring versions, as plain data and as edits of a file.

    Edits count code points of `Document.text`. Both ways of saying it must agree: a file that was edited and read again
    holds the data that the other way gives.
    """

    older: ClassVar[str]
    newer: ClassVar[str]

    @abstractmethod
    def upgrade(self, data: dict[str, Any]) -> dict[str, Any]:
        """The record in the newer version; the data itself is not changed."""

    @abstractmethod
    def downgrade(self, data: dict[str, Any]) -> dict[str, Any]:
        """The record in the older version; the data itself is not changed.

        Raises:
            InexpressibleError: the older version cannot say it.
        """

    @abstractmethod
    def upgrade_edits(self, document: Document, tokens: Tokens) -> Iterator[Edit]:
        """What to change in the file, of which these are the tokens."""

    @abstractmethod
    def downgrade_edits(self, document: Document, tokens: Tokens) -> Iterator[Edit]:
        """What to change back in the file."""
