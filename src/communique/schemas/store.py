"""The folder of the published schemas, and the versions in it."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from ..errors import CommuniqueError

_HERE = Path(__file__).resolve()


class UnknownVersionError(CommuniqueError, LookupError):
    """The schema version is unknown."""


@cache
def folder() -> Path:
    """The folder of published schemas: inside an installed package, or the repository's own in an editable install."""
    for candidate in (_HERE.parent / "published", _HERE.parents[3] / "schemas"):
        if candidate.is_dir():
            return candidate
    raise UnknownVersionError("no published schemas found next to the package")


@cache
def versions() -> tuple[str, ...]:
    """The published versions, oldest first."""
    names = [path.name for path in folder().iterdir() if (path / "announcement.schema.json").is_file()]
    return tuple(sorted(names, key=precedence))


def precedence(version: str) -> tuple[int, ...]:
    """The sort key of a version ``major.minor.patch``."""
    return tuple(int(part) for part in version.split("."))


def path(version: str, kind: str) -> Path:
    """The file of one schema."""
    return folder() / version / f"{kind}.schema.json"


@cache
def load(version: str, kind: str) -> dict[str, Any]:
    """The JSON Schema of one kind of record.

    Raises:
        UnknownVersionError: no schema of that version is published.
    """
    if version not in versions():
        raise UnknownVersionError(f"unknown schema version {version}; known versions: {', '.join(versions())}")
    import json

    schema: dict[str, Any] = json.loads(path(version, kind).read_text(encoding="utf-8"))
    return schema
