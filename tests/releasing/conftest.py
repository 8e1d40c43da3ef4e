"""What the tests of this folder share."""

from __future__ import annotations

from pathlib import Path

import pytest

from support.releases import corpus, released


@pytest.fixture(scope="session")
def old_records(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The corpus; nobody changes it."""
    return corpus(tmp_path_factory.mktemp("old") / "records")


@pytest.fixture(scope="session")
def old(old_records: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A release of it; nobody changes it."""
    return released(tmp_path_factory.mktemp("old") / "release", old_records)
