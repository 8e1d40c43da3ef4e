"""What a person in a notebook types."""

from __future__ import annotations

from pathlib import Path

import pytest

import communique
from communique.api import inspect_content
from communique.models import Date
from communique.text.source_text import WHITE_SPACE, Texts, digest, normalise
from support.folders import CORPUS, RECORD


def test_load_gives_typed_records() -> None:
    corpus = communique.load(CORPUS)
    dates = corpus.announcements["cn-waico-proposal-2025"].dates
    assert all(isinstance(date, Date) for date in dates)
    assert dates[0].value.earliest is not None and dates[0].value.earliest.isoformat() == "2025-07-26"
    assert corpus.actors["cn-mfa"].part_of == "cn-government"
    assert corpus.dataset is not None and corpus.dataset.licence == "CC-BY-4.0"


def test_load_of_one_file_knows_the_registries() -> None:
    corpus = communique.load(RECORD)
    assert list(corpus.announcements) == ["cn-waico-proposal-2025"]
    assert "li-qiang" in corpus.actors


def test_what_is_dumped_can_be_read_again() -> None:
    record = communique.load(RECORD).announcements["cn-waico-proposal-2025"]
    assert type(record).model_validate_json(record.model_dump_json()) == record


def test_an_invalid_corpus_raises_with_all_findings(tmp_path: Path) -> None:
    (tmp_path / "example.yaml").write_text("kind: registry\nschema_version: 0.1.0\nid: Example\nactors: 1\n")
    with pytest.raises(communique.InvalidCorpusError) as caught:
        communique.load(tmp_path)
    assert [finding.code for finding in caught.value.findings] == ["CQ209", "CQ207"]
    assert "example.yaml:3:5" in str(caught.value)


def test_validate_gives_findings_and_takes_several_paths() -> None:
    assert communique.validate(CORPUS) == []
    assert communique.validate([RECORD, CORPUS / "registry"]) == []
    with pytest.raises(FileNotFoundError):
        communique.validate("no/such")


def test_two_corpora_are_checked_apart(tmp_path: Path, corpus_copy: Path) -> None:
    lone = tmp_path / "lone" / "example.yaml"
    lone.parent.mkdir()
    lone.write_text(
        "kind: registry\nschema_version: 0.1.0\nid: example\nactors:\n- {id: cn, type: group, name: {en: X}}\n"
    )
    assert communique.validate([corpus_copy, lone]) == []


def test_a_path_with_steps_back_belongs_where_it_leads(
    tmp_path: Path, corpus_copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    outside = tmp_path / "elsewhere" / "example.yaml"
    outside.parent.mkdir()
    taken = "actors:\n- {id: li-qiang, type: person, name: {en: Li Qiang}}\n"
    outside.write_text(f"kind: registry\nschema_version: 0.1.0\nid: example\n{taken}")
    monkeypatch.chdir(corpus_copy)
    assert communique.validate("../elsewhere/example.yaml") == []
    inside = Path("registry", "x", "..", "..", "2025", RECORD.name)
    Path("registry", "x").mkdir()
    assert communique.validate(inside) == []
    assert inspect_content(RECORD.read_bytes(), str(inside)).findings == ()


def test_white_space_is_the_unicode_property() -> None:
    assert len(WHITE_SPACE) == len(set(WHITE_SPACE)) == 25
    assert normalise("a\u001cb\u200bc") == "a\u001cb\u200bc"
    assert normalise("\u3000a\u0085\u2029 b\t") == "a b"
    assert normalise("e\u0301") == "é"


def test_a_text_is_found_whatever_its_name_and_line_breaks(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "any name").write_text("\ufeffOne\r\n  two\n", encoding="utf-8")
    (tmp_path / "picture.jpg").write_bytes(b"\xff\xd8\xff")
    texts = Texts.from_folder(tmp_path)
    assert texts.find(digest("One two")) == "One two"
    assert texts.find(digest("One  two")) is None
