"""In every format: an export that is killed, or runs out of room, leaves the old one whole, and nothing that stays."""

from __future__ import annotations

import signal
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

import communique
from communique.exporting import FORMATS, HeldThings, pieces
from support.command_line import Run
from support.endangered import killed_at, without_room
from support.folders import CORPUS

Export = Callable[..., tuple[int, str]]


@pytest.fixture
def to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An export, alone in its folder; the temporary files of later ones have a folder of their own."""
    (tmp_path / "temporary").mkdir()
    monkeypatch.setenv("TMPDIR", str(tmp_path / "temporary"))
    to = tmp_path / "there" / "out"
    communique.export(communique.load(CORPUS), "json", to)
    return to


@pytest.fixture
def export(run: Run, to: Path) -> Export:
    """Exports the small corpus over the other export; returns the exit code, and what standard error says."""

    def export(format: str, before: Callable[[], None] | None = None) -> tuple[int, str]:
        done = run("export", CORPUS, "--format", format, "--to", to, "-j", 1, before=before)
        return done.returncode, done.stderr

    return export


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def left(to: Path) -> list[Path]:
    """What there is beside the export, and among temporary files."""
    return [
        *(path for path in to.parent.iterdir() if path != to),
        *(to.parent.parent / "temporary").iterdir(),
    ]


def size(format: str) -> tuple[int, int]:
    """The number of pieces, and the bytes of the largest file."""
    made = [*pieces(HeldThings.of(communique.load(CORPUS)), [format])]
    files = {name: sum(len(piece) for path, piece in made if path == name) for name, _ in made}
    return len(made), max(files.values())


@pytest.mark.slow
@pytest.mark.parametrize("format", FORMATS)
def test_a_killed_export_leaves_the_old_one_and_nothing_that_stays(format: str, to: Path, export: Export) -> None:
    before, (number, _) = contents(to), size(format)
    for piece in sorted({0, number // 2, number - 1}):
        assert export(format, partial(killed_at, piece)) == (-signal.SIGKILL, "")
        assert contents(to) == before
    assert left(to) != []
    assert export("csv") == (0, "")
    assert left(to) == [] and (to / "csv").is_dir()


@pytest.mark.slow
@pytest.mark.parametrize("format", FORMATS)
def test_an_export_without_room_leaves_the_old_one_and_nothing_else(format: str, to: Path, export: Export) -> None:
    before, (_, largest) = contents(to), size(format)
    code, said = export(format, partial(without_room, largest // 2))
    assert code == 2 and said.startswith("Error: cannot ") and said.count("\n") == 1
    assert contents(to) == before and left(to) == []


def test_the_same_by_default(to: Path, export: Export) -> None:
    before = contents(to)
    assert export("csv", partial(killed_at, 9)) == (-signal.SIGKILL, "")
    assert contents(to) == before and left(to) != []
    code, said = export("csv", partial(without_room, 1000))
    assert code == 2 and "File too large" in said and said.count("\n") == 1
    assert contents(to) == before and left(to) == []
    assert export("csv") == (0, "") and left(to) == []
