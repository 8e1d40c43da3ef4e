"""What the tests of this folder share."""

from __future__ import annotations

from pathlib import Path

import pytest

from support.formatted import BAD


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "example.yaml").write_text(BAD, encoding="utf-8")
    return tmp_path
