"""A document is not changed by checking it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from communique.api import inspect
from communique.reading import read_bytes
from communique.validation.engine import check
from communique.validation.file_check import File
from support.written_corpus import REPORT, announcement, write


def test_checking_twice_finds_the_same(tmp_path: Path) -> None:
    text = json.dumps(announcement("a", tpyes=["x"], dates=[{"role": "no", "value": "26 July"}], sources="none"))
    document = read_bytes(text.encode(), "a.yaml")
    before = document.findings
    first, second = check([document]), check([document])
    assert first.findings == second.findings and len(first.findings) > 3
    assert document.findings is before


def test_a_document_cannot_be_changed() -> None:
    document = read_bytes(b"id: *x\n", "a.yaml")
    with pytest.raises(AttributeError):
        document.findings = ()  # type: ignore[misc]
    with pytest.raises(TypeError):
        document.marks[()] = document.marks[()]  # type: ignore[index]
    assert isinstance(document.findings, tuple) and isinstance(document.spoiled, frozenset)
    assert isinstance(document.internal_errors, tuple)


def test_a_file_that_vanishes_while_others_are_read_is_a_finding(tmp_path: Path) -> None:
    write(tmp_path, {"a": announcement("a", sources=[REPORT]), "b": announcement("b", sources=[REPORT])})

    def watch(files: Sequence[File]) -> Iterator[File]:
        for file in files:
            (tmp_path / "b.yaml").unlink(missing_ok=True)
            yield file

    found = inspect(tmp_path, watch=watch).findings
    assert [(Path(each.path).name, each.code) for each in found] == [("b.yaml", "CQ101")]
