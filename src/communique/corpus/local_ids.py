"""What a record calls by its local ids: passages, commitments and other assertions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .conflicts import noun

if TYPE_CHECKING:
    from ..models import Model


def called(id: str, record: Model | None) -> str:
    """The noun for what has this local id in the record, such as a passage; empty if nothing has."""
    if record is None:
        return ""
    tree = models.Tree(record)
    if any(passage.id == id for _, passage in tree.of(models.Passage)):
        return "passage"
    return next((noun(pointer) for pointer, each in tree.of(models.Assertion) if each.id == id), "")
