"""What was found in a text for a record, and where."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from .article import Words


@dataclass(frozen=True)
class Proposal:
    """An assertion for one list of a record: its fields without evidence, and the stretches of text that say it."""

    section: str
    fields: dict[str, Any]
    evidence: tuple[Words, ...]
    shown: str = ""
    """Words of the text that a person needs to see beside it."""


@dataclass
class Proposals:
    """Everything that was found: proposals, definitions of instruments, and what was seen and not taken.

    ``seen`` are the stretches with numbers, sums and days that were read, whether they were taken or listed.
    """

    items: list[Proposal] = field(default_factory=list)
    instruments: list[dict[str, Any]] = field(default_factory=list)
    not_taken: list[str] = field(default_factory=list)
    seen: list[Words] = field(default_factory=list)

    def of(self, section: str) -> list[Proposal]:
        """The proposals for one list of the record."""
        return [each for each in self.items if each.section == section]
