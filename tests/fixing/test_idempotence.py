"""What was fixed or migrated once is left alone by the next run."""

from __future__ import annotations

from pathlib import Path

from communique import schemas
from support.command_line import Run
from support.folders import EXAMPLES, INVALID, copied


def contents(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_fixing_twice_changes_nothing(run: Run, tmp_path: Path) -> None:
    folder = copied(INVALID, tmp_path / "invalid")
    before = contents(folder)
    first = run("validate", folder, "--fix", "--format", "json").stdout
    once = contents(folder)
    assert once != before
    assert run("validate", folder, "--fix", "--format", "json").stdout == first
    assert contents(folder) == once


def test_migrating_twice_changes_nothing(run: Run, tmp_path: Path) -> None:
    folder = copied(EXAMPLES / schemas.versions()[0], tmp_path / "records")
    before = contents(folder)
    assert run("migrate", folder).returncode == 0
    once = contents(folder)
    assert once != before
    assert run("migrate", folder).returncode == 0
    assert contents(folder) == once
