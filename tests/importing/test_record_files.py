"""``communique import EXPORT --to FOLDER`` writes all records as files, or none."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

import communique
from communique.models import is_id
from support.command_line import Run
from support.folders import CORPUS


@pytest.mark.parametrize(
    "name", ["jsonl", *(pytest.param(each, marks=pytest.mark.slow) for each in (".", "csv", "corpus.xlsx"))]
)
def test_an_export_becomes_records_that_are_valid_and_the_same(
    run: Run, export: Path, name: str, tmp_path: Path
) -> None:
    done = run("import", export / name, "--to", tmp_path / "records")
    assert done.returncode == 0 and done.stderr == ""
    before, after = communique.load(CORPUS), communique.load(tmp_path / "records")
    assert {each.record.id: each.record for each in after.entries} == {
        each.record.id: each.record for each in before.entries
    }
    assert communique.validate(tmp_path / "records") == communique.validate(CORPUS) == []
    assert sorted(path.name for path in (tmp_path / "records").rglob("*.yaml")) == sorted(
        path.name for path in CORPUS.rglob("*.yaml")
    )


def test_nothing_is_written_over_what_is_there(run: Run, export: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    done = run("import", export, "--to", tmp_path)
    assert done.returncode == 2 and "is not empty" in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_nothing_is_written_if_a_line_cannot_be_read(run: Run, export: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(export / "jsonl", tmp_path / "jsonl"))
    with (copy / "actors.jsonl").open("a") as file:
        file.write("{\n")
    done = run("import", copy, "--to", tmp_path / "out")
    assert done.returncode == 1 and "actors.jsonl:" in done.stderr and "Nothing was written." in done.stderr
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("id", ["../../outside", "con", "", "A b"])
def test_an_id_cannot_name_a_file_elsewhere(run: Run, export: Path, tmp_path: Path, id: str) -> None:
    assert id == "con" or not is_id(id)
    copy = Path(shutil.copytree(export / "jsonl", tmp_path / "in" / "jsonl"))
    lines = [json.loads(line) for line in (copy / "announcements.jsonl").read_text(encoding="utf-8").splitlines()]
    lines.append(lines[0] | {"id": id})
    (copy / "announcements.jsonl").write_text("".join(json.dumps(each) + "\n" for each in lines), encoding="utf-8")
    done = run("import", copy, "--to", tmp_path / "in" / "out")
    assert done.returncode == 2 and "has no id that can be the name of a file" in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["in"]
    assert [path.name for path in (tmp_path / "in").iterdir()] == ["jsonl"]
