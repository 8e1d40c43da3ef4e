"""Another id for a thing, in every file that names it, and nothing else."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

import communique
from communique.assisting.mentions import mentions
from communique.assisting.open_files import OpenFiles
from communique.assisting.renaming import RenameError, renaming
from communique.text.edits import apply
from support.editor import Editor

SERVER = [sys.executable, "-m", "communique", "lsp"]
NEW = "renamed-by-a-test"
CAN_RENAME_FILES = {"workspace": {"workspaceEdit": {"documentChanges": True, "resourceOperations": ["rename"]}}}


@pytest.fixture
def record(corpus_copy: Path) -> Path:
    """A record of a small corpus that a test may spoil."""
    return corpus_copy / "2025" / "cn-waico-proposal-2025.yaml"


def contents(root: Path) -> dict[str, bytes]:
    """The bytes of every file, by its path."""
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def rename(path: Path, index: int, new: str) -> Path:
    """Rename the id at this place, on disk; returns where the file is then."""
    files = OpenFiles()
    files.put(path, path.read_bytes().decode("utf-8"))
    found = renaming(files, path, index, new)
    for each, (text, edits) in found.edits.items():
        each.write_bytes(apply(text, edits).encode("utf-8"))
    if found.file:
        found.file[0].rename(found.file[1])
    return found.file[1] if found.file and found.file[0] == path else path


def definitions(root: Path) -> list[tuple[Path, int, str]]:
    """Every id that the corpus defines, except those of registries and of the dataset, which nobody refers to."""
    return [
        (path, each.start, each.kinds[0])
        for path in sorted(root.rglob("*.yaml"))
        for each in mentions(path.read_bytes().decode("utf-8"))
        if each.is_definition and each.kinds[0] not in ("registry", "dataset")
    ]


def test_every_id_of_the_corpus_can_be_renamed_and_back(corpus_copy: Path) -> None:
    before = contents(corpus_copy)
    assert communique.validate(corpus_copy) == []
    all_ = definitions(corpus_copy)
    by_kind = {kind: [each for each in all_ if each[2] == kind] for kind in {kind for *_, kind in all_}}
    assert {"announcement", "actor", "source", "passage"} <= by_kind.keys()
    for path, index, kind in (each for some in by_kind.values() for each in some[:: max(1, len(some) // 2)]):
        text = path.read_bytes().decode("utf-8")
        old = next(each for each in mentions(text) if each.start == index).id.rpartition("#")[2]
        there = rename(path, index, NEW)
        assert communique.validate(corpus_copy) == [], (kind, old)
        after = contents(corpus_copy)
        assert after != before and all(NEW.encode() in after[name] for name in after if after[name] != before.get(name))
        at = next(each for each in mentions(there.read_text(encoding="utf-8")) if each.id.rpartition("#")[2] == NEW)
        rename(there, at.start, old)
        assert contents(corpus_copy) == before, (kind, old)


def test_findings_are_the_same_with_the_other_id(record: Path) -> None:
    text = record.read_text(encoding="utf-8").replace("\n", "\r\n").replace("  role: announcer", "  role: announcr", 1)
    record.write_bytes(text.encode("utf-8"))
    with pytest.raises(RenameError, match="errors"):
        rename(record, text.index("li-qiang"), NEW)
    text = text.replace("announcr", "announcer").replace("actor: li-qiang", "actor: li-qiang  ", 1)
    record.write_bytes(text.encode("utf-8"))
    before = [(each.code, each.line, each.pointer) for each in communique.validate(record.parents[1])]
    rename(record, text.index("li-qiang"), NEW)
    assert [(each.code, each.line, each.pointer) for each in communique.validate(record.parents[1])] == before != []
    assert record.read_bytes() == text.replace("li-qiang", NEW).encode("utf-8")


@pytest.mark.parametrize(
    ("word", "new", "reason"),
    [
        ("li-qiang", "Li Qiang", "no id"),
        ("li-qiang", "cn", "taken"),
        ("pukmedia-waico-proposal-54-81", "pukmedia-waico-proposal", "taken"),
        ("status:", NEW, "no id here"),
    ],
)
def test_what_cannot_be_renamed(record: Path, word: str, new: str, reason: str) -> None:
    before = contents(record.parents[1])
    with pytest.raises(RenameError, match=reason):
        rename(record, record.read_text(encoding="utf-8").index(word) + 1, new)
    assert contents(record.parents[1]) == before


def test_an_exception_of_the_settings_names_the_record(record: Path) -> None:
    settings = (
        '[[exceptions]]\nrecord = "cn-waico-proposal-2025"\ncode = "untidy-url"\nreason = "r"\nexpires = 2999-01-01\n'
    )
    (record.parents[1] / "communique.toml").write_text(settings, encoding="utf-8")
    with pytest.raises(RenameError, match="exception"):
        rename(record, record.read_text(encoding="utf-8").index("\nid: cn") + 6, NEW)


def test_an_id_that_yaml_reads_as_a_number_is_quoted(record: Path) -> None:
    rename(record, record.read_text(encoding="utf-8").index("li-qiang"), "2025")
    assert communique.validate(record.parents[1]) == []
    assert "actor: '2025'" in record.read_text(encoding="utf-8")


@pytest.mark.slow
def test_over_the_protocol(record: Path) -> None:
    with Editor(SERVER, record, capabilities=CAN_RENAME_FILES) as editor:
        line, character = editor.at("\nid: cn-waico")
        at = {"position": {"line": line + 1, "character": 6}}
        ready = editor.request("prepareRename", at)
        assert ready["placeholder"] == "cn-waico-proposal-2025"
        changes: list[Any] = editor.request("rename", {**at, "newName": NEW})["documentChanges"]
        assert changes[-1]["kind"] == "rename" and changes[-1]["newUri"].endswith(f"/{NEW}.yaml")
        assert {edit["newText"] for each in changes[:-1] for edit in each["edits"]} == {NEW}
    with Editor(SERVER, record) as editor:
        assert editor.request("rename", {**at, "newName": NEW}) is None
        assert editor.request("rename", {**at, "newName": "A B"}) is None
        assert "cannot rename files" in editor.shown[0] and "no id" in editor.shown[1] and editor.errors == ""
        line, character = editor.at("li-qiang")
        found = editor.request("rename", {"position": {"line": line, "character": character}, "newName": NEW})
        assert any(uri.endswith("/registry/people.yaml") for uri in found["changes"])
