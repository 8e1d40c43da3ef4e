"""What is given as the earlier version may be anything."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest

from communique.models import SCHEMA_VERSION
from support.releases import corpus, release, unpacked

ACTORS = Path("jsonl", "actors.jsonl")


def spoilt(export: Path, content: str) -> Path:
    (export / ACTORS).write_text(content, encoding="utf-8")
    return export


def emptied(export: Path) -> Path:
    (export / ACTORS).unlink()
    return export


def spoilt_view(export: Path) -> Path:
    path = export / "csv" / "announcements_flat.csv"
    path.write_text(path.read_text().replace("2025-07-26", "\x00").replace('"id"', '"key"'))
    return export


def of_later_schema(export: Path) -> Path:
    path = export / "jsonl" / "datasets.jsonl"
    path.write_text(path.read_text().replace(f'"schema_version":"{SCHEMA_VERSION}"', '"schema_version":"9.0.0"'))
    return export


def of_no_version(export: Path) -> Path:
    path = export / "jsonl" / "datasets.jsonl"
    path.write_text(path.read_text().replace('"version":"0.1.0"', '"version":["x"]'))
    return export


def no_zip(export: Path) -> Path:
    path = export.parent / "no.zip"
    path.write_text("no zip file")
    return path


def damaged_zip(export: Path) -> Path:
    path = export.parent / "damaged.zip"
    with ZipFile(path, "w") as zip_file:
        for file in sorted(export.rglob("*.*")):
            zip_file.write(file, file.relative_to(export))
    content = path.read_bytes()
    path.write_bytes(content.replace(b'"type":"person"', b'"type":"persom"'))
    return path


def other_zip(export: Path) -> Path:
    path = export.parent / "other.zip"
    with ZipFile(path, "w") as zip_file:
        zip_file.writestr("../../readme.txt", "Hello")
    return path


def several_zips(export: Path) -> Path:
    folder = export.parent / "several"
    folder.mkdir()
    for name in ("one", "two"):
        (folder / f"{name}.zip").write_text("")
    return folder


def empty_folder(export: Path) -> Path:
    folder = export.parent / "empty"
    folder.mkdir()
    return folder


def wrong_records(export: Path) -> Path:
    return corpus(export.parent / "wrong", lambda files: files["a"].update(status="revewed"))


def pipe(export: Path) -> Path:
    os.mkfifo(emptied(export) / ACTORS)
    return export


SPOILT = [
    (emptied, "no file jsonl/actors.jsonl"),
    (damaged_zip, "cannot read jsonl/actors.jsonl"),
    (lambda export: spoilt(export, '{"id": "q"}\n{"id": "p"}\n'), "not in the order of the ids"),
]
SPOILT_OTHERWISE = [
    (pipe, "no file jsonl/actors.jsonl"),
    (lambda export: spoilt(export, "{}\n"), "jsonl/actors.jsonl:1: expected a JSON object with an id"),
    (lambda export: spoilt(export, '{"id": "p"}\n['), "jsonl/actors.jsonl:2: expected a JSON object"),
    (lambda export: spoilt(export, "[" * 100_000), "jsonl/actors.jsonl:1: expected a JSON object"),
    (lambda export: spoilt(export, '{"id": "p"}\n{"id": "p"}\n'), "not in the order of the ids"),
    (spoilt_view, "csv/announcements_flat.csv is not the table of an export"),
    (of_later_schema, "has schema version 9.0.0"),
    (of_no_version, "a release has three numbers"),
    (no_zip, "not a zip file, or it is damaged"),
    (other_zip, "has no folder jsonl"),
    (several_zips, "several zip files: one.zip, two.zip"),
    (empty_folder, "has no records"),
    (wrong_records, "CQ208"),
]


@pytest.mark.parametrize(
    ("earlier", "says"), [*SPOILT, *(pytest.param(*each, marks=pytest.mark.slow) for each in SPOILT_OTHERWISE)]
)
def test_a_damaged_version_gives_one_line(
    earlier: Callable[[Path], Path], says: str, old: Path, old_records: Path, tmp_path: Path
) -> None:
    since = earlier(unpacked(old, tmp_path / "unpacked"))
    done = release("0.1.0", old_records, "--to", tmp_path / "release", "--since", since, "--format", "csv")
    assert done.exit_code == 2 and says in done.stderr and done.stderr.count("\n") == 1
    assert not (tmp_path / "release").exists()


@pytest.mark.slow
def test_a_damaged_description_of_the_columns_gives_one_line(old: Path, old_records: Path, tmp_path: Path) -> None:
    export = unpacked(old, tmp_path / "unpacked")
    for content in ("[]", '{"resources": [{}]}', "{", "[" * 100_000):
        (export / "datapackage.json").write_text(content)
        done = release("next", old_records, "--since", export)
        assert done.exit_code == 2 and "does not describe tables" in done.stderr and done.stderr.count("\n") == 1


def test_values_of_any_type_are_compared(old: Path, old_records: Path, tmp_path: Path) -> None:
    """Whoever changes an export gets what they made of it, and no defect."""
    odd = '{"id":"p","name":7,"country":{"a":[]},"evidence":[[]],"members":{"x":1},"identifiers":[{"scheme":[1]}]}\n'
    export = spoilt(unpacked(old, tmp_path / "unpacked"), odd)
    records = corpus(tmp_path / "records", version="0.2.0")
    done = release("0.2.0", records, "--to", tmp_path / "release", "--since", export, "--format", "csv")
    assert done.exit_code == 0, done.output
    assert "- Actor `p`: Ada Example\n" in (tmp_path / "release" / "RELEASE_NOTES.md").read_text()


def test_a_release_may_replace_the_one_before(old: Path, tmp_path: Path) -> None:
    to = Path(shutil.copytree(old, tmp_path / "release"))
    records = corpus(tmp_path / "records", version="0.2.0")
    assert release("0.2.0", records, "--to", to, "--since", to, "--format", "csv").exit_code == 0
    assert [path.name for path in to.glob("*.zip")] == ["all-0.2.0.zip"] and (to / "delta.jsonl").exists()


@pytest.mark.slow
def test_an_earlier_version_may_be_a_revision(tmp_path: Path) -> None:
    repository = tmp_path / "repository"
    repository.mkdir()
    records = corpus(repository / "records", lambda files: files["a"].update(note="As it was."))
    for command in ("init --quiet", "add .", "commit --quiet --message=First", "tag v0.1.0"):
        identity = ["-c", "user.name=Somebody", "-c", "user.email=somebody@example.org", "-c", "commit.gpgsign=false"]
        subprocess.run(["git", *identity, *command.split()], cwd=repository, check=True)
    shutil.rmtree(records)
    corpus(records)
    done = release("next", records, "--since", "git:v0.1.0")
    assert (done.stdout, done.stderr) == ("0.1.1\n", "patch changes: announcements `a`: corrected\n")
    for revision, says in (("v9", "v9"), ("--output=/tmp/x", "not a revision"), ("", "not a revision")):
        done = release("next", records, "--since", f"git:{revision}")
        assert done.exit_code == 2 and says in done.stderr and done.stderr.count("\n") == 1
