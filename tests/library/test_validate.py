"""`validate` as a function."""

from __future__ import annotations

from pathlib import Path

import communique
from support.fixable_record import TEXT
from support.folders import CORPUS


def test_validate_in_the_library_never_writes(tmp_path: Path) -> None:
    path = tmp_path / "example.yaml"
    path.write_text(TEXT.replace("speech", "speach"))
    communique.validate(path)
    communique.validate(CORPUS)
    assert "speach" in path.read_text()
