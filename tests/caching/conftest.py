"""What the tests of the cache share."""

from __future__ import annotations

from pathlib import Path

import pytest

from communique.caching.secret import VARIABLE


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of the user's own, in which no secret is yet."""
    home = tmp_path / "home"
    home.mkdir()
    for name in (VARIABLE, "XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(home))
    return home


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder that could have a cache."""
    project = tmp_path / "project"
    project.mkdir()
    return project
