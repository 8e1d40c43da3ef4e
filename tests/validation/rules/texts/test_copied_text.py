"""Texts of a reviewed record that are word for word in the text of a source."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from communique.api import inspect
from communique.models import SCHEMA_VERSION

SOURCE = """\
Delegates from many states met in the old har\u00adbour on Monday. The minister said that nobody should have to ask
a machine for permission to see a doctor, and “promised a new law before the end of winter”.
The Charter on the Fair and Open Use of Learning Machines was read aloud.
More than 1,200 people and 35 companies from 40 countries came in 2025.
"""
CHINESE = "李明周一在会议上表示，各国应当共同制定规则，\n让更多的人能够安全地使用人工智能，并且反对任何形式的垄断。"
RUN = "nobody should have to ask a machine for permission to see a doctor"


def record(statement: str = "Background.", language: str = "en", **fields: Any) -> dict[str, Any]:
    evidence = ["report"]
    return {
        "schema_version": SCHEMA_VERSION,
        "kind": "announcement",
        "id": "example",
        "title": {"en": "An example"},
        "types": ["speech"],
        "status": "reviewed",
        "dates": [{"role": "announced", "value": "2025-07-26", "evidence": evidence}],
        "roles": [{"actor": "cn", "role": "announcer", "evidence": evidence}],
        "statements": [{"text": {language: statement}, "nature": "reported_fact", "evidence": evidence}],
        "sources": [{"id": "report", "type": "news", "access": "full_text", "title": "A report"}],
        "actors": [{"id": "cn", "type": "country", "country": "CN", "name": {"en": "China"}}],
    } | fields


def found(folder: Path, data: dict[str, Any], *, source: str = SOURCE, name: str = "report") -> list[str]:
    (folder / "records").mkdir(exist_ok=True)
    (folder / "texts").mkdir(exist_ok=True)
    (folder / "records" / "example.json").write_text(json.dumps(data), encoding="utf-8")
    (folder / "texts" / f"{name}.txt").write_text(source, encoding="utf-8")
    report = inspect(folder / "records", sources=folder / "texts")
    assert not report.internal_errors
    return [each.pointer for each in report.findings if each.code == "CQ621"]


TEXT = "/statements/0/text/"


@pytest.mark.parametrize(
    "text",
    [
        "Delegates from many states met in the old harbour",
        "DELEGATES from many states — met in the “old” harbour.",
        f"In her view, {RUN}, whatever else is decided elsewhere.",
        f"She said: “{RUN}.”",
    ],
)
def test_words_of_the_source_are_found(text: str, tmp_path: Path) -> None:
    assert found(tmp_path, record(text)) == [TEXT + "en"]


@pytest.mark.parametrize(
    "text",
    [
        "Delegates from many states met in the town hall.",
        "Many states met in the harbour.",
        "She said that nobody should have to ask a machine for a permission to visit a doctor.",
        "The minister “promised a new law before the end of winter”.",
        "More than 1,200 people, 35 companies from 40 countries came in 2025.",
        "people and 35 companies from 40 countries",
    ],
)
def test_own_words_short_quotations_and_numbers_are_not(text: str, tmp_path: Path) -> None:
    assert found(tmp_path, record(text)) == []


def test_chinese_is_compared_character_by_character(tmp_path: Path) -> None:
    copied = "他说，各国应当共同制定规则，让更多的人能够安全地使用人工智能，这很重要。"
    assert found(tmp_path, record(copied, "zh-Hans"), source=CHINESE) == [TEXT + "zh-Hans"]
    assert found(tmp_path, record("各国应当共同制定规则", "zh-Hans"), source=CHINESE) == []
    assert found(tmp_path, record("各国应当共同制定规则，让更多的人", "zh-Hans"), source=CHINESE) == [TEXT + "zh-Hans"]


def test_thai_has_no_spaces_between_words(tmp_path: Path) -> None:
    text = "นายกรัฐมนตรีประกาศแผนพัฒนาปัญญาประดิษฐ์แห่งชาติฉบับใหม่ในวันจันทร์ที่ผ่านมา"
    assert found(tmp_path, record(text, "th"), source=f"กรุงเทพฯ {text} ตามรายงาน") == [TEXT + "th"]
    assert found(tmp_path, record(text[:20], "th"), source=text) == []


@pytest.mark.parametrize("field", ["summary", "title"])
def test_texts_of_the_record_itself(field: str, tmp_path: Path) -> None:
    text = "The minister said that nobody should have to ask"
    assert found(tmp_path, record() | {field: {"en": text}}) == [f"/{field}/en"]


def test_a_note_may_be_short(tmp_path: Path) -> None:
    assert found(tmp_path, record(note="Delegates from many states met in the old harbour.")) == []
    assert found(tmp_path, record(note=f"Note that {RUN}.")) == ["/note"]


def test_names_do_not_count(tmp_path: Path) -> None:
    name = "Charter on the Fair and Open Use of Learning Machines"
    assert found(tmp_path, record(f"The {name} was read.")) == [TEXT + "en"]
    instrument = {"id": "charter", "type": "declaration", "name": {"en": name}}
    measure = {"instrument": "charter", "action": "adopt", "stage": "adopted", "modality": "asserted"}
    known = record(f"The {name} was read.", instruments=[instrument], measures=[measure | {"evidence": ["report"]}])
    assert found(tmp_path, known) == []
    assert found(tmp_path, record(f"The “{name}” was read.")) == []


def test_words_that_a_quote_has_may_be_republished(tmp_path: Path) -> None:
    data = record(f"She said that {RUN}.")
    data["statements"][0]["evidence"] = [{"source": "report", "quote": f"{RUN}, and"}]
    assert found(tmp_path, data) == []


def test_only_reviewed_records_and_only_their_own_sources(tmp_path: Path) -> None:
    assert found(tmp_path, record(RUN, status="draft")) == []
    assert found(tmp_path, record(RUN), name="other", source=SOURCE) == [TEXT + "en"]  # report.txt is still there
    (tmp_path / "texts" / "report.txt").unlink()
    assert found(tmp_path, record(RUN), name="other") == []


def test_a_source_that_another_file_defines(tmp_path: Path) -> None:
    data = record(RUN)
    registry = {"schema_version": SCHEMA_VERSION, "kind": "registry", "id": "sources", "sources": data.pop("sources")}
    (tmp_path / "records").mkdir()
    (tmp_path / "records" / "sources.json").write_text(json.dumps(registry), encoding="utf-8")
    assert found(tmp_path, data) == [TEXT + "en"]


def test_every_field_in_words_of_our_own_is_checked() -> None:
    from communique import models
    from communique.validation.own_words import FREE, OWN_WORDS

    def fields(model: type[Any]) -> set[str]:
        own = {
            name
            for name, each in model.model_fields.items()
            if any(words in (each.description or "") for words in ("our own", "of our", "the curator's words"))
        }
        return own.union(*map(fields, model.__subclasses__()))

    assert fields(models.Model) <= set(OWN_WORDS)
    assert not FREE & set(OWN_WORDS)


def test_a_text_that_repeats_itself_takes_no_long_time(tmp_path: Path) -> None:
    words = "again and " * 5_000
    assert found(tmp_path, record(f"{words}end"), source=f"{words * 10}") == [TEXT + "en"]
