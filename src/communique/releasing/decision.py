"""What changed between two editions, and which version number that asks for."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from itertools import chain

from ..exporting.held_back import HeldBack
from ..schemas.comparison import Change, Level
from .columns import column_changes, tables_of
from .computed import COMPUTED, computed_changes
from .data_version import allows, is_version, next_version
from .delta import ThingChanges, delta, lines
from .edition import Edition, ReleaseError, written_there
from .notes import Notes

_MOST_REASONS = 3


class Decision:
    """The difference of two editions. ``lines`` are those of `delta.jsonl`; ``notes`` has the words for people.

    ``level`` is None if nothing changed that a reader of the data could see.
    """

    def __init__(self, old: Edition, new: Edition) -> None:
        self.old_version, self._schemas = old.version, (old.schema_version, new.schema_version)
        self.level: Level | None = None
        self._reasons: list[Change] = []
        self._reasons_in_all = 0
        self.lines, self.notes = HeldBack(), Notes()

    @property
    def needed(self) -> str:
        """The lowest version number that says enough."""
        return next_version(self.old_version, self.level)

    @property
    def conversion(self) -> str:
        """That the schema has another version, in a sentence; empty if it has not."""
        old, new = self._schemas
        return "" if old == new else f"The schema is {new} instead of {old}; what only this changes is not listed."

    @property
    def why(self) -> str:
        """Why no lower version number says enough."""
        if self.level is None:
            return "no changes"
        first = "; ".join(f"{each.where}: {each.what}" for each in self._reasons)
        rest = f" and {self._reasons_in_all - _MOST_REASONS} more" if self._reasons_in_all > _MOST_REASONS else ""
        return f"{self.level.name.lower()} changes: {first}{rest}"

    def refuse_too_low(self, version: str) -> None:
        """Accept a version only if it says enough.

        Raises:
            ReleaseError: the version is lower than the old one, or than what the changes ask for.
        """
        if allows(self.old_version, version, self.level):
            return
        if self.level is None:
            raise ReleaseError(f"version {version} is lower than {self.old_version}, the earlier one")
        needed = f"after {self.old_version}, {self.needed} is needed"
        raise ReleaseError(f"version {version} is too low: {needed}, because of {self.why}")

    def add(self, reason: Change) -> None:
        """Count the reason, if none weighs more; the first ones are kept."""
        if self.level is None or reason.level > self.level:
            self.level, self._reasons, self._reasons_in_all = reason.level, [], 0
        if reason.level == self.level:
            self._reasons_in_all += 1
            self._reasons += [reason] if len(self._reasons) < _MOST_REASONS else []

    def close(self) -> None:
        """Remove what was held back."""
        self.lines.close()


@contextmanager
def decided(old: Edition, new: Edition) -> Iterator[Decision]:
    """Compare everything: the columns of the tables, and all things.

    Raises:
        ReleaseError: an edition cannot be read, or the old version is none that a release may have.
    """
    if not is_version(old.version):
        raise ReleaseError(f"{old.name} has version {old.version}; a release has three numbers, such as 0.3.0")
    with closing(Decision(old, new)) as decision:
        if old.has_own_columns:
            _compare_columns(decision, old, new)
        for found in chain(delta(old, new), computed_changes(old, new)):
            with written_there():
                decision.lines.add(lines(found))
            decision.notes.add(found)
            for reason in _reasons(found):
                decision.add(reason)
        yield decision


def _compare_columns(decision: Decision, old: Edition, new: Edition) -> None:
    for change in sorted(column_changes(tables_of(old), tables_of(new)), key=_place):
        decision.add(change)
        decision.notes.add_columns(change)


def _place(change: Change) -> tuple[int, str]:
    return -change.level, change.where


def _reasons(found: ThingChanges) -> Iterator[Change]:
    """What the changes of a thing mean for those who use the data."""
    where = f"{found.table} `{found.id}`"
    if found.new is None:
        yield Change(Level.MAJOR, where, "removed")
    elif found.old is None:
        yield Change(Level.MINOR, where, "added")
    elif found.table == COMPUTED:
        yield Change(Level.PATCH, where, "computed anew")
    elif found.table == "datasets":
        if any(each.new_pointer != ("version",) for each in found.changes):  # which is the number to choose
            yield Change(Level.PATCH, where, "changed")
    else:
        yield from (Change(Level.MAJOR, f"{where}, assertion `{id}`", "removed") for id in found.lost_ids)
        adds = any(each.kind == "added" for each in found.changes)
        yield Change(Level.MINOR, where, "has more values") if adds else Change(Level.PATCH, where, "corrected")
