"""How far one file was checked, and all that a report says of it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple

from ..diagnostics.finding import Finding
from ..diagnostics.report import NO_PASSAGES, PassageCount
from .examination import Reach


class Extent:
    """How far a file was checked; there is one object for all files that were checked equally far.

    ``codes`` are those of the rules over the corpus that had all information, ``failed`` those of rules with a defect.
    """

    def __init__(self, reach: Reach, codes: tuple[str, ...], failed: frozenset[str]) -> None:
        self.reach, self.codes, self.failed = reach, codes, failed

    def __reduce__(self) -> tuple[Any, ...]:
        return Extent.of, (self.reach, self.codes, self.failed)

    @classmethod
    @cache
    def of(cls, reach: Reach, codes: tuple[str, ...], failed: frozenset[str]) -> Extent:
        """The object for this extent."""
        return cls(reach, codes, failed)


class Standing(NamedTuple):
    """All that a report says of one file."""

    id: str | None
    extent: Extent
    findings: Sequence[Finding] = ()
    passages: PassageCount = NO_PASSAGES
