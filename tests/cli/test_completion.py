"""What a shell proposes, by click's protocol, and the quick look at ids behind it."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.shell_completion import get_completion_class

import communique
from communique.cli import cli
from communique.models import ENTITY_KINDS, REFERABLE_KINDS
from communique.reading.id_scan import ids
from support.folders import CORPUS, RECORDS


def proposed(*words: str, shell: str = "bash") -> list[str]:
    """What the shell proposes for the last word."""
    maker = get_completion_class(shell)
    assert maker
    found = maker(cli, {}, "communique", "_COMMUNIQUE_COMPLETE").get_completions(list(words[:-1]), words[-1])
    return [item.value for item in found]


@pytest.mark.parametrize("kind", REFERABLE_KINDS)
def test_the_ids_are_those_of_the_corpus(kind: str, shipped: communique.Corpus) -> None:
    assert ids(RECORDS, "", {kind}) == sorted(shipped.referable[kind])


def test_ids_complete_where_an_id_is_expected(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(RECORDS.parent)
    shown = proposed("show", "us-eo-14110")
    assert shown == ["us-eo-14110", "us-eo-14110-2023"] == proposed("find", "us-eo-14110")
    assert proposed("due", "--actor", "us-eo-14110") == [] and proposed("due", "--actor", "us-white") == [
        "us-white-house"
    ]
    of_sources = proposed("cite", "text.txt", "--source", "")
    assert of_sources == ids(RECORDS, "", {"source"}) and len(of_sources) > 40


def test_ids_are_those_of_the_named_corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert proposed("show", "") == []  # there is no corpus here
    assert proposed("show", "--in", str(CORPUS), "") == ids(CORPUS, "", REFERABLE_KINDS) != []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("new", "--type", "tr"), ["treaty"]),
        (("add", "source", "--type", "state"), ["state_media"]),
        (("add", "source", "--type", "a.example=state"), ["a.example=state_media"]),
        (("add", "instrument", "--type", "trea"), ["treaty"]),
        (("export", "--format", "csv,x"), ["csv,xlsx"]),
        (("release", "--format", "gra"), ["graphml"]),
        (("codes", "date_r"), ["date_role"]),
        (("codes", "role", "sig"), ["signatory"]),
        (("fields", "roles.ac"), ["roles.actor"]),
        (("rule", "week"), ["weekday-contradicts-date"]),
        (("val",), ["validate"]),
    ],
)
@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_names_complete(words: tuple[str, ...], expected: list[str], shell: str) -> None:
    assert proposed(*words, shell=shell) == expected


def test_the_ids_of_hostile_files_are_none_or_some(tmp_path: Path) -> None:
    texts = {
        "a.yaml": b"kind: announcement\nid: us-a\nactors:\n  - type: person\n    id: us-p\n    x:\n      - id: us-in\n",
        "b.json": b'{"kind": "announcement", "id": "us-b", "sources": [{"id": "us-s"}, 3, {"id": 3}], "actors": 1}',
        "c.json": b"[" * 100_000,
        "d.yaml": b"\xff\xfeus-",
        "e.json": b'{"kind": 3, "id": "us-e"}',
        "f.json": b"[1]",
    }
    for name, text in texts.items():
        (tmp_path / name).write_bytes(text)
    (tmp_path / "g.yaml").symlink_to("/etc/hostname")
    assert ids(tmp_path, "us-", REFERABLE_KINDS) == ["us-a", "us-b", "us-p", "us-s"]
    assert ids(tmp_path, "us-", ENTITY_KINDS) == ["us-p", "us-s"]
