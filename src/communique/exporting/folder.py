"""Puts an export in place: written beside its goal, then moved there whole."""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

MANIFEST = "manifest.json"


class ExportError(Exception):
    """The export could not be put in place; what was there before is untouched. The message says why."""


def publish(files: Mapping[str, bytes], to: Path) -> None:
    """Make ``to`` a folder with exactly these files and a manifest of them.

    Raises:
        ExportError: the folder holds something that no export wrote, or cannot be written.
    """
    _refuse_foreign(to)
    content = {**files, MANIFEST: _manifest(files)}
    try:
        to.parent.mkdir(parents=True, exist_ok=True)
        staging = Path(tempfile.mkdtemp(prefix=f".{to.name}.", dir=to.parent))
    except OSError as error:
        raise ExportError(f"cannot write beside {to}: {error.strerror}") from error
    try:
        new = staging / "new"
        for name, data in content.items():
            file = new / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
        _swap(new, to, staging / "old")
    except OSError as error:
        raise ExportError(f"cannot write {to}: {error.strerror}") from error
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def _swap(new: Path, to: Path, old: Path) -> None:
    """Put the new folder in the old one's place; if that fails, the old one is put back."""
    if to.exists():
        to.rename(old)
    try:
        new.rename(to)
    except OSError:
        if old.exists():
            old.rename(to)
        raise


def _manifest(files: Mapping[str, bytes]) -> bytes:
    listed = [
        {"path": name, "bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}
        for name, data in sorted(files.items())
    ]
    return (json.dumps({"written_by": "communique export", "files": listed}, indent=2) + "\n").encode("utf-8")


def _refuse_foreign(to: Path) -> None:
    """An export replaces a folder whole, so it must not hold anything but an earlier export."""
    if not to.exists() and not to.is_symlink():
        return
    if to.is_symlink() or not to.is_dir():
        raise ExportError(f"{to} is not a folder; choose another")
    known = {MANIFEST}
    with suppress(OSError, ValueError, TypeError, KeyError):
        manifest = json.loads((to / MANIFEST).read_text(encoding="utf-8"))
        known |= {entry["path"] for entry in manifest["files"]}
    foreign = [
        path.relative_to(to).as_posix()
        for path in sorted(to.rglob("*"))
        if not path.is_dir() and path.relative_to(to).as_posix() not in known
    ]
    if foreign:
        more = f" and {len(foreign) - 1} more" if len(foreign) > 1 else ""
        raise ExportError(f"{to} holds {foreign[0]}{more}, which no export wrote; choose an empty or new folder")
