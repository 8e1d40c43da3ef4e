"""Texts of sources: what makes no difference to a passage, which files are looked at, and which cannot be read."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from communique.api import inspect
from communique.authoring import citation
from communique.codelists import TextNormalization
from communique.diagnostics.report import Report
from communique.models import SCHEMA_VERSION
from communique.reporting.summary import lines
from communique.text import sentences
from communique.text.source_text import CJK_UNSPACED, SINGLE_SPACE, Texts, digest, normalise
from support.command_line import Run

CHINESE = "该计划于周一通过，首次在北京发布。各国代表出席了“人工智能”会议。"


def write_record(folder: Path, text: str, *passages: str, normalization: TextNormalization = SINGLE_SPACE) -> Path:
    """A record whose source ``report`` has the text, and whose date rests on passages of it."""
    content = normalise(text, normalization)
    places = [(content.index(passage), passage) for passage in passages]
    ranges = [{"start": start, "end": start + len(words), "digest": digest(words)} for start, words in places]
    named = [{"id": f"p{number}", "source": "report", **each} for number, each in enumerate(ranges)]
    evidence = [{"passage": each["id"]} for each in named]
    about = {"digest": digest(content), "length": len(content), "normalization": str(normalization)}
    record = {
        "schema_version": SCHEMA_VERSION,
        "kind": "announcement",
        "id": "example",
        "title": {"en": "An example"},
        "types": ["speech"],
        "status": "draft",
        "dates": [{"role": "announced", "value": "2025-07-26", "evidence": evidence}],
        "passages": named,
        "sources": [{"id": "report", "type": "news", "access": "full_text", "text": about}],
    }
    path = folder / "example.yaml"
    path.write_text(yaml.safe_dump(record, allow_unicode=True), encoding="utf-8")
    return path


def check(record: Path, **files: str | bytes) -> Report:
    texts = record.parent / "texts"
    texts.mkdir()
    for name, content in files.items():
        (texts / name.replace("_", ".")).write_bytes(content if isinstance(content, bytes) else content.encode())
    return inspect(record, sources=texts)


def codes(report: Report) -> list[str]:
    return [finding.code for finding in report.findings]


@pytest.mark.parametrize(
    ("read", "now"),
    [
        (CHINESE, CHINESE.replace("各国代表", "各国\n代表")),
        (CHINESE, CHINESE.replace("，首次", "，\r\n  首次").replace("了“", "了\n“")),
        ("きょう、計画が発表された。", "きょう、計画が\n発表さ れた。"),
        ("ＡＩ行动计划（草案）发布。", "ＡＩ\n行动计划\u3000（草案）\n发布。"),
    ],
)
def test_a_broken_line_in_chinese_or_japanese_makes_no_difference(read: str, now: str, tmp_path: Path) -> None:
    words = normalise(read)[3:9]
    report = check(write_record(tmp_path, read, words), report_txt=now)
    assert (codes(report), report.passages.verified) == ([], 1)
    passage = citation.cite(now, words)
    assert citation.shown(now, passage).replace(" ", "") == words


def test_a_text_that_was_read_with_broken_lines(run: Run, tmp_path: Path) -> None:
    """The page without them is the same text, and a changed letter still is none."""
    broken = CHINESE.replace("各国代表", "各国\n代表")
    (tmp_path / "text.txt").write_text(broken, encoding="utf-8")
    about = yaml.safe_load(run("cite", "text.txt", cwd=tmp_path).stdout)["text"]
    assert about == {"digest": digest(CHINESE), "length": len(CHINESE), "normalization": "nfc_cjk_unspaced"}
    cited = yaml.safe_load(run("cite", "text.txt", "各国代表出席", cwd=tmp_path).stdout)["passages"][0]
    assert CHINESE[cited["start"] : cited["end"]] == "各国代表出席"
    record = write_record(tmp_path, broken, "各国代表出席", normalization=CJK_UNSPACED)
    assert tuple(check(record, report_txt=CHINESE).passages) == (1, 0, 0)
    assert tuple(inspect(record, sources=_texts(tmp_path / "two", CHINESE.replace("各国", "名国"))).passages) == (
        0,
        1,
        0,
    )


def test_a_text_that_was_read_before_there_was_another_normalization(tmp_path: Path) -> None:
    broken = CHINESE.replace("各国代表", "各国\n代表")
    record = write_record(tmp_path, broken, "各国 代表出席")
    assert (codes(report := check(record, report_txt=broken)), report.passages.verified) == ([], 1)


def _texts(folder: Path, text: str) -> Path:
    folder.mkdir()
    (folder / "report.txt").write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize("text", ["계획을 발표했다.", "a plan", "12 月", "AI 治理", "中 a"])
def test_a_space_between_other_letters_stays(text: str) -> None:
    assert normalise(text, CJK_UNSPACED) == normalise(text)


@given(st.text(st.sampled_from("各国代表。，“”がガ\u3099 a1\n\u3000—〇"), max_size=20))
def test_normalising_twice_changes_nothing(text: str) -> None:
    for normalization in (SINGLE_SPACE, CJK_UNSPACED):
        once = normalise(text, normalization)
        assert normalise(once, normalization) == once


@given(st.data())
def test_wherever_a_line_breaks(data: st.DataObject) -> None:
    place = data.draw(st.integers(1, len(CHINESE) - 1))
    broken = f"{CHINESE[:place]}\n {CHINESE[place:]}"
    assert Texts([broken]).find(digest(CHINESE)) == CHINESE
    start = data.draw(st.integers(0, len(CHINESE) - 4))
    words = CHINESE[start : start + 4]
    if CHINESE.count(words) == 1:
        assert citation.shown(broken, citation.cite(broken, words)).replace(" ", "") == words


READ = "The plan was adopted on Monday. It was signed by all members."


@pytest.mark.parametrize(
    "files",
    [
        {"report_txt": READ + " More.", "report_html": "<p>" + READ + " Even more.</p>"},
        {"report_html": "<p>Another page.</p>", "report_md": READ + " More."},
        {"report_txt": "Another text.", "report_text": READ + " More.", "report_htm": "x"},
    ],
)
def test_every_file_of_that_name_is_looked_at(files: dict[str, str], tmp_path: Path) -> None:
    report = check(write_record(tmp_path, READ, "The plan was adopted"), **files)
    assert (codes(report), tuple(report.passages)) == (["CQ608"], (1, 0, 0))


def test_the_text_that_was_read_counts_before_others_of_that_name(tmp_path: Path) -> None:
    report = check(write_record(tmp_path, READ, "The plan"), report_txt="Another text.", report_html=READ)
    assert (codes(report), tuple(report.passages)) == ([], (1, 0, 0))


UNREADABLE = {
    "UTF-16": READ.encode("utf-16"),
    "UTF-16, big-endian without a mark": READ.encode("utf-16-be"),
    "UTF-32": READ.encode("utf-32"),
    "GB18030": CHINESE.encode("gb18030"),
    "not UTF-8": READ.replace("a", "é").encode("latin-1"),
}


@pytest.mark.parametrize("encoding", UNREADABLE)
def test_a_text_that_cannot_be_read_is_named_and_not_called_absent(encoding: str, run: Run, tmp_path: Path) -> None:
    record = write_record(tmp_path, READ, "The plan")
    report = check(record, report_txt=UNREADABLE[encoding])
    assert (codes(report), report.missing_texts, tuple(report.passages)) == (["CQ614"], (), (0, 0, 1))
    assert "report.txt" in report.findings[0].message and encoding.split(",")[0] in report.findings[0].message
    cited = run("cite", "texts/report.txt", "plan", cwd=tmp_path)
    assert cited.returncode == 2
    assert "cannot read texts/report.txt" in cited.stderr and encoding.split(",")[0] in cited.stderr


def test_a_readable_text_beside_an_unreadable_one(tmp_path: Path) -> None:
    report = check(write_record(tmp_path, READ, "The plan"), report_txt=READ.encode("utf-16"), report_html=READ)
    assert (codes(report), tuple(report.passages)) == ([], (1, 0, 0))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names here")
def test_a_pipe_among_the_texts_is_not_waited_for(run: Run, tmp_path: Path) -> None:
    record = write_record(tmp_path, READ, "The plan")
    (tmp_path / "texts").mkdir()
    os.mkfifo(tmp_path / "texts" / "report.txt")
    report = inspect(record, sources=tmp_path / "texts")
    assert codes(report) == ["CQ614"]
    assert run("cite", "texts/report.txt", "plan", cwd=tmp_path).returncode == 2


@pytest.mark.parametrize("content", [b"", b" \n\t", b"\xef\xbb\xbf"])
def test_an_empty_text_is_said_to_be_empty(content: bytes, run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(content)
    for words in ((), ("plan",)):
        done = run("cite", "empty.txt", *words, cwd=tmp_path)
        assert (done.returncode, done.stdout, done.stderr) == (1, "", "Error: the text is empty\n")


def test_a_text_that_is_far_too_large_is_not_read_whole(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with (tmp_path / "large.txt").open("wb") as file:
        file.truncate(10**11)  # a hundred gigabytes, none of them on the disk
    done = run("cite", "large.txt", "plan", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "larger than 20,000,000 bytes" in done.stderr


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The co\u00adop\u00adera\u00adtion plan was adopted.", "cooperation plan"),
        ("Die Kom\u00admis\u00adsion tagt.", "Kommission"),
        ("The cooperation plan was adopted.", "co\u00adoperation plan"),
        ("Vor\u00ad\nschlag der Kom\u00admission", "Kommission"),
    ],
)
def test_soft_hyphens_make_no_difference_to_what_is_found(text: str, words: str) -> None:
    passage = citation.cite(text, words)
    assert citation.shown(text, passage) == words.replace("\u00ad", "")
    assert passage.digest == digest(normalise(text)[passage.start : passage.end])


def test_what_stands_instead_can_be_pasted(run: Run, tmp_path: Path) -> None:
    (tmp_path / "text.txt").write_text("The Co\u00adop\u00aderation Plan was adopted.", encoding="utf-8")
    done = run("cite", "text.txt", "cooperation plan", cwd=tmp_path)
    assert done.stderr == "Error: the words are not in the text\n  Cooperation Plan\n"
    assert run("cite", "text.txt", "Cooperation Plan", cwd=tmp_path).returncode == 0


SENTENCES = [
    [
        "Officials met on Monday.",
        "The U.S. Congress passed it on 12 Jan. 2026 in Town, D.C. after a debate.",
        "Yes.",
    ],
    ["Mr. Smith spoke.", "No. 5 and Art. 3 apply to Dr. Jones et al. and to others.", "It is so!"],
    ["She asked “Why?” and left.", "“It works.”", "He agreed."],
    ["Am 12. Januar 2026 trat es in Kraft.", "Es gilt z. B. für Abs. 2."],
    ["It costs 3.5 bn.", "Wait...", "The rest follows."],
    ["中国提出新倡议。", "“好的。”", "他说！"],
    ["J. R. Smith signed.", "Then the E.U. did."],
]


@pytest.mark.parametrize("parts", SENTENCES)
def test_where_sentences_end(parts: list[str]) -> None:
    assert list(sentences.split(" ".join(parts))) == parts


def test_the_sentence_that_is_cited_is_shown(run: Run, tmp_path: Path) -> None:
    (tmp_path / "text.txt").write_text(" ".join(SENTENCES[0]), encoding="utf-8")
    done = run("cite", "text.txt", "passed it", "--sentence", cwd=tmp_path)
    assert done.stderr == f"cited: {SENTENCES[0][1]}\n"
    cited = yaml.safe_load(done.stdout)["passages"][0]
    assert " ".join(SENTENCES[0])[cited["start"] : cited["end"]] == SENTENCES[0][1]


def test_many_places_of_the_words_are_counted_to_a_bound() -> None:
    with pytest.raises(citation.CitationError, match="1,000 times or more") as error:
        citation.cite("a " * 5_000, "a")
    assert len(error.value.candidates) == 10


CROWD = "e" + "\u0315\u0300\u0327" * 100_000


def test_a_crowd_of_combining_marks_is_not_brought_into_a_normal_form(run: Run, tmp_path: Path) -> None:
    """That takes time that grows with the square of their number: here it would take minutes."""
    (tmp_path / "crowd.txt").write_text(CROWD, encoding="utf-8")
    for words in ((), ("plan",)):
        done = run("cite", "crowd.txt", *words, cwd=tmp_path)
        assert (done.returncode, done.stdout) == (2, "") and "combining marks" in done.stderr
    (tmp_path / "text.txt").write_text(READ, encoding="utf-8")
    assert run("cite", "text.txt", CROWD[:30_000], cwd=tmp_path).returncode == 1
    report = check(write_record(tmp_path, READ, "The plan"), report_txt=CROWD)
    assert codes(report) == ["CQ614"] and "replace it" in report.findings[0].help


@pytest.mark.parametrize(
    ("field", "wrong", "right"),
    [("length", 3, "34"), ("length", 999, "34"), ("normalization", "nfc_cjk_unspaced", "nfc_single_space")],
)
def test_what_is_said_of_a_text_is_compared_with_it(tmp_path: Path, field: str, wrong: object, right: str) -> None:
    text = CHINESE.replace("。", "。\n")
    record = write_record(tmp_path, text, "各国代表")
    data = yaml.safe_load(record.read_text(encoding="utf-8"))
    data["sources"][0]["text"][field] = wrong
    record.write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")
    found = [each for each in check(record, any_txt=text).findings if each.code == "CQ619"]
    assert [(each.pointer, each.help) for each in found] == [(f"/sources/0/text/{field}", f"write {right}")]


def test_a_text_that_no_line_break_changes_has_both_normalizations(tmp_path: Path) -> None:
    record = write_record(tmp_path, "A text.", "text", normalization=CJK_UNSPACED)
    assert codes(check(record, any_txt="A  text.")) == []


def test_passages_of_a_file_with_errors_are_not_passed_over(tmp_path: Path) -> None:
    record = write_record(tmp_path, "A text.", "text")
    record.write_text(record.read_text(encoding="utf-8") + "colour: red\n", encoding="utf-8")
    (*_, last) = lines(check(record, any_txt="A text."))
    assert last == "0 passages verified, 0 failed, 0 not checked; those of 1 file with errors are not counted"
