"""What several rules about conflicts look at: it is found once for each record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .... import models
from ....corpus import conflicts

if TYPE_CHECKING:
    from ....corpus.conflicts import Located
    from ...subject import Subject


def competing(subject: Subject) -> list[list[Located]]:
    """The groups of assertions of one matter in the record."""
    return list(conflicts.competing(subject.of(models.Assertion)))
