"""``communique validate`` reads an export back, and says where in it a finding is."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

import communique
from communique import Finding
from support.command_line import Run
from support.folders import CORPUS, copied

WRONG = "announcements", '"types":["institution_proposal"', '"types":["institution_propsal"'
PLACED = {
    "unknown code": (*WRONG, "CQ208", '"institution_propsal"'),
    "unknown id": ("announcements", '"occasion":"waic-2025"', '"occasion":"waic-2052"', "CQ301", '"waic-2052"'),
    "of a definition": ("actors", '"country":"QA"', '"country":"QX"', "CQ", '"QX"'),
}


def spoilt(export: Path, to: Path, table: str, old: str, new: str) -> Path:
    folder = Path(shutil.copytree(export / "jsonl", to / "jsonl"))
    path = folder / f"{table}.jsonl"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return folder


SLOW = ("csv", "parquet", "corpus.sqlite", "corpus.xlsx")


@pytest.mark.parametrize(
    "name", [".", "jsonl", "corpus.json", *(pytest.param(each, marks=pytest.mark.slow) for each in SLOW)]
)
def test_an_export_of_valid_records_is_valid(name: str, export: Path) -> None:
    assert communique.validate(export / name) == communique.validate(CORPUS) == []


@pytest.mark.parametrize("name", PLACED)
def test_a_finding_is_placed_in_the_line_and_the_column(name: str, export: Path, tmp_path: Path) -> None:
    table, old, new, code, word = PLACED[name]
    folder = spoilt(export, tmp_path, table, old, new)
    lines = (folder / f"{table}.jsonl").read_text(encoding="utf-8").splitlines()
    ((number, line),) = [(number, line) for number, line in enumerate(lines, start=1) if word in line]
    found = [each for each in communique.validate(folder) if each.code.startswith(code)]
    place = (str(folder / f"{table}.jsonl"), number, line.index(word) + 1)
    assert place in [(each.path, each.line, each.column) for each in found]


def test_the_same_findings_as_in_the_records(export: Path, tmp_path: Path) -> None:
    """Whichever file has them, except that only an export has its lines."""

    def said(findings: list[Finding]) -> list[tuple[str, str, str]]:
        return sorted((each.code, each.pointer, each.message) for each in findings)

    records = copied(CORPUS, tmp_path / "records")
    for path in records.rglob("*.yaml"):
        path.write_text(path.read_text(encoding="utf-8").replace("rank: preferred", "rank: normal"), encoding="utf-8")
    folder = Path(shutil.copytree(export / "jsonl", tmp_path / "jsonl"))
    path = folder / "announcements.jsonl"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('"rank":"preferred"', '"rank":"normal"'), encoding="utf-8")
    assert [each[:2] for each in said(communique.validate(folder))] == [
        each[:2] for each in said(communique.validate(records))
    ]
    assert communique.validate(folder)


def test_a_place_that_a_message_names_is_in_the_export_too(export: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(export / "jsonl", tmp_path / "jsonl"))
    lines = (folder / "announcements.jsonl").read_text(encoding="utf-8").splitlines()
    other = {**json.loads(lines[0]), "id": "cn-another-2025"}
    with (folder / "announcements.jsonl").open("a", encoding="utf-8") as file:
        file.write(json.dumps(other, ensure_ascii=False) + "\n")
    named = [each for each in communique.validate(folder) if "(" in each.message and ".jsonl:" in each.message]
    assert named
    for each in named:
        assert f"({folder / 'announcements.jsonl'}:" in each.message
        assert each.path == str(folder / "announcements.jsonl") and each.line in (1, len(lines) + 1)


def test_an_export_among_records_is_not_read(export: Path, tmp_path: Path) -> None:
    """A folder of records stays one, whatever lies beside them."""
    records = copied(CORPUS, tmp_path / "records")
    shutil.copytree(export, records / "out")
    assert communique.validate(records) == []
    shutil.copytree(export / "jsonl", records / "jsonl")
    (records / "jsonl" / "actors.jsonl").write_text("{", encoding="utf-8")
    assert communique.validate(records) == []
    shutil.copy(export / "corpus.json", records)
    assert {Path(each.path).name for each in communique.validate(records)} > {"corpus.json"}


def test_an_export_can_be_shown_and_loaded(export: Path, tmp_path: Path) -> None:
    read, original = communique.load(export / "jsonl"), communique.load(CORPUS)
    assert {each.record.id: each.record for each in read.entries} == {
        each.record.id: each.record for each in original.entries
    }
    with pytest.raises(communique.InvalidCorpusError) as caught:
        communique.load(spoilt(export, tmp_path, *WRONG))
    assert f"{tmp_path / 'jsonl' / 'announcements.jsonl'}:" in str(caught.value)


def test_nothing_in_an_export_is_fixed(run: Run, export: Path) -> None:
    done = run("validate", export / "jsonl", "--fix")
    assert done.returncode == 2 and "is an export" in done.stderr


def test_the_command_names_files_that_exist(run: Run, export: Path, tmp_path: Path) -> None:
    folder = spoilt(export, tmp_path, *WRONG)
    done = run("validate", folder)
    assert done.returncode == 1 and "3 files checked" in done.stdout
    assert f"{folder / 'announcements.jsonl'}:" in done.stdout.splitlines()[0]


def test_an_export_is_exported_again_with_the_same_bytes(run: Run, export: Path, tmp_path: Path) -> None:
    done = run("export", export / "jsonl", "--to", tmp_path / "again", "--format", "csv,json,jsonl")
    assert done.returncode == 0, done.stderr
    again = [path for path in (tmp_path / "again").rglob("*.*") if path.name != "manifest.json"]
    assert {path.name for path in again} >= {"corpus.json", "dates.csv", "announcements_flat.csv", "definitions.jsonl"}
    for path in again:
        assert path.read_bytes() == (export / path.relative_to(tmp_path / "again")).read_bytes(), path


def test_an_export_with_errors_is_not_exported(run: Run, export: Path, tmp_path: Path) -> None:
    folder = spoilt(export, tmp_path, *WRONG)
    done = run("export", folder, "--to", tmp_path / "again")
    assert done.returncode == 1 and f"{folder / 'announcements.jsonl'}:" in done.stderr
    assert not (tmp_path / "again").exists()
