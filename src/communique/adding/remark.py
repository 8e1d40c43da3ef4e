"""What is wrong with a line of a list or a cell of a sheet, as findings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..diagnostics.finding import Finding
from ..importing.notes import Notes
from ..importing.origin import Origin
from ..text.lines import Position


class Remarks:
    """Findings about the lines of a file. ``columns`` are the numbers and names of the cells of a sheet, by field."""

    def __init__(self, path: str, notes: Notes | None = None) -> None:
        self._path, self._notes = path, notes or Notes()
        self.columns: Mapping[str, tuple[int, str]] = {}

    @property
    def findings(self) -> Sequence[Finding]:
        """What was found so far."""
        return self._notes.findings

    def add(self, line: int, field: str, message: str, help: str = "") -> None:
        """Note what is wrong in a line, in the cell of the field if the file has such cells."""
        place, name = self.columns.get(field, (1, ""))
        where = f"row {line}, column {name}: " if name else ""
        self.add_at(Position(line, place), f"{where}{message}", help)

    def add_at(self, place: Position, message: str, help: str = "") -> None:
        """Note what is wrong at a place of the file."""
        self._notes.add(message, Origin(self._path, place), help)
