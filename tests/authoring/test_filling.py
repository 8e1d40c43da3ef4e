"""`communique cite --fill`: words in evidence become named passages."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

import communique
from communique.authoring.citation import describe
from communique.authoring.words_filling import Filling, fill
from communique.models import SCHEMA_VERSION
from communique.text.source_text import Texts, digest, normalise
from communique.validation.discovery import corpora
from support.command_line import Run
from support.examples import examples

TEXT = (
    "First, an opening.\nThe minister said:\u00a0“We want  common rules.”\n\nIt is late. It is late, she added. "
    "The body is to sit in Shang\u00adhai.\n"
)
RECORD = """\
# An example.
schema_version: VERSION
kind: announcement
id: example
title: {en: An example}
types: [other]
status: draft
dates:
- role: announced
  value: '2025-07-26'
  evidence: [{source: report, words: "First, an opening."}, {source: report, words: First, support: direct}]  # both
measures:
- instrument: plan
  action: propose
  modality: planned
  stage: proposed
  evidence:
  # What she said.
  - source: report  # as she said
    words: We want common rules
    locator: {page: '1'}
  - words: >-  # the seat
      The body is to sit
      in Shanghai
    source: report
  - {words: "First, an opening.", source: report}
instruments:
- id: plan
  type: strategy
  name: {en: A plan}
  evidence:
  - {"source": "report", "words": "sit in Shanghai."}
sources:
- id: report
  type: news
  access: full_text  # read
