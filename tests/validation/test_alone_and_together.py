"""A file has the same findings alone, with its corpus, and in whatever order a folder lists its files."""

from __future__ import annotations

import functools
import json
import os
import random
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import communique
from communique.api import inspect
from communique.diagnostics.finding import Finding
from communique.reading import read_file
from communique.validation import discovery, registry
from support.folders import CORPUS, INVALID
from support.invalid_files import EXPECTED, OF_EXPORTS
from support.written_corpus import DATASET, by_file

TEXTS = INVALID / "texts"
OF_SETTINGS = {"CQ701", "CQ702"}
"""What only settings can be wrong about, which belong to a run and not to a corpus."""

SHARED = re.compile(r"\b(report|summit|waic-2025|li-qiang|cn-mfa|china-mfa)\b")
"""Ids that several of the files define; each gets ids of its own."""
NAMED_LIKE_ITS_TEXT = "CQ608"
"""The finding of the file whose source must keep its id, by which its text is found."""


@pytest.fixture
def together(tmp_path: Path) -> Path:
    """All invalid files, in corpora: the single ones, those that cannot be read as records apart, and each folder."""
    for number, (name, (code, *_)) in enumerate(EXPECTED.items()):
        if (INVALID / name).is_dir():
            to = shutil.copytree(INVALID / name, tmp_path / name, ignore=shutil.ignore_patterns("communique.toml"))
        else:
            to = tmp_path / ("unread" if registry.rules()[str(code)].stage.precedes_records else "records")
            to.mkdir(exist_ok=True)
            shutil.copy(INVALID / name, to / name, follow_symlinks=False)
            if to.name == "records" and code != NAMED_LIKE_ITS_TEXT:
                own = SHARED.sub(rf"\1-{number}", (to / name).read_text(encoding="utf-8"))
                (to / name).write_text(own, encoding="utf-8")
        if not (to / "dataset.yaml").is_file():
            (to / "dataset.yaml").write_text(json.dumps(DATASET), encoding="utf-8")
    return tmp_path


@pytest.fixture
def read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A document does not change, so that one reading is enough for all runs."""
    monkeypatch.setattr(discovery, "read_file", functools.cache(read_file))


def places(findings: list[Finding]) -> list[Any]:
    return [(each.path, each.code, each.line, each.column, each.pointer, each.message) for each in findings]


@pytest.mark.slow
def test_every_rule_finds_in_a_file_alone_what_it_finds_in_the_folder(together: Path, read_once: None) -> None:
    codes = set[str]()
    for folder in together.iterdir():
        whole = by_file(list(inspect(folder, sources=TEXTS).findings))
        for path in folder.iterdir():
            alone = inspect(path, sources=TEXTS).findings
            assert places([*alone]) == places(whole.pop(str(path), []))
            codes |= {each.code for each in alone}
        assert not whole
    assert not registry.rules().keys() - OF_SETTINGS - OF_EXPORTS - codes


class Listing(Iterator[os.DirEntry[str]]):
    """What `os.scandir` gives, in another order."""

    def __init__(self, entries: list[os.DirEntry[str]]) -> None:
        self._entries = iter(entries)

    def __next__(self) -> os.DirEntry[str]:
        return next(self._entries)

    def __enter__(self) -> Listing:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        self._entries = iter(())


@pytest.fixture(params=["reversed", "shuffled"])
def turn(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Any:
    """From now on folders list their files in another order."""
    scan, listed = os.scandir, os.listdir

    def turned(items: list[Any]) -> list[Any]:
        items.sort(key=lambda each: each if isinstance(each, str) else each.name, reverse=True)
        if request.param == "shuffled":
            random.Random(7).shuffle(items)
        return items

    def scandir(path: Any = ".") -> Listing:
        with scan(path) as found:
            return Listing(turned(list(found)))

    def turn() -> None:
        monkeypatch.setattr(os, "scandir", scandir)
        monkeypatch.setattr(os, "listdir", lambda path=".": turned(listed(path)))

    return turn


def exported(to: Path) -> dict[str, bytes]:
    communique.export(communique.load(CORPUS), ["json", "jsonl", "csv"], to)
    return {path.relative_to(to).as_posix(): path.read_bytes() for path in to.rglob("*") if path.is_file()}


def test_the_order_in_which_a_folder_lists_its_files_changes_nothing(
    together: Path, turn: Any, read_once: None, tmp_path_factory: pytest.TempPathFactory
) -> None:
    to = tmp_path_factory.mktemp("export")
    names = [each.name for each in os.scandir(together / "records")]
    found, files = inspect(together, sources=TEXTS), exported(to / "a")
    turn()
    assert [each.name for each in os.scandir(together / "records")] != names
    again = inspect(together, sources=TEXTS)
    assert again.findings == found.findings and again.paths == found.paths and len(found.findings) > 80
    assert exported(to / "b") == files and len(files) > 30
