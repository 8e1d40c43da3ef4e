"""What an export has: counted while it is made, once for all formats."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ..models import SCHEMA_VERSION
from ..version import __version__
from .metadata.description import Description
from .tables import ROOTS
from .thing import Thing


@dataclass
class Inventory:
    """The numbers of things and rows, by table, and what the dataset record says; complete after the last piece.

    ``rows`` are those of tables and views; without a format of tables nobody makes them, and there are no numbers.
    """

    things: Counter[str] = field(default_factory=lambda: Counter(dict.fromkeys(ROOTS, 0)))
    rows: Counter[str] = field(default_factory=Counter)
    description: Description | None = None

    def add(self, thing: Thing) -> None:
        """Count the thing."""
        self.things[thing.table] += 1
        self.description = self.description or thing.description

    @property
    def facts(self) -> Mapping[str, Any]:
        """What the manifest of the export says of all files together."""
        return {
            "program_version": __version__,
            "schema_version": SCHEMA_VERSION,
            **({"dataset_version": self.description.version} if self.description else {}),
            "things": self.things,
            **({"rows": self.rows} if self.rows else {}),
        }
