"""Puts an export in place: written beside its goal, then moved there whole.

Beside the goal stands, while that lasts, a hidden folder of a fixed name with the new export, and for a moment the old
one. What a killed export leaves there is found by the next, which puts the old export back if there is no other.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from ..errors import reason
from ..files.export_manifest import MANIFEST, manifest
from ..files.file_tree import write_tree
from .earlier_export import ExportError, carry_over, refuse_foreign
from .lock import LockedError, held

_MARK = "written-by-communique-export"
_NEW, _OLD, _SPENT = "new", "old", "spent"


def publish(files: Mapping[str, bytes], to: Path) -> None:
    """Make ``to`` a folder with exactly these files and a manifest of them.

    Raises:
        ExportError: the folder holds something that no export wrote or that was changed since, or cannot be written.
    """
    goal = Path(os.path.abspath(to))  # noqa: PTH100 (links stay as they are)
    try:
        if Path.cwd().is_relative_to(goal):
            raise ExportError(f"{to} is the folder you are in, or above it; choose a folder in it")
        goal.parent.mkdir(parents=True, exist_ok=True)
        with _staging(goal, to) as staging:
            write_tree(staging / _NEW, {**files, MANIFEST: manifest(files)})
            _swap(staging, goal, to)
    except OSError as error:
        raise ExportError(f"cannot write {to}: {reason(error)}") from error


@contextmanager
def _staging(goal: Path, named: Path) -> Iterator[Path]:
    """The hidden folder beside the goal, which nobody else has as long as we have it, and which is gone afterwards."""
    staging = goal.with_name(f".{goal.name}.communique-export")
    _clear_up(staging, goal)
    refuse_foreign(goal, named)
    staging.mkdir()
    with _held(staging, goal):
        try:
            yield staging
        finally:
            _put_back(staging, goal)
            _remove(staging)


def _clear_up(staging: Path, goal: Path) -> None:
    """Remove what a dead export left, and put back the export that it was about to replace."""
    if not os.path.lexists(staging):
        return
    with suppress(OSError):
        staging.rmdir()  # it died before it began
        return
    if staging.is_symlink() or not (staging / _MARK).is_file():
        raise ExportError(f"{staging} is in the way, which no export wrote; move it elsewhere")
    with _held(staging, goal):
        _put_back(staging, goal)
        refuse_foreign(goal, goal)  # else the only whole export may be the one that would be removed
        _give_up(staging / _OLD, staging / _OLD, goal)
        _remove(staging)


@contextmanager
def _held(staging: Path, goal: Path) -> Iterator[None]:
    try:
        with held(staging / _MARK):
            yield
    except LockedError as error:
        raise ExportError(f"another export to {goal} is under way; try again when it has ended") from error


def _swap(staging: Path, goal: Path, named: Path) -> None:
    """Put the new folder in the old one's place. If that fails, `_staging` puts the old one back."""
    if goal.exists():
        goal.rename(staging / _OLD)
    (staging / _NEW).rename(goal)
    try:
        _give_up(staging / _OLD, named, goal)
    except ExportError:
        goal.rename(staging / _NEW)
        raise


def _give_up(old: Path, named: Path, goal: Path) -> None:
    """Let the old export be removed, unless somebody put something into it at the last moment."""
    if old.exists():
        refuse_foreign(old, named)
        carry_over(old, goal)
        old.rename(old.with_name(_SPENT))


def _put_back(staging: Path, goal: Path) -> None:
    if (staging / _OLD).exists() and not os.path.lexists(goal):
        (staging / _OLD).rename(goal)


def _remove(staging: Path) -> None:
    """Remove the hidden folder, its mark last, by which a next export knows it if this one dies here."""
    for part in (_NEW, _SPENT):
        shutil.rmtree(staging / part, ignore_errors=True)
    if not (staging / _OLD).exists():
        with suppress(OSError):
            (staging / _MARK).unlink(missing_ok=True)
            staging.rmdir()
