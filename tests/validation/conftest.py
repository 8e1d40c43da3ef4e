"""What the tests of this folder share."""

from __future__ import annotations

from pathlib import Path

import pytest

from support.baseline_entries import DATASET, PLAN, SOURCES


@pytest.fixture
def records(tmp_path: Path) -> Path:
    """Three announcements with one finding each."""
    folder = tmp_path / "records"
    folder.mkdir()
    (folder / "dataset.yaml").write_text(DATASET)
    (folder / "sources.yaml").write_text(SOURCES)
    for id in ("one", "two", "three"):
        (folder / f"{id}.yaml").write_text(PLAN.format(id=id))
    return folder
