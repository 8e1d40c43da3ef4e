"""`communique cite`: from words to evidence."""

from __future__ import annotations

from pathlib import Path

import yaml
from conftest import Run
from hypothesis import given
from hypothesis import strategies as st

from communique.citing import CitationError, cite, describe
from communique.texts import digest, normalise

TEXT = "First, an opening.\nThe minister said:\u00a0“We want  common rules.”\n\nIt is late. It is late, she added.\n"


def test_words_become_evidence_that_validates(run: Run, tmp_path: Path) -> None:
    (tmp_path / "text.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "any.txt").write_text("  " + TEXT.replace("\n", "\r\n "), encoding="utf-8")
    source = run("cite", "text.txt", cwd=tmp_path)
    evidence = run("cite", "text.txt", "We want common rules", "--source", "report", cwd=tmp_path)
    assert (source.returncode, evidence.returncode) == (0, 0)
    record = {
        "schema_version": "0.1.0",
        "kind": "announcement",
        "id": "example",
        "title": {"en": "An example"},
        "types": ["other"],
        "status": "reviewed",
        "dates": [{"role": "announced", "value": "2025-07-26", **yaml.safe_load(evidence.stdout)}],
        "sources": [{"id": "report", "type": "news", "access": "full_text", **yaml.safe_load(source.stdout)}],
    }
    (tmp_path / "example.yaml").write_text(yaml.safe_dump(record), encoding="utf-8")
    done = run("validate", "example.yaml", "--sources", "texts", cwd=tmp_path)
    assert done.stdout == "1 file checked: no findings\n1 passage verified, 0 failed, 0 not checked\n"


def test_missing_words_are_an_error_with_what_the_text_has_instead(run: Run, tmp_path: Path) -> None:
    (tmp_path / "text.txt").write_text(TEXT, encoding="utf-8")
    done = run("cite", "text.txt", 'said: "we want', cwd=tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "Error: the text does not have these words\n  said: “We want\n"
    assert "does not have" in run("cite", "text.txt", "something else", cwd=tmp_path).stderr


def test_ambiguous_words_are_an_error_with_the_candidates(run: Run, tmp_path: Path) -> None:
    (tmp_path / "text.txt").write_text(TEXT, encoding="utf-8")
    done = run("cite", "text.txt", "It is late", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    assert "2 times" in done.stderr and done.stderr.count("[It is late]") == 2


def test_a_whole_sentence() -> None:
    passage = cite(TEXT, "common", whole_sentence=True)
    assert normalise(TEXT)[passage.start : passage.end] == "The minister said: “We want common rules.”"
    passage = cite(TEXT, "she added", whole_sentence=True)
    assert normalise(TEXT)[passage.start : passage.end] == "It is late, she added."


def test_a_text_that_is_none_is_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "picture.jpg").write_bytes(b"\xff\xd8")
    assert run("cite", "picture.jpg", "x", cwd=tmp_path).returncode == 2
    assert run("cite", "nothing.txt", "x", cwd=tmp_path).returncode == 2


@given(st.text(min_size=1, max_size=40), st.data())
def test_what_is_cited_is_where_it_is_said_to_be(text: str, data: st.DataObject) -> None:
    content = normalise(text)
    if not content:
        return
    start = data.draw(st.integers(0, len(content) - 1))
    words = content[start : data.draw(st.integers(start + 1, len(content)))]
    try:
        passage = cite(text, words)
    except CitationError:
        assert content.count(normalise(words)) != 1 or not normalise(words)
        return
    assert content[passage.start : passage.end] == normalise(words)
    assert passage.digest == digest(normalise(words))
    assert describe(text).length == len(content)
