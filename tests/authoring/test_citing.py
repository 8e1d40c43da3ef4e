"""`communique cite`: from words to evidence."""

from __future__ import annotations

from pathlib import Path

import yaml
from hypothesis import given
from hypothesis import strategies as st

from communique.authoring.citation import CitationError, cite, describe
from communique.models import SCHEMA_VERSION
from communique.text.source_text import digest, normalise, unspaced
from support.command_line import Run

TEXT = "First, an opening.\nThe minister said:\u00a0“We want  common rules.”\n\nIt is late. It is late, she added.\n"


def test_words_become_evidence_that_validates(run: Run, tmp_path: Path) -> None:
    (tmp_path / "text.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "any.txt").write_text("  " + TEXT.replace("\n", "\r\n "), encoding="utf-8")
    source = run("cite", "text.txt", cwd=tmp_path)
    evidence = run("cite", "text.txt", "We want common rules", "--source", "report", cwd=tmp_path)
    assert (source.returncode, evidence.returncode) == (0, 0)
    cited = yaml.safe_load(evidence.stdout)
    assert cited["evidence"] == [{"passage": cited["passages"][0]["id"]}]
    record = {
        "schema_version": SCHEMA_VERSION,
        "kind": "announcement",
        "id": "example",
        "title": {"en": "An example"},
        "types": ["other"],
        "status": "draft",
        "dates": [{"role": "announced", "value": "2025-07-26", "evidence": cited["evidence"]}],
        "passages": cited["passages"],
        "sources": [{"id": "report", "type": "news", "access": "full_text", **yaml.safe_load(source.stdout)}],
    }
    (tmp_path / "example.yaml").write_text(yaml.safe_dump(record), encoding="utf-8")
    done = run("validate", "example.yaml", "--sources", "texts", cwd=tmp_path)
    assert done.stdout == "1 file checked: no findings\n1 passage verified, 0 failed, 0 not checked\n"


def test_missing_words_are_an_error_with_what_the_text_has_instead(run: Run, tmp_path: Path) -> None:
    (tmp_path / "text.txt").write_text(TEXT, encoding="utf-8")
    done = run("cite", "text.txt", 'said: "we want', cwd=tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "Error: the words are not in the text\n  said: “We want\n"
    other = run("cite", "text.txt", "something else", cwd=tmp_path)
    assert (other.returncode, other.stderr) == (1, "Error: the words are not in the text\n")
    near = run("cite", "text.txt", "The ministers said they want common rules", cwd=tmp_path).stderr
    assert near == "Error: the words are not in the text\n  The minister said: “We want common rules.”\n"


def test_a_text_found_by_the_id_of_its_source(run: Run, tmp_path: Path) -> None:
    """White space makes no difference, a letter does; what is another text than the one that was read is told."""
    passages = [cite(TEXT, words)._asdict() for words in ("First, an opening.", "she added")]
    evidence = [{"source": "report", "passage": passage} for passage in passages]
    source = {"id": "report", "type": "news", "access": "full_text", "text": describe(TEXT).model_dump(mode="json")}
    head = {"schema_version": "0.2.0", "kind": "announcement", "id": "example", "title": {"en": "An example"}}
    record = {**head, "types": ["other"], "status": "draft", "sources": [source]}
    record["dates"] = [{"role": "announced", "value": "2025-07-26", "evidence": evidence}]
    (tmp_path / "example.yaml").write_text(yaml.safe_dump(record), encoding="utf-8")
    (tmp_path / "texts").mkdir()

    def check(text: str) -> tuple[list[str], str]:
        (tmp_path / "texts" / "report.txt").write_text(text, encoding="utf-8")
        done = run("validate", "example.yaml", "--sources", "texts", cwd=tmp_path)
        codes = [line.split()[2] for line in done.stdout.splitlines() if line.startswith("example.yaml:")]
        return codes, done.stdout.splitlines()[-1]

    assert check(TEXT.replace(" late", "\n\t late")) == ([], "2 passages verified, 0 failed, 0 not checked")
    assert check(TEXT.replace("added", "edded")) == (["CQ602", "CQ608"], "1 passage verified, 1 failed, 0 not checked")
    assert check(TEXT + "More.") == (["CQ608"], "2 passages verified, 0 failed, 0 not checked")
    (tmp_path / "texts" / "report.txt").rename(tmp_path / "texts" / "other.txt")
    (tmp_path / "texts" / "other.txt").write_text("Something else.")
    done = run("validate", "example.yaml", "--sources", "texts", cwd=tmp_path)
    assert done.stdout.endswith("0 passages verified, 0 failed, 2 not checked\nno text found for report\n")


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


def seen(text: str) -> str:
    """What a reader sees of a normalised text: no soft hyphens, no broken lines in Chinese and Japanese."""
    return unspaced(text.replace("\u00ad", ""))


@given(st.text(min_size=1, max_size=40), st.data())
def test_what_is_cited_is_where_it_is_said_to_be(text: str, data: st.DataObject) -> None:
    content = normalise(text)
    if not content:
        return
    start = data.draw(st.integers(0, len(content) - 1))
    words = normalise(content[start : data.draw(st.integers(start + 1, len(content)))])
    try:
        passage = cite(text, words)
    except CitationError as error:
        if "within a word or a number" in str(error):
            return
        whole, part = seen(content), seen(words)
        assert not part or sum(whole.startswith(part, place) for place in range(len(whole))) != 1
        return
    found = content[passage.start : passage.end]
    assert seen(found) == seen(words)
    assert passage.digest == digest(found)
    assert describe(text).length == len(content)


def test_a_source_that_the_corpus_lacks(run: Run, tmp_path: Path) -> None:
    """It may be written later, so the passage is printed nevertheless."""
    (tmp_path / "text.txt").write_text(TEXT, encoding="utf-8")
    without = run("cite", "text.txt", "common rules", "--source", "reprot", cwd=tmp_path)
    (tmp_path / "records").mkdir()
    report = {"id": "report", "type": "news", "access": "full_text"}
    record = {"schema_version": SCHEMA_VERSION, "kind": "registry", "id": "sources", "sources": [report]}
    (tmp_path / "records" / "sources.yaml").write_text(yaml.safe_dump(record), encoding="utf-8")
    misspelt = run("cite", "text.txt", "common rules", "--source", "reprot", cwd=tmp_path)
    right = run("cite", "text.txt", "common rules", "--source", "report", cwd=tmp_path)
    note = "the corpus in records has no source reprot; did you mean report?\n"
    assert note in misspelt.stderr and note not in without.stderr and "no source" not in right.stderr
    assert misspelt.returncode == 0 and misspelt.stdout == without.stdout
