"""Writes an export to a hidden folder next to its target, and then moves it into place.

The hidden folder has a fixed name and contains the new export and, for a moment, the old one. If an export is killed,
the next one finds the hidden folder, and restores the old export if the target does not exist.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from ..errors import reason
from ..files.export_manifest import MANIFEST, manifest
from ..files.file_tree import write_pieces, write_tree
from ..files.lock import LockedError, held
from ..files.temporary_folder import remove_abandoned
from .earlier_export import ExportError, carry_over, refuse_foreign
from .inventory import Inventory

_MARK = "written-by-communique-export"
_NEW, _OLD, _OBSOLETE = "new", "old", "obsolete"


def publish(pieces: Iterable[tuple[str, bytes]], to: Path, inventory: Inventory) -> list[str]:
    """Make ``to`` a folder with exactly these files and a manifest of them; returns the sorted names of the files.

    ``pieces`` are the paths of files, each with the next part of its content. They are written as they come. The
    ``inventory`` is complete after the last one.

    Raises:
        ExportError: the folder cannot be written, or contains a file that was changed or was not written by an export.
    """
    remove_abandoned()
    target = Path(os.path.abspath(to))  # noqa: PTH100 (symlinks are not resolved)
    try:
        if Path.cwd().is_relative_to(target):
            raise ExportError(f"{to} is the current folder or above it; choose a folder below the current one")
        target.parent.mkdir(parents=True, exist_ok=True)
        with _staging(target, to) as staging:
            written = write_pieces(staging / _NEW, pieces)
            write_tree(staging / _NEW, {MANIFEST: manifest(written, inventory.facts)})
            _swap(staging, target, to)
            return sorted(written)
    except OSError as error:
        raise ExportError(f"cannot write {to}: {reason(error)}") from error


@contextmanager
def _staging(target: Path, named: Path) -> Iterator[Path]:
    """The hidden folder next to the target; it is locked, and removed afterwards."""
    staging = target.with_name(f".{target.name}.communique-export")
    _clean_up(staging, target)
    refuse_foreign(target, named)
    staging.mkdir()
    with _held(staging, target):
        try:
            yield staging
        finally:
            _restore(staging, target)
            _remove(staging)


def _clean_up(staging: Path, target: Path) -> None:
    """Remove what a killed export left, and restore the export that it was about to replace."""
    if not os.path.lexists(staging):
        return
    with suppress(OSError):
        staging.rmdir()  # the export was killed before it began
        return
    if staging.is_symlink() or not (staging / _MARK).is_file():
        raise ExportError(f"{staging} exists and was not written by an export; move it elsewhere")
    with _held(staging, target):
        _restore(staging, target)
        refuse_foreign(target, target)  # otherwise the only complete export might be removed
        _release(staging / _OLD, staging / _OLD, target)
        _remove(staging)


@contextmanager
def _held(staging: Path, target: Path) -> Iterator[None]:
    try:
        with held(staging / _MARK):
            yield
    except LockedError as error:
        raise ExportError(f"another export to {target} is running; try again when it has finished") from error


def _swap(staging: Path, target: Path, named: Path) -> None:
    """Replace the old folder with the new one. If that fails, `_staging` restores the old one."""
    if target.exists():
        target.rename(staging / _OLD)
    (staging / _NEW).rename(target)
    try:
        _release(staging / _OLD, named, target)
    except ExportError:
        target.rename(staging / _NEW)
        raise


def _release(old: Path, named: Path, target: Path) -> None:
    """Mark the old export for removal, unless a file was added to it in the meantime."""
    if old.exists():
        refuse_foreign(old, named)
        carry_over(old, target)
        old.rename(old.with_name(_OBSOLETE))


def _restore(staging: Path, target: Path) -> None:
    if (staging / _OLD).exists() and not os.path.lexists(target):
        (staging / _OLD).rename(target)


def _remove(staging: Path) -> None:
    """Remove the hidden folder, with its mark last, so that the next export recognises it if this one is killed."""
    for part in (_NEW, _OBSOLETE):
        shutil.rmtree(staging / part, ignore_errors=True)
    if not (staging / _OLD).exists():
        with suppress(OSError):
            (staging / _MARK).unlink(missing_ok=True)
            staging.rmdir()
