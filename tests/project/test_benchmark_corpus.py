"""The corpora that benchmarks are run on: valid, the same every time, and with mistakes where they are asked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.corpus import write
from benchmarks.spoiling import MISTAKES
from communique import validate


def content(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.*")}


@pytest.mark.parametrize("as_json", [False, True], ids=["yaml", "json"])
def test_copies_of_the_records_are_valid_together(tmp_path: Path, as_json: bool) -> None:
    """Sixteen are two worlds, with definitions in common, because no world has so many."""
    written = write(tmp_path / "made", 16, as_json=as_json)
    files = content(tmp_path / "made")
    assert validate(tmp_path / "made") == []
    assert len([path for path in files if not path.startswith(("registry", "dataset"))]) == written.announcements == 16
    assert (len(files), sum(map(len, files.values()))) == (written.files, written.bytes)


def test_the_seed_decides_what_is_written(tmp_path: Path) -> None:
    for name, seed in (("one", 1), ("again", 1), ("other", 2)):
        write(tmp_path / name, 9, mistakes=0.5, seed=seed)
    one, again, other = (content(tmp_path / name) for name in ("one", "again", "other"))
    assert one == again != other


def test_mistakes_are_found_and_nothing_else(tmp_path: Path) -> None:
    written = write(tmp_path, 24, mistakes=1)
    expected = {path: MISTAKES[name].code for path, name in written.mistakes.items()}
    found = {Path(each.path).relative_to(tmp_path).as_posix(): each.code for each in validate(tmp_path)}
    assert found == expected
    assert set(expected.values()) == {each.code for each in MISTAKES.values()}
