"""The columns of the last release stay where they are, unless the version says that they do not."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from support.releases import corpus, json_lines, release, released, unpacked

Json = Any
Fields = list[dict[str, Json]]
FIRST, LAST = {"name": "first", "type": "string"}, {"name": "last", "type": "string"}


@pytest.fixture
def whole(old: Path, tmp_path: Path) -> Path:
    """The export in a release, which a test may change."""
    return unpacked(old, tmp_path / "unpacked")


def edit(export: Path, change: Callable[[Fields], object]) -> None:
    """As if the table of actors had been another one in the earlier version."""
    path = export / "datapackage.json"
    package = json.loads(path.read_text(encoding="utf-8"))
    (actors,) = (each for each in package["resources"] if each["name"] == "actors")
    change(actors["schema"]["fields"])
    path.write_text(json.dumps(package), encoding="utf-8")


def swap(fields: Fields) -> None:
    fields[0], fields[1] = fields[1], fields[0]


@pytest.mark.parametrize(
    ("change", "needed", "why"),
    [
        (lambda fields: fields.insert(0, FIRST), "0.2.0", "major changes: column `first` of table `actors`: removed"),
        (lambda fields: fields.append(LAST), "0.2.0", "major changes: column `last` of table `actors`: removed"),
        (swap, "0.2.0", "major changes: column `{1}` of table `actors`: moved to another place"),
        (
            lambda fields: fields[0].update(type="date"),
            "0.2.0",
            "major changes: column `{0}` of table `actors`: was date, is string",
        ),
        (
            lambda fields: fields.pop(0),
            "0.2.0",
            "major changes: column `{0}` of table `actors`: added before columns that were there",
        ),
        (lambda fields: fields.pop(), "0.1.1", "minor changes: column `{last}` of table `actors`: added"),
        (lambda _: None, "0.1.0", "no changes"),
    ],
    ids=["first removed", "last removed", "moved", "other type", "added before", "added last", "the same"],
)
def test_a_column_that_does_not_stay_asks_for_a_version(
    change: Callable[[Fields], object], needed: str, why: str, whole: Path, old_records: Path
) -> None:
    with (whole / "csv" / "actors.csv").open(encoding="utf-8", newline="") as file:
        header = next(csv.reader(file))
    edit(whole, change)
    done = release("next", old_records, "--since", whole)
    assert (done.stdout, done.stderr) == (f"{needed}\n", why.format(*header, last=header[-1]) + "\n")


def test_a_table_that_does_not_stay_asks_for_a_version(whole: Path, old_records: Path) -> None:
    path = whole / "datapackage.json"
    package = json.loads(path.read_text(encoding="utf-8"))
    package["resources"][0]["name"] = "statistics"
    path.write_text(json.dumps(package), encoding="utf-8")
    done = release("next", old_records, "--since", whole)
    assert (done.stdout, done.stderr) == ("0.2.0\n", "major changes: table `statistics`: removed\n")


def test_a_release_that_moves_columns_is_refused_or_says_so(whole: Path, tmp_path: Path) -> None:
    edit(whole, lambda fields: fields.append(LAST))
    low, high = (corpus(tmp_path / version, version=version) for version in ("0.1.9", "0.2.0"))
    done = release("0.1.9", low, "--to", tmp_path / "release", "--since", whole)
    assert done.exit_code == 2 and "0.2.0 is needed" in done.stderr and not (tmp_path / "release").exists()
    new = released(tmp_path / "release", high, "0.2.0", "--since", whole)
    assert "### Removed\n\n- Column `last` of table `actors`\n" in (new / "RELEASE_NOTES.md").read_text()
    assert [each["field"] for each in json_lines(new / "delta.jsonl")] == ["version"]


def test_without_a_description_of_the_columns_nobody_knows_whether_they_stay(whole: Path, old_records: Path) -> None:
    (whole / "datapackage.json").unlink()
    done = release("next", old_records, "--since", whole)
    assert done.exit_code == 2 and "datapackage.json" in done.stderr and "--format csv,jsonl,metadata" in done.stderr
