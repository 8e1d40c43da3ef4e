"""The manifest of an export: it identifies a folder as an export, so that its files are not read as records."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from .checksum import Digest
from .regular_file import read_regular

MANIFEST = "manifest.json"
_WRITTEN_BY = "communique export"
_MAX_BYTES = 1_000_000


def manifest(files: Mapping[str, Digest], facts: Mapping[str, Any]) -> bytes:
    """The manifest of these files, by their paths within the export's folder, with facts about all of them together."""
    listed = [{"path": name, "bytes": each.size, "sha256": each.sha256} for name, each in sorted(files.items())]
    return (json.dumps({"written_by": _WRITTEN_BY, **facts, "files": listed}, indent=2) + "\n").encode("utf-8")


def exported(folder: Path) -> dict[str, tuple[int, str]] | None:
    """Size in bytes and digest of each file that the folder's manifest lists, by path within the folder.

    None if there is no manifest, or it was not written by an export.
    """
    try:
        data = json.loads(read_regular(folder / MANIFEST, _MAX_BYTES, follow=False))
        if data["written_by"] != _WRITTEN_BY:
            return None
        return dict(map(_listed, data["files"]))
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return None


def exported_files(folder: Path) -> set[Path]:
    """The files that an export wrote to the folder and below it, with its manifest."""
    listed = exported(folder)
    return {folder / name for name in (*listed, MANIFEST)} if listed is not None else set()


def _listed(entry: dict[str, Any]) -> tuple[str, tuple[int, str]]:
    return str(entry["path"]), (int(entry["bytes"]), str(entry["sha256"]))
