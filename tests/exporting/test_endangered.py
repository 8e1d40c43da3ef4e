"""In every format: an export that is killed or runs out of room leaves the old one, and nothing that stays behind."""

from __future__ import annotations

from pathlib import Path

import pytest

import communique
from communique.exporting import FORMATS
from support.endangered_export import killed, refused
from support.folders import CORPUS
from support.written_corpus import REPORT, registry, write

LITTLE = 1500
"""Bytes of which every format has a larger file."""


@pytest.fixture
def to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An export, alone in its folder; temporary files are in a folder of their own."""
    for name in ("temporary", "few"):
        (tmp_path / name).mkdir()
    monkeypatch.setenv("TMPDIR", str(tmp_path / "temporary"))
    to = tmp_path / "there" / "out"
    communique.export(communique.load(CORPUS), "json", to)
    return to


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def left_behind(to: Path) -> list[Path]:
    """What is there but for the export."""
    temporary = to.parent.parent / "temporary"
    return [*(path for path in to.parent.iterdir() if path != to), *temporary.iterdir()]


@pytest.mark.slow
@pytest.mark.parametrize("format", FORMATS)
def test_a_killed_export_leaves_the_old_one_and_nothing_that_stays(format: str, to: Path) -> None:
    before = contents(to)
    few = write(to.parent.parent / "few", {"all": registry("all", sources=[REPORT])})
    was_killed = [killed(few, format, to, step) for step in (0, 3, 9, 27)]
    assert was_killed[:3] == [True, True, True]
    if was_killed[-1]:
        kept = to if to.exists() else to.with_name(".out.communique-export") / "old"
        assert contents(kept) == before
    assert not killed(few, format, to, 10**6)
    assert contents(to) != before and left_behind(to) == []


@pytest.mark.slow
@pytest.mark.parametrize("format", FORMATS)
def test_an_export_without_room_leaves_the_old_one_and_nothing_else(format: str, to: Path) -> None:
    before = contents(to)
    assert refused(CORPUS, format, to, LITTLE)
    assert contents(to) == before and left_behind(to) == []
