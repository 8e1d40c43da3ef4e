"""Writes an export to a hidden folder next to its target, and then moves it into place.

The hidden folder has a fixed name and contains the new export and, for a moment, the old one. If an export is killed,
the next one finds the hidden folder, and restores the old export if the target does not exist.
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
        ExportError: the folder contains a file that no export wrote or that was changed since, or cannot be written.
    """
    goal = Path(os.path.abspath(to))  # noqa: PTH100 (symlinks are not resolved)
    try:
        if Path.cwd().is_relative_to(goal):
            raise ExportError(f"{to} is the current folder or above it; choose a folder below the current one")
        goal.parent.mkdir(parents=True, exist_ok=True)
        with _staging(goal, to) as staging:
            write_tree(staging / _NEW, {**files, MANIFEST: manifest(files)})
            _swap(staging, goal, to)
    except OSError as error:
        raise ExportError(f"cannot write {to}: {reason(error)}") from error


@contextmanager
def _staging(goal: Path, named: Path) -> Iterator[Path]:
    """The hidden folder next to the target; it is locked, and removed afterwards."""
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
    """Remove what a killed export left, and restore the export that it was about to replace."""
    if not os.path.lexists(staging):
        return
    with suppress(OSError):
        staging.rmdir()  # the export was killed before it began
        return
    if staging.is_symlink() or not (staging / _MARK).is_file():
        raise ExportError(f"{staging} exists and was not written by an export; move it elsewhere")
    with _held(staging, goal):
        _put_back(staging, goal)
        refuse_foreign(goal, goal)  # otherwise the only complete export might be removed
        _give_up(staging / _OLD, staging / _OLD, goal)
        _remove(staging)


@contextmanager
def _held(staging: Path, goal: Path) -> Iterator[None]:
    try:
        with held(staging / _MARK):
            yield
    except LockedError as error:
        raise ExportError(f"another export to {goal} is running; try again when it has finished") from error


def _swap(staging: Path, goal: Path, named: Path) -> None:
    """Replace the old folder with the new one. If that fails, `_staging` restores the old one."""
    if goal.exists():
        goal.rename(staging / _OLD)
    (staging / _NEW).rename(goal)
    try:
        _give_up(staging / _OLD, named, goal)
    except ExportError:
        goal.rename(staging / _NEW)
        raise


def _give_up(old: Path, named: Path, goal: Path) -> None:
    """Release the old export for removal, unless a file was added to it at the last moment."""
    if old.exists():
        refuse_foreign(old, named)
        carry_over(old, goal)
        old.rename(old.with_name(_SPENT))


def _put_back(staging: Path, goal: Path) -> None:
    if (staging / _OLD).exists() and not os.path.lexists(goal):
        (staging / _OLD).rename(goal)


def _remove(staging: Path) -> None:
    """Remove the hidden folder, with its mark last, so that the next export recognises it if this one is killed."""
    for part in (_NEW, _SPENT):
        shutil.rmtree(staging / part, ignore_errors=True)
    if not (staging / _OLD).exists():
        with suppress(OSError):
            (staging / _MARK).unlink(missing_ok=True)
            staging.rmdir()
