"""An export is whole or not at all, and the same bytes again."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

import communique
from communique import Corpus, ExportError
from support.command_line import Run
from support.folders import CORPUS, RECORD


def contents(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_the_same_input_gives_the_same_bytes(run: Run, tmp_path: Path) -> None:
    for name in ("one", "two"):
        assert run("export", CORPUS, "--to", tmp_path / name).returncode == 0
    assert contents(tmp_path / "one") == contents(tmp_path / "two")
    manifest = json.loads((tmp_path / "one" / "manifest.json").read_text())
    listed = {entry["path"]: entry["sha256"] for entry in manifest["files"]}
    assert listed == {name: digest for name, digest in contents(tmp_path / "one").items() if name != "manifest.json"}


def test_invalid_records_publish_nothing_and_leave_the_old_export(run: Run, tmp_path: Path, corpus_copy: Path) -> None:
    to = tmp_path / "out"
    assert run("export", corpus_copy, "--to", to).returncode == 0
    before = contents(to)
    path = corpus_copy / "2025" / RECORD.name
    path.write_text(path.read_text(encoding="utf-8").replace("status: reviewed", "status: revewed"), encoding="utf-8")
    done = run("export", corpus_copy, "--to", to)
    assert (done.returncode, done.stdout) == (1, "")
    assert "CQ208" in done.stderr and "Nothing was exported" in done.stderr
    assert contents(to) == before
    assert run("export", corpus_copy, "--to", tmp_path / "new").returncode == 1
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("spoiler", ["notes.xlsx", "csv/mine.csv"])
def test_files_of_others_are_never_replaced(spoiler: str, run: Run, tmp_path: Path) -> None:
    to = tmp_path / "out"
    assert run("export", CORPUS, "--to", to).returncode == 0
    (to / spoiler).write_text("mine")
    before = contents(to)
    done = run("export", CORPUS, "--to", to, "--format", "json")
    assert done.returncode == 2 and spoiler in done.stderr
    assert contents(to) == before


def test_a_failing_write_leaves_the_old_export(corpus: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    to = tmp_path / "out"
    communique.export(corpus, "json", to)
    before = contents(to)
    create = Path.open
    created: list[Any] = []

    def full_disk(self: Path, *options: Any) -> Any:
        created.append(self)
        if len(created) > 3:
            raise OSError(28, "No space left on device")
        return create(self, *options)

    with monkeypatch.context() as patched, pytest.raises(ExportError, match="No space left"):
        patched.setattr(Path, "open", full_disk)
        communique.export(corpus, ["csv"], to)
    assert contents(to) == before
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_an_unknown_format_is_refused(corpus: Corpus, tmp_path: Path, run: Run) -> None:
    with pytest.raises(ExportError, match="xls"):
        communique.export(corpus, "xls", tmp_path / "out")
    assert run("export", CORPUS, "--to", tmp_path / "out", "--format", "xls").returncode == 2
