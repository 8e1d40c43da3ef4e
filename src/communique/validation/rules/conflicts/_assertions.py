"""What the rules about conflicts share: it is found once for each record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .... import models
from ....corpus import conflicts

if TYPE_CHECKING:
    from ....codelists import Rank
    from ....corpus.conflicts import Located
    from ...subject import Subject


def ranks(subject: Subject) -> frozenset[Rank]:
    """The ranks of the assertions in the record."""
    return frozenset([each.rank for _, each in subject.of(models.Assertion)])


def competing(subject: Subject) -> list[list[Located]]:
    """The groups of assertions of one matter in the record."""
    return list(conflicts.competing(subject.of(models.Assertion)))
