"""What was found in a text for a record, and where."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from .article import Words


@dataclass(frozen=True)
class Fact:
    """An assertion for one list of a record: its fields without evidence, and the stretches of text that say it."""

    section: str
    fields: dict[str, Any]
    evidence: tuple[Words, ...]
    shown: str = ""
    """Words of the text that a person needs to see beside it."""


@dataclass
class Findings:
    """Everything that was found: facts, definitions, and what was seen and not taken."""

    facts: list[Fact] = field(default_factory=list)
    instruments: list[dict[str, Any]] = field(default_factory=list)
    occasions: list[dict[str, Any]] = field(default_factory=list)
    not_taken: list[str] = field(default_factory=list)

    def of(self, section: str) -> list[Fact]:
        """The facts for one list of the record."""
        return [each for each in self.facts if each.section == section]
