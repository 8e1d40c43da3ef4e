"""The findings of an import."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator
from typing import NamedTuple

from ..diagnostics.finding import Finding
from ..reading import limits
from ..reading.rules import UnreadableCell
from ..text.inflection import counted
from .origin import Origin

_MOST_ALIKE = 5
"""The findings of one kind in one column. One cause, such as a program that stores a type in its own way, has many."""


class _More(NamedTuple):
    """How many findings of a kind are only counted, and where the first of them is."""

    number: int
    first: Origin
    where: str


class Notes:
    """Collects what is wrong with the cells of tables, up to a limit. Of one kind in one column, the first are kept."""

    def __init__(self) -> None:
        self._kept: list[Finding] = []
        self._numbers: Counter[Hashable] = Counter()
        self._more: dict[Hashable, _More] = {}

    def add(self, message: str, origin: Origin, help: str = "", where: str = "") -> None:
        """Note what is wrong with a cell or a row.

        ``where`` is the table and the column, if others may be alike: those with the same help.
        """
        kind = origin.path, where, help
        self._numbers[kind] += 1
        if not where or self._numbers[kind] <= _MOST_ALIKE:
            self.add_finding(UnreadableCell.finding(message, origin.path, origin.at, help=help))
        else:
            first = self._more[kind].first if kind in self._more else origin
            self._more[kind] = _More(self._numbers[kind] - _MOST_ALIKE, first, where)

    def add_finding(self, finding: Finding) -> None:
        """Note a finding of another check."""
        if len(self._kept) < limits.MAX_FINDINGS:
            self._kept.append(finding)

    @property
    def findings(self) -> list[Finding]:
        """What was noted, and of the kinds with many findings how many more there are."""
        return [*self._kept, *self._counted()]

    def _counted(self) -> Iterator[Finding]:
        for number, first, where in self._more.values():
            message = f"{where}: {counted(number, 'more row')} from here on with a finding of this kind"
            yield UnreadableCell.finding(message, first.path, first.at, help="see those above")
