"""A release is one folder with everything, complete or not at all."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import NoReturn
from zipfile import ZipFile

import pytest

import communique
from support.releases import ALWAYS, REVISION, corpus, json_lines, release, released, unpacked


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.slow
def test_a_release_has_the_export_and_what_people_open(old_records: Path, tmp_path: Path) -> None:
    to = tmp_path / "release"
    assert release("0.1.0", old_records, "--to", to).output == f"0.1.0 released to {to}: 9 files\n"
    assert sorted(path.name for path in to.iterdir()) == [
        ".zenodo.json",
        "CITATION.cff",
        "README.md",
        "RELEASE_NOTES.md",
        "SHA256SUMS",
        "all-0.1.0.zip",
        "corpus.json",
        "corpus.sqlite",
        "corpus.xlsx",
        "manifest.json",
    ]
    whole = unpacked(to, tmp_path / "unpacked")
    formats = ["csv", "jsonl", "metadata", "json", "parquet", "sqlite", "xlsx"]
    communique.export(communique.load(old_records), formats, tmp_path / "export")
    assert contents(whole) == contents(tmp_path / "export")
    for name in (".zenodo.json", "CITATION.cff", "corpus.sqlite", "corpus.xlsx"):
        assert (to / name).read_bytes() == (whole / name).read_bytes()
    readme = (to / "README.md").read_text()
    assert readme.startswith((whole / "README.md").read_text()) and "`all-0.1.0.zip` has everything" in readme


def test_a_release_has_few_files_and_no_folders(old: Path) -> None:
    assert sorted(path.name for path in old.iterdir() if path.is_file()) == sorted(path.name for path in old.iterdir())
    assert {path.name for path in old.iterdir()} == {
        ".zenodo.json",
        "CITATION.cff",
        "README.md",
        "RELEASE_NOTES.md",
        "SHA256SUMS",
        "all-0.1.0.zip",
        "manifest.json",
    }


def test_checksums_are_of_every_file_that_is_uploaded(old: Path) -> None:
    lines = [line.split("  ") for line in (old / "SHA256SUMS").read_text().splitlines()]
    visible = {path for path in old.iterdir() if path.name not in (".zenodo.json", "SHA256SUMS", "manifest.json")}
    assert {name: digest for digest, name in lines} == {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in visible
    }


def test_the_first_release_says_what_is_in_it(old: Path) -> None:
    assert (old / "RELEASE_NOTES.md").read_text() == (
        "## [0.1.0] - 2026-11-24\n\n### Added\n\n"
        "- 2 announcements, 1 actor, 1 instrument, 2 sources, 1 registry and 1 dataset\n\n"
        "`all-0.1.0.zip` has everything.\n"
    )
    assert not (old / "delta.jsonl").exists()


@pytest.mark.parametrize(
    ("revisions", "said"),
    [
        ([], "the dataset record has no new revision since 0.1.0"),
        (["2026-11-24"], "of 2026-11-24, and 0.1.0 is of the same day or a later one (2026-11-24)"),
        (["2026-11-25"], ""),
    ],
)
def test_a_release_without_a_day_of_its_own_has_a_warning(
    revisions: list[str], said: str, old: Path, tmp_path: Path
) -> None:
    more = [{**REVISION, "date": day, "change": "updated"} for day in revisions]
    records = corpus(tmp_path / "r", lambda files: files["dataset"]["revisions"].extend(more), version="0.1.1")
    done = release("0.1.1", records, "--to", tmp_path / "new", "--since", old, "--format", ALWAYS)
    assert done.exit_code == 0, done.output
    warnings = [line for line in done.stderr.splitlines() if line.startswith("warning: ")]
    assert len(warnings) == bool(said) and said in done.stderr


@pytest.mark.parametrize("place", ["folder", "zip file", "export", "records"])
def test_the_delta_of_a_release_against_itself_is_empty(
    place: str, old: Path, old_records: Path, tmp_path: Path
) -> None:
    since = {
        "folder": lambda: old,
        "zip file": lambda: next(old.glob("*.zip")),
        "export": lambda: unpacked(old, tmp_path / "unpacked"),
        "records": lambda: old_records,
    }[place]()
    again = released(tmp_path / "again", old_records, "0.1.0", "--since", since)
    assert json_lines(again / "delta.jsonl") == []
    assert "Since 0.1.0: nothing changed in the records." in (again / "RELEASE_NOTES.md").read_text()
    (one,), (other,) = old.glob("*.zip"), again.glob("*.zip")
    assert one.read_bytes() == other.read_bytes()


def test_the_dataset_record_has_the_version(tmp_path: Path) -> None:
    records = corpus(tmp_path / "records")
    done = release("0.2.0", records, "--to", tmp_path / "release")
    assert done.exit_code == 2
    assert "dataset.yaml:14: the version is 0.1.0; write version: 0.2.0 there" in done.output
    assert not (tmp_path / "release").exists()


@pytest.mark.parametrize("version", ["1.0", "v1.0.0", "1.0.0-rc.1", "01.0.0", "9" * 5000])
def test_a_version_has_three_numbers(version: str, old_records: Path, tmp_path: Path) -> None:
    done = release(version, old_records, "--to", tmp_path / "release")
    assert done.exit_code == 2 and "three numbers" in done.output


def test_a_part_of_a_corpus_is_not_released(old_records: Path, tmp_path: Path) -> None:
    done = release("0.1.0", old_records / "a.yaml", "--to", tmp_path / "release", "--format", ALWAYS)
    assert done.exit_code == 2 and "a.yaml is a part of a corpus, and a release is the whole; give " in done.stderr
    assert not (tmp_path / "release").exists()


def test_records_with_errors_release_nothing_and_leave_the_last_release(old_records: Path, tmp_path: Path) -> None:
    to = released(tmp_path / "release", old_records)
    before = contents(to)
    records = corpus(tmp_path / "records", lambda files: files["a"].update(status="revewed"))
    done = release("0.1.0", records, "--to", to)
    assert done.exit_code == 1 and "CQ208" in done.output and "Nothing was released" in done.output
    assert contents(to) == before


def test_warnings_are_refused_if_it_is_strict(old_records: Path, tmp_path: Path) -> None:
    done = release("0.1.0", old_records, "--to", tmp_path / "release", "--format", ALWAYS, "--strict")
    assert done.exit_code == 1 and "warning CQ540" in done.output and "Nothing was released" in done.output
    assert not (tmp_path / "release").exists()


def test_a_corpus_without_a_dataset_record_has_no_version(tmp_path: Path) -> None:
    records = corpus(tmp_path / "records", lambda files: files.pop("dataset"))
    done = release("0.1.0", records, "--to", tmp_path / "release", "--format", ALWAYS)
    assert done.exit_code == 2 and "no dataset record" in done.output


def test_files_in_the_zip_file_have_the_day_of_the_version_or_that_of_source_date_epoch(
    old: Path, old_records: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def times(folder: Path) -> set[tuple[int, ...]]:
        with ZipFile(next(folder.glob("*.zip"))) as zip_file:
            return {info.date_time for info in zip_file.infolist()}

    assert times(old) == {(2026, 11, 24, 0, 0, 0)}
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert times(released(tmp_path / "early", old_records)) == {(1980, 1, 1, 0, 0, 0)}
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
    assert times(released(tmp_path / "later", old_records)) == {(2001, 9, 9, 1, 46, 40)}
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    done = release("0.1.0", old_records, "--to", tmp_path / "never")
    assert done.exit_code == 2 and "SOURCE_DATE_EPOCH" in done.output


def test_what_is_missing_is_asked_for(old_records: Path) -> None:
    assert "--to" in release("0.1.0", old_records).output
    assert "--since" in release("next", old_records).output
    assert "unknown format 'xls'" in release("0.1.0", old_records, "--to", "out", "--format", "xls").output


def test_without_room_for_temporary_files_nothing_is_written(
    old_records: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full_disk(*_: object) -> NoReturn:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("communique.releasing.edition.write_pieces", full_disk)
    done = release("0.1.0", old_records, "--to", tmp_path / "release", "--format", ALWAYS)
    assert done.exit_code == 2 and "folder of temporary files: No space left" in done.stderr
    assert [*tmp_path.iterdir()] == []


@pytest.mark.slow
def test_the_zip_file_is_a_data_package_and_a_crate_for_their_libraries(old: Path) -> None:
    from frictionless import Package, validate
    from rocrate.rocrate import ROCrate

    (file,) = map(str, old.glob("*.zip"))
    assert validate(file, type="package").valid and Package(file).version == "0.1.0"
    assert ROCrate(file).name == "All"
