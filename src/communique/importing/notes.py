"""The findings of an import."""

from __future__ import annotations

from ..diagnostics.finding import Finding
from ..reading import limits
from ..reading.rules import UnreadableCell
from .origin import Origin


class Notes:
    """Collects what is wrong with the cells of tables, up to a limit."""

    def __init__(self) -> None:
        self.findings: list[Finding] = []

    def add(self, message: str, origin: Origin, help: str = "") -> None:
        """Note what is wrong with a cell or a row."""
        if len(self.findings) < limits.MAX_FINDINGS:
            self.findings.append(UnreadableCell.finding(message, origin.path, origin.at, help=help))