""".replace("VERSION", SCHEMA_VERSION)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "report.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "example.yaml").write_text(RECORD, encoding="utf-8")
    return tmp_path


def test_words_become_passages_that_validate(run: Run, folder: Path) -> None:
    done = run("cite", "--fill", "example.yaml", "--sources", "texts", cwd=folder)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[-1] == "6 of 6 pieces of evidence filled, in 1 file"
    text = (folder / "example.yaml").read_text(encoding="utf-8")
    kept = [line for line in RECORD.splitlines() if "words" not in line and "source: report" not in line]
    assert [line for line in kept if line not in text] == ["      The body is to sit", "      in Shanghai"]
    assert all(
        comment in text for comment in ("# An example.", "# both", "# What she", "# as she", "# the seat", "# read")
    )
    record = yaml.safe_load(text)
    pieces = [*record["dates"][0]["evidence"], *record["measures"][0]["evidence"]]
    cited = {each["id"]: normalise(TEXT)[each["start"] : each["end"]] for each in record["passages"]}
    assert [cited[each["passage"]].replace("\u00ad", "") for each in pieces] == [
        "First, an opening.", "First", "We want common rules", "The body is to sit in Shanghai", "First, an opening."
    ]  # fmt: skip
    assert pieces[1]["support"] == "direct"
    assert (pieces[0], pieces[2]["locator"], len(cited)) == (pieces[4], {"page": "1"}, 5)
    checked = run("validate", "example.yaml", "--sources", "texts", cwd=folder).stdout
    assert checked.splitlines()[-1] == "5 passages verified, 0 failed, 0 not checked"
    assert not {"CQ206", "CQ603", "CQ616", "CQ617", "CQ618"} & set(checked.split())
    again = run("cite", "--fill", "example.yaml", "--sources", "texts", cwd=folder)
    assert (again.returncode, again.stdout) == (0, "no evidence has the field words\n")


def test_what_cannot_be_filled_stays_and_is_told(run: Run, folder: Path) -> None:
    wrong = RECORD.replace("We want common rules", "we want common rules").replace(
        "words: First,", "words: It is late,"
    )
    wrong = wrong.replace('"First, an opening.", source: report', '"First", source: nobody')
    (folder / "example.yaml").write_text(wrong, encoding="utf-8")
    done = run("cite", "--fill", "example.yaml", "--sources", "texts", cwd=folder)
    assert done.returncode == 1
    told = [line for line in done.stdout.splitlines() if "not filled" in line or line.startswith("  ")]
    assert told == [
        "example.yaml:11:78: not filled: the words occur 2 times in the text; give more words: It is late",
        "  the text has: … minister said: “We want common rules.” [It is late]. It is late, she added. The body is to …",  # noqa: E501
        "  the text has: …id: “We want common rules.” It is late. [It is late], she added. The body is to sit in Shang…",  # noqa: E501
        "example.yaml:20:5: not filled: the words are not in the text: we want common rules",
        "  the text has: We want common rules",
        "example.yaml:26:6: not filled: no source has the id nobody; define it under sources: First",
    ]
    assert done.stdout.splitlines()[-1] == "3 of 6 pieces of evidence filled, in 1 file"
    left = (folder / "example.yaml").read_text(encoding="utf-8")
    assert all(each in left for each in ("we want common rules", "words: It is late", "source: nobody"))


def test_a_dry_run_and_a_diff_print_what_would_be_written(run: Run, folder: Path) -> None:
    dry = run("cite", "--fill", "example.yaml", "--sources", "texts", "--dry-run", cwd=folder)
    diff = run("validate", "example.yaml", "--sources", "texts", "--diff", cwd=folder)
    assert (folder / "example.yaml").read_text(encoding="utf-8") == RECORD
    assert dry.stdout == diff.stdout
    assert "+  - passage: report-39-59  # as she said\n" in dry.stdout
    fixed = run("validate", "example.yaml", "--sources", "texts", "--fix", cwd=folder)
    assert "example.yaml: words replaced by passages\n" in fixed.stderr
    assert "5 passages verified, 0 failed, 0 not checked\n" in fixed.stdout


def test_the_help_for_the_unknown_field_names_the_command(run: Run, folder: Path) -> None:
    found = run("validate", "example.yaml", cwd=folder).stdout
    assert found.count("CQ206 unknown field 'words'") == found.count("`communique cite --fill --sources FOLDER`") == 6


def filled(path: Path) -> Filling:
    return fill(corpora([path], None), Texts.from_folder(path.parent / "texts"))


@pytest.mark.parametrize(
    ("spoiled", "why"),
    [
        ({"kind": "../0.3.0/announcement"}, "no record with a kind and a schema version that are known"),
        ({"kind": ["announcement"]}, "no record with a kind and a schema version that are known"),
        ({"schema_version": None}, "no record with a kind and a schema version that are known"),
        ({"kind": "dataset"}, "has no passages"),
        ({"passages": {}}, "the passages of the record are no list"),
        ({"passages": "all"}, "the passages of the record are no list"),
        ({"sources": {"id": "report"}}, "no source has the id report"),
    ],
)
def test_a_record_with_other_errors(spoiled: dict[str, Any], why: str, folder: Path) -> None:
    (folder / "example.json").write_text(json.dumps({**yaml.safe_load(RECORD), **spoiled}), encoding="utf-8")
    found = filled(folder / "example.json")
    assert found.files == ()
    assert all(why in each.why for each in found.unfilled) and found.unfilled


def test_a_file_that_is_no_record(folder: Path) -> None:
    (folder / "example.yaml").write_text("- evidence: [{source: report, words: First}]\n", encoding="utf-8")
    (unfilled,) = filled(folder / "example.yaml").unfilled
    assert "no record" in unfilled.why


def test_line_breaks_and_a_mark_at_the_beginning_stay(folder: Path) -> None:
    content = b"\xef\xbb\xbf" + RECORD.replace("\n", "\r\n").encode()
    (folder / "example.yaml").write_bytes(content)
    (file,) = filled(folder / "example.yaml").files
    assert (file.before, file.after[:20]) == (content, content[:20])
    assert file.after.count(b"\n") == file.after.count(b"\r\n") > 40


def test_a_text_of_another_digest_is_not_cited(folder: Path) -> None:
    other = {"digest": digest("Other."), "length": 6, "normalization": "nfc_single_space"}
    (folder / "example.yaml").write_text(f"{RECORD}  text: {json.dumps(other)}\n", encoding="utf-8")
    found = filled(folder / "example.yaml")
    assert (found.filled, found.files) == ((), ())
    assert {each.why for each in found.unfilled} == {
        "the text for the source report is another one than that of its digest"
    }


@pytest.mark.parametrize(
    ("piece", "why"),
    [
        ({"source": "report", "words": 3}, "the words have to be a text in quotes"),
        ({"words": "First"}, "the evidence does not name its source; add source"),
        ({"source": "report", "passage": "a", "words": "First"}, "already has a passage"),
        ({"source": "report", "words": ""}, "no words given"),
        ({"source": "silent", "words": "First"}, "there is no text for the source silent"),
    ],
)
def test_why_words_stay(piece: dict[str, Any], why: str, folder: Path) -> None:
    record = yaml.safe_load(RECORD)
    record["dates"][0]["evidence"] = [piece]
    record["sources"].append({"id": "silent", "type": "news", "access": "full_text"})
    del record["measures"], record["instruments"]
    (folder / "example.json").write_text(json.dumps(record), encoding="utf-8")
    (unfilled,) = filled(folder / "example.json").unfilled
    assert why in unfilled.why


def test_an_older_record_has_to_be_migrated_first(folder: Path) -> None:
    (folder / "example.yaml").write_text(RECORD.replace(SCHEMA_VERSION, "0.2.1"), encoding="utf-8")
    assert {each.why.partition("; ")[2] for each in filled(folder / "example.yaml").unfilled} == {
        "`communique migrate` first"
    }


ODD = st.text(alphabet="ab \n\u00a0“”\"'’–-\u00adé各国", min_size=5, max_size=60).filter(normalise)


@settings(max_examples=examples(25))
@given(ODD, st.data(), st.booleans(), st.booleans())
def test_random_words_of_random_texts(
    tmp_path_factory: pytest.TempPathFactory, text: str, data: st.DataObject, as_json: bool, soft: bool
) -> None:
    content = normalise(text)
    pieces: list[dict[str, str]] = []
    for _ in range(3):
        start = data.draw(st.integers(0, len(content) - 1))
        words = content[start : data.draw(st.integers(start + 1, len(content)))]
        pieces.append({"source": "report", "words": words if soft else words.replace("\u00ad", "")})
    folder = tmp_path_factory.mktemp("random")
    record = yaml.safe_load(RECORD)
    del record["measures"], record["instruments"]
    record["dates"][0]["evidence"] = pieces
    (folder / "texts").mkdir()
    (folder / "texts" / "report.txt").write_text(text, encoding="utf-8", newline="")
    path = folder / ("example.json" if as_json else "example.yaml")
    path.write_text(json.dumps(record) if as_json else yaml.safe_dump(record), encoding="utf-8")
    found = filled(path)
    assert len(found.filled) + len(found.unfilled) == 3
    assert not [each for each in found.unfilled if each.why == "the words are not in the text"]
    for each in found.files:
        path.write_bytes(each.after)
    findings = communique.validate(path, sources=folder / "texts")
    stay = [each for each in yaml.safe_load(path.read_bytes())["dates"][0]["evidence"] if "words" in each]
    assert len(stay) == len(found.unfilled) == len([each for each in findings if each.code == "CQ206"])
    if not found.unfilled:
        assert [each.code for each in findings if each.code.startswith("CQ6")] == []


CUT = "A fine of 35 million euros or 7 percent of turnover; smaller firms would pay $1,000.50. 投资三十五亿元。"


@pytest.mark.parametrize(
    ("words", "whole"),
    [
        ("5 million euros or 7 percent", "35 million euros or 7 percent"),
        ("maller firms would pa", "smaller firms would pay"),
        ("would pay $1,000", "would pay $1,000.50"),
        ("五亿元", "三十五亿元"),
    ],
)
def test_words_that_cut_a_word_or_a_number_stay(folder: Path, words: str, whole: str) -> None:
    """And a record that has such a passage already is told."""
    (folder / "texts" / "report.txt").write_text(CUT, encoding="utf-8")
    (folder / "example.yaml").write_text(RECORD.replace('"First, an opening."', f'"{words}"', 1), encoding="utf-8")
    stayed = next(each for each in filled(folder / "example.yaml").unfilled if each.words == words)
    assert stayed.candidates == (whole,)


def test_a_passage_that_cuts_a_number_is_told(folder: Path) -> None:
    (folder / "texts" / "report.txt").write_text(CUT, encoding="utf-8")
    record = yaml.safe_load(RECORD)
    del record["measures"], record["instruments"]
    start = CUT.index("5 million")
    place = {"start": start, "end": start + 9, "digest": digest("5 million")}
    record["dates"][0]["evidence"] = [{"passage": "fine"}]
    record["passages"] = [{"id": "fine", "source": "report", **place}]
    record["sources"][0]["text"] = describe(CUT).model_dump(mode="json")
    (folder / "example.yaml").write_text(yaml.safe_dump(record), encoding="utf-8")
    findings = communique.validate(folder / "example.yaml", sources=folder / "texts")
    assert [each.code for each in findings if each.code.startswith("CQ6")] == ["CQ620"]
