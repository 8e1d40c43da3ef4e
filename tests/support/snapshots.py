"""Snapshots for tests."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from communique.caching import snapshot as snapshot_module
from communique.caching.snapshot import Snapshot
from communique.caching.snapshot_writer import write_snapshot
from communique.files.regular_file import read_at

IDENTITY = "program 1"
SECRET = bytes(range(32))

Sections = dict[str, dict[str, Any]]


def write(path: Path, put: Mapping[str, Mapping[str, Any]], **options: Any) -> None:
    assert write_snapshot(path, IDENTITY, SECRET, put, **options)


@contextmanager
def opened(path: Path) -> Iterator[Snapshot]:
    snapshot = Snapshot.open(path, IDENTITY, SECRET)
    assert snapshot
    with snapshot:
        yield snapshot


def content(path: Path) -> Sections:
    """All that is in the snapshot."""
    with opened(path) as snapshot:
        return {name: dict(snapshot.items(name)) for name in snapshot.sections}


def count_reads(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The lengths of what is read from snapshots from now on."""
    lengths: list[int] = []

    def counted(handle: int, length: int, offset: int) -> bytes:
        lengths.append(length)
        return read_at(handle, length, offset)

    monkeypatch.setattr(snapshot_module, "read_at", counted)
    return lengths
