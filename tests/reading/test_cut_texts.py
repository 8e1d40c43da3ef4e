"""Texts that a comment cuts."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from support.command_line import Run
from support.read_text import DATED, only, read


@pytest.mark.parametrize(
    ("text", "line", "column", "meant"),
    [
        (
            "title:\n  en: Senate adopts Regulation #12 on AI in hiring\n",
            2,
            32,
            "Senate adopts Regulation #12 on AI in hiring",
        ),
        (
            "note: Corrected in gazette #88; the online copy has the 13th.\n",
            1,
            28,
            "Corrected in gazette #88; the online copy has the 13th.",
        ),
        ("- The hashtag of the campaign is  #AIforGood\n", 1, 35, "The hashtag of the campaign is  #AIforGood"),
        ("note: It's the one\n  before #3 and after #2  # not checked\n", 2, 10, "It's the one before #3 and after #2"),
        ("note: #12 on AI\n", 1, 7, "#12 on AI"),
        ("- #AI\n", 1, 3, "#AI"),
        ("note: call ##7\n", 1, 12, "call ##7"),
        ("note: 法规 #十二 生效\n", 1, 10, "法规 #十二 生效"),
    ],
)
def test_a_comment_that_cuts_a_text_is_told_with_what_to_paste(text: str, line: int, column: int, meant: str) -> None:
    finding = only(read(text), "CQ116")
    assert (finding.line, finding.column) == (line, column)
    pasted = finding.help.removeprefix("write ").partition(" if that is the whole text")[0]
    assert yaml.safe_load(pasted) == meant
    again = read(f"key: {pasted}\n")
    assert (again.data, again.findings) == ({"key": meant}, ())


@pytest.mark.parametrize(
    "text",
    [
        "note: a text # with a comment\n",
        "note: a text ## with a comment\n",
        "note: a text #\n",
        "note: a text #----\n",
        "note: C# and F#\n",
        "note: a#b\n",
        "note: 'in quotes' #12\n",
        "note: > #12\n  text\n",
        "list: #12\n- a\n",
        "note: |\n  Regulation #12\n",
        "list:\n#- a\n- b\n",
        "note: {en: a} #12\n",
        "note: a\n#glued\nother: b\n",
    ],
)
def test_a_comment_that_cuts_nothing_is_not_told(text: str) -> None:
    assert [finding for finding in read(text).findings if finding.code == "CQ116"] == []


def test_a_value_that_is_all_comment_is_an_error_and_the_only_one() -> None:
    finding = only(read("note: #12\n"), "CQ116")
    assert (
        finding.severity == "error"
        and finding.message == "the value is empty before #12, which YAML reads as a comment"
    )


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("note: Corrected in #88;\n  the rest\nb: 1\n", (1, 20)),
        ("note: Corrected # 88;\n  the rest\nb: 1\n", (1, 17)),
        ("title: {en: Regulation #12 on AI}\nb: 1\n", (1, 24)),
        ("title: {en: Regulation #12,\n  fr: x}\nb: 1\n", (1, 24)),
        ("a: 1\nsection #12: x\nb: 1\n", (2, 9)),
    ],
)
def test_a_comment_after_which_nothing_fits_is_named_as_the_reason(text: str, place: tuple[int, int]) -> None:
    finding = only(read(text), "CQ105")
    assert (finding.line, finding.column) == place and "which YAML reads as a comment" in finding.message


def test_a_cut_title_is_warned_of_and_the_record_passes(run: Run, tmp_path: Path) -> None:
    (tmp_path / "example.yaml").write_text(DATED + "title:\n  en: Senate adopts Regulation #12 on hiring\n")
    done = run("validate", "example.yaml", cwd=tmp_path)
    assert done.returncode == 0
    assert "8:32: warning CQ116 the text ends before #12, which YAML reads as a comment" in done.stdout
