"""A file that cannot be read sets off nothing in other files."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from communique.api import inspect, validate
from support.command_line import Run
from support.written_corpus import (
    DATASET,
    EVIDENCE,
    REPORT,
    TWO_WAYS,
    announcement,
    by_file,
    registry,
    write,
)


def spoil_byte(path: Path) -> None:
    path.write_bytes(path.read_bytes() + b"# \xff\n")


def spoil_id(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b"report", b"rep\xfcrt", 1))


def empty(path: Path) -> None:
    path.write_bytes(b"")


def make_large(path: Path) -> None:
    path.write_bytes(path.read_bytes() + b"#" * 2_000_000)


def make_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def make_pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def make_link_to_nothing(path: Path) -> None:
    path.unlink()
    path.symlink_to("gone.yaml")


def cut_utf_16(path: Path) -> None:
    content = path.read_text(encoding="utf-8").encode("utf-16")
    path.write_bytes(content[: len(content) // 3])


def make_utf_16_without_mark(path: Path) -> None:
    path.write_bytes(path.read_text(encoding="utf-8").encode("utf-16-le"))


def misspell_list(path: Path) -> None:
    path.write_text(path.read_text(encoding="utf-8").replace('"sources"', '"sourcs"'), encoding="utf-8")


def misspell_kind(path: Path) -> None:
    path.write_text(path.read_text(encoding="utf-8").replace('"kind"', '"knid"'), encoding="utf-8")


def make_list(path: Path) -> None:
    path.write_text(f"[{path.read_text(encoding='utf-8')}]", encoding="utf-8")


@pytest.mark.parametrize(
    ("spoil", "code", "is_unread"),
    [
        (spoil_byte, "CQ102", False),
        (spoil_id, "CQ102", True),
        (empty, "CQ104", True),
        (make_large, "CQ111", True),
        (make_folder, "CQ101", True),
        (make_pipe, "CQ101", True),
        (make_link_to_nothing, "CQ101", True),
        (cut_utf_16, "CQ102", True),
        (make_utf_16_without_mark, "CQ113", False),
        (misspell_list, "CQ206", False),
        (misspell_kind, "CQ206", False),
        (make_list, "CQ201", False),
    ],
)
def test_a_spoilt_registry_is_its_own_mistake_only(
    spoil: Callable[[Path], None], code: str, is_unread: bool, tmp_path: Path, run: Run
) -> None:
    """Neither are references to it dangling, nor is what it may refer to unused."""
    group = {"type": "group", "name": {"en": "X"}}
    used = registry("used", actors=[{"id": "x", **group, "name": {"en": "Whole"}}])
    sources = registry("sources", sources=[REPORT], actors=[{"id": "part", **group, "part_of": "x"}])
    role = {"actor": "part", "role": "host", "evidence": EVIDENCE}
    write(tmp_path, {"dataset": DATASET, "a": announcement("a", roles=[role]), "used": used, "sources": sources})
    assert validate(tmp_path) == []
    spoil(tmp_path / "sources.yaml")
    report = inspect(tmp_path)
    assert {(Path(each.path).name, each.code) for each in report.findings} >= {("sources.yaml", code)}
    assert {Path(each.path).name for each in report.findings if each.code != "CQ312"} == {"sources.yaml"}
    assert validate(tmp_path / "a.yaml") == []
    said = "undefined references not reported, because sources.yaml cannot be read and may define the ids"
    assert (said in run("validate", ".", cwd=tmp_path).stdout.splitlines()) == is_unread


def test_a_file_of_another_program_hides_nothing(tmp_path: Path) -> None:
    lone = registry("lone", actors=[{"id": "alone", "type": "group", "name": {"en": "Lone"}}])
    role = {"actor": "lone-thing", "role": "host", "evidence": EVIDENCE}
    files = {"dataset": DATASET, "a": announcement("a", roles=[role], sources=[REPORT])}
    write(tmp_path, {**files, "lone": lone, "compose": {"version": 3, "id": "lone-thing"}})
    found = by_file(validate(tmp_path))
    assert {Path(path).name: [each.code for each in some] for path, some in found.items()} == {
        "a.yaml": ["CQ301"],
        "compose.yaml": ["CQ205", "CQ205"],
        "lone.yaml": ["CQ312"],
    }
    for path, some in found.items():
        assert validate(path) == some


def test_what_took_the_place_of_a_record_may_stand_in_a_broken_one(tmp_path: Path) -> None:
    old = announcement("old", status="superseded", replaced_by="new")
    relation = {**TWO_WAYS["b"][0], "target": "old"}
    new = announcement("new", tpyes=[])
    write(tmp_path, {"a": announcement("a", relations=[relation], sources=[REPORT]), "old": old, "new": new})
    (relied_on,) = [each for each in validate(tmp_path) if each.code == "CQ310"]
    assert relied_on.help == "use new, which replaced it"


def test_a_witness_whose_source_cannot_be_read_is_no_witness_of_its_own(tmp_path: Path) -> None:
    def date(value: str, *sources: str, **fields: str) -> dict[str, Any]:
        return {"role": "announced", "value": value, "evidence": [{"source": each} for each in sources], **fields}

    dates = [date("2025-07-26", "report", "copy", rank="preferred"), date("2025-07-25", "third")]
    sources = [REPORT, {**REPORT, "id": "copy", "derived_from": "report"}]
    third = registry("more", sources=[{**REPORT, "id": "third"}])
    write(tmp_path, {"a": announcement("a", dates=dates, sources=sources), "more": third})
    assert [each.code for each in validate(tmp_path)] == ["CQ409"]
    (tmp_path / "more.yaml").write_text((tmp_path / "more.yaml").read_text() + "'")
    assert [(Path(each.path).name, each.code) for each in validate(tmp_path)] == [("more.yaml", "CQ105")]
