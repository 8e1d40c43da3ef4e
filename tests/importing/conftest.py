"""What the tests of this folder share."""

from __future__ import annotations

from pathlib import Path

import pytest

import communique
from support.folders import CORPUS


@pytest.fixture(scope="session")
def export(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An export of a small corpus in all formats that are read back, but for one that takes long to write."""
    to = tmp_path_factory.mktemp("export") / "out"
    communique.export(communique.load(CORPUS), ["csv", "json", "jsonl", "parquet", "sqlite", "xlsx"], to)
    return to
