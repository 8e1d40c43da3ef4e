"""What a text in a file is not, although it looks so: cut texts, other programs' dates, marks of a merge, numbers."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import Run
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from communique import fixing
from communique.diagnostics.finding import Finding
from communique.reading import Document, read_bytes
from communique.text.characters import MAX_MARKS, REMOVABLE, crowded_marks


def read(text: str, name: str = "example.yaml") -> Document:
    return read_bytes(text.encode("utf-8", "surrogatepass"), name)


def fixed(text: str) -> str:
    return fixing.fixed(text.encode(), read(text).findings, "example.yaml").decode()


def only(document: Document, code: str) -> Finding:
    (finding,) = document.findings
    assert finding.code == code
    return finding


HEAD = "schema_version: 0.2.0\nkind: announcement\nid: example\ntypes: [other]\nstatus: draft\n"
DATED = HEAD + "dates: [{role: announced, value: '2026-01-12'}]\n"


# Texts that a comment cuts


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
    pasted = finding.help.removeprefix("write ").partition(" if that is the text")[0]
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
        and finding.message == "the value is empty before #12, which YAML takes for a comment"
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
    assert (finding.line, finding.column) == place and "which YAML takes for a comment" in finding.message


def test_a_cut_title_is_warned_of_and_the_record_passes(run: Run, tmp_path: Path) -> None:
    (tmp_path / "example.yaml").write_text(DATED + "title:\n  en: Senate adopts Regulation #12 on hiring\n")
    done = run("validate", "example.yaml", cwd=tmp_path)
    assert done.returncode == 0
    assert "8:32: warning CQ116 the text ends before #12, which YAML takes for a comment" in done.stdout


# What programs of YAML 1.1 read otherwise


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("2026-01-12", "a date"),
        ("2026-1-2", "a date"),
        ("2026-01-12T10:00:00Z", "a time stamp"),
        ("2026-1-2 10:00:00", "a time stamp"),
        ("2026-01-12t1:00:00.5 +2", "a time stamp"),
        ("12:30", "a number to base 60"),
        ("+12:30", "a number to base 60"),
        ("09:30", "a number to base 60"),
        ("1:30.5", "a number to base 60"),
        ("1_000.5", "a number without the underscores"),
        ("0b1010", "a binary number"),
        ("-0x1F", "a hexadecimal number"),
        ("0x_1F", "a hexadecimal number"),
        ("=", "a special key"),
        ("<<", "a special key"),
    ],
)
def test_texts_that_others_take_for_something_else_are_quoted_by_fix(text: str, meaning: str) -> None:
    finding = only(read(f"key: {text}\n"), "CQ110")
    assert finding.message == f"{text} is read as text here and as {meaning} by programs that follow YAML 1.1"
    record = DATED + f"title: {{en: {text}}}\nnote: {text}\n"
    assert fixed(record) == record.replace(f" {text}", f' "{text}"')


@pytest.mark.parametrize(
    ("text", "value", "written"),
    [("1e3", 1000.0, "1000.0"), ("08", 8, "8"), ("0o17", 15, "15"), ("-.5", -0.5, "-0.5"), ("1e-7", 1e-7, "1.0e-07")],
)
def test_numbers_that_others_take_for_texts(text: str, value: float, written: str) -> None:
    document = read(f"key: {text}\n")
    finding = only(document, "CQ110")
    assert document.data == {"key": value} and " and as text by " in finding.message and not finding.replacement
    assert finding.help == f'write {written} if a number is meant, and "{text}" if it is a text'
    assert read(f"key: {written}\n").data == {"key": value} and not read(f"key: {written}\n").findings


def test_a_time_stamp_over_two_lines_has_no_word_to_put_in_its_place() -> None:
    assert only(read("key: 2026-01-12\n  10:00:00\n"), "CQ110").replacement == ""


@pytest.mark.parametrize("key", ["2026-01-12", "12", "1.5", "true", "null", "~", "0x1F", "12:30", "on"])
def test_keys_that_are_no_texts_for_others(key: str) -> None:
    document = read(f"{key}: x\n")
    assert document.data == {key: "x"} and only(document, "CQ110").replacement == key


PLAIN = st.one_of(
    st.text("0123456789+-._:eExobTZ t", min_size=1, max_size=12),
    st.from_regex(r"[-+]?[0-9_]{0,4}\.?[0-9_]{0,3}([eE][-+]?[0-9]{1,2})?", fullmatch=True),
    st.from_regex(r"2[0-9]{3}-[0-9]{1,2}-[0-9]{1,2}([Tt ][0-9]{1,2}:[0-9]{2}(:[0-9]{2}(\.[0-9])?)?)?", fullmatch=True),
    st.from_regex(
        r"2026-0[0-9]-1[0-9][Tt ]1[0-9]:[0-5][0-9]:30(\.[0-9]?)?( ?Z| ?[-+][0-9]{1,2}(:00)?)", fullmatch=True
    ),
    st.from_regex(r"[-+]?0[xbo]?[0-9a-fA-F_]{1,5}|[-+]?[0-9]{1,3}(:[0-9]{1,2}){1,2}(\.[0-9]?)?", fullmatch=True),
    st.text("yYnNoOfFtTrRuUeEsSaAlL~<=", max_size=5),
)


@settings(deadline=None, max_examples=400)
@given(PLAIN, st.booleans())
def test_without_a_finding_another_program_reads_the_same(text: str, as_key: bool) -> None:
    written = f"{text}: x\n" if as_key else f"key: {text}\n"
    document = read(written)
    if not document.complete or [finding for finding in document.findings if finding.code != "CQ115"]:
        return
    try:
        theirs = yaml.safe_load(written)
    except ValueError as error:  # 2025-02-30 is no day for anybody
        assert re.search("day|month|year", str(error))
        return
    assert repr(theirs) == repr(document.data)  # types and all


# Marks of a merge

CONFLICT = "<<<<<<< HEAD\nstatus: draft\n=======\nstatus: reviewed\n>>>>>>> feature/words\n"


@pytest.mark.parametrize(
    ("text", "place", "others"),
    [
        (f"kind: x\n{CONFLICT}id: y\n", (2, 1), "; so are lines 4, 6"),
        (
            "a: >-\n  One\n  <<<<<<< HEAD\n  two.\n  =======\n  three.\n  >>>>>>> words\nb: 1\n",
            (3, 3),
            "; so are lines 5, 7",
        ),
        ('a: "One\n  <<<<<<< HEAD\n  two.\n  =======\n  three.\n  >>>>>>> words"\n', (2, 3), "; so are lines 4, 6"),
        ("a:\n<<<<<<< ours\n- b\n||||||| base\n- c\n=======\n- d\n>>>>>>> theirs\n", (2, 1), "; so are lines 4, 6, 8"),
        ("a: 1\n>>>>>>> feature\nb: 2\n", (2, 1), ""),
        ("a: 1\n<<<<<<<<< HEAD\nb: 2\n", (2, 1), ""),
        ("a: 1\r\n<<<<<<< HEAD\r\nb: 2\r\n=======\r\n>>>>>>> x\r\n", (2, 1), "; so are lines 4, 5"),
    ],
)
def test_marks_of_a_merge_are_one_error(text: str, place: tuple[int, int], others: str) -> None:
    finding = only(read(text), "CQ117")
    assert (finding.line, finding.column, finding.severity) == (*place, "error")
    assert finding.message == f"a mark that git left of a merge{others}"


def test_marks_of_a_merge_in_json() -> None:
    assert only(read('{\n<<<<<<< HEAD\n"a": 1\n=======\n"a": 2\n>>>>>>> x\n}\n', "example.json"), "CQ117").line == 2
    escaped = json.dumps({"a": ["One\n<<<<<<< HEAD\ntwo\n=======\nthree\n>>>>>>> words\n"]})
    assert only(read(escaped, "example.json"), "CQ117").pointer == "/a/0"
    filled = "a: >-\n  One <<<<<<< HEAD two\n  ======= three >>>>>>> words and more\n"
    assert only(read(filled), "CQ117").pointer == "/a"


def test_a_rule_above_a_conflict_is_no_part_of_it() -> None:
    assert only(read(f"a: |\n  Heading\n  =======\nb: 1\n{CONFLICT}"), "CQ117").line == 5
    rest = only(read("a: >-\n  one\n  =======\n  two\n  >>>>>>> words\n"), "CQ117")
    assert (rest.line, rest.message) == (3, "a mark that git left of a merge; so is line 5")


def test_each_conflict_is_one_finding() -> None:
    assert [(finding.code, finding.line) for finding in read(CONFLICT * 2).findings] == [("CQ117", 1), ("CQ117", 6)]


@pytest.mark.parametrize(
    "text",
    [
        "a: |\n  Heading\n  =======\n  text\n",
        "a: x\n# =======\n",
        "a: '<<<<<<< is a mark'\n",
        "a: |\n  <<<<<< x\n",
        "a: 1 <<<<<<< 2\n",
    ],
)
def test_rules_and_headings_are_no_marks(text: str) -> None:
    assert read(text).findings == ()


# Characters that do not show


@pytest.mark.parametrize("character", REMOVABLE)
def test_what_carries_nothing_is_deleted_by_fix(character: str) -> None:
    right = DATED + "title: {en: 'Europäische Kommission'}\n"
    assert fixed(right.replace("mission", f"mis{character}sion").replace("ische", f"{character}ische")) == right


@pytest.mark.parametrize(
    "character", ["\u202e", "\u2028", "\u00a0\u200e", "\x85", "\u3164", "\u180e", "\u2063", "\U000e0041"]
)
def test_what_may_stand_for_something_is_told_and_left(character: str) -> None:
    wrong = DATED + f"title: {{en: 'An{character}example'}}\n"
    assert [finding.code for finding in read(wrong).findings] == ["CQ113"] and fixed(wrong) == wrong


@pytest.mark.parametrize(
    "text",
    [
        "שלום (C++)\u200e!",
        "שלום\u200f!",
        "مرحبا\u061c",
        "❤\ufe0f",
        "☎\ufe0e",
        "1\ufe0f\u20e3",
        "©\ufe0f",
        "葛\U000e0100飾区",
        "𠮟\U000e0101",
        "\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",
        "\u1820\u180b",
        "\u1100\u1160",
        "👩\u200d🔬",
        "می\u200cخواهم",
        "क्\u200dष",
        "〰\ufe0f",
    ],
)
def test_what_a_script_needs_is_let_pass(text: str) -> None:
    assert [finding for finding in read(f"a: {text}\n").findings if finding.code == "CQ113"] == []


@pytest.mark.parametrize(
    "text",
    [
        "abc\u200f",
        "a\ufe0f",
        "1\ufe0f",
        "❤\ufe0f\ufe0e",
        "x\u034fy",
        "é\u200cè",
        "a\u180b",
        "\u115f",
        "x\u2061y",
        "a\U000e0100",
        "a\ufff0",
    ],
)
def test_the_same_where_no_script_needs_it(text: str) -> None:
    assert only(read(f"a: {text} z\n"), "CQ113").severity == "error"


def test_direction_marks_are_judged_by_the_text_that_holds_them() -> None:
    finding = only(read('a: {he: שלום, en: "latin\u200f"}\n'), "CQ113")
    assert (finding.pointer, finding.message) == ("/a/en", "U+200F RIGHT-TO-LEFT MARK does not show in a text")
    assert read("a: >-\n  שלום\n  (C++)\u200f\n  שלום\n").findings == ()


def test_a_soft_hyphen_by_an_escape_is_told() -> None:
    assert only(read('a: "co\\xADop"\n'), "CQ113").message.startswith("the escape stands for U+00AD")


# Numbers


@pytest.mark.parametrize(
    "text",
    [
        "1e-400",
        "-1.5e-330",
        "1.2345e-320",
        "0xffffffffffffff",
        "0o777777777777777777",
        "1.0000000000000000001",
        "1e309",
        "1" + "0" * 400,
        "0x" + "0" * 500 + "1" + "0" * 400,
        "0.1234567890123456",
        "0" * 5000 + "1e-400",
    ],
)
def test_numbers_that_a_double_does_not_keep(text: str) -> None:
    assert "CQ112" in [finding.code for finding in read(f"key: {text}\n").findings]


def test_numbers_that_it_keeps() -> None:
    text = "[-0, 0.0, 0e-999, 1.0e-300, 123456789012345, 0x1F, 100000000000000000000, 0.000000000000000012, -2.50]"
    document = read(f"key: {text}\n")
    assert not [finding for finding in document.findings if finding.code == "CQ112"]
    assert document.data["key"][3:] == [1e-300, 123456789012345, 31, 10**20, 1.2e-17, -2.5]


NUMBERS = st.from_regex(r"-?(0|[1-9][0-9]{0,20})(\.[0-9]{1,20})?([eE][-+]?[0-9]{1,3})?", fullmatch=True)


@settings(deadline=None, max_examples=300)
@given(NUMBERS | st.integers().map(str) | st.floats(allow_nan=False, allow_infinity=False).map(repr), st.booleans())
def test_a_number_that_passes_is_the_number_that_is_written(text: str, in_json: bool) -> None:
    document = read(f'{{"key": {text}}}', "example.json") if in_json else read(f"key: {text}\n")
    value: Any = document.data["key"]
    assume(document.sound)
    assert Decimal(text) == Decimal(repr(value)) == Decimal(repr(float(value)))


# Combining marks


@pytest.mark.parametrize("name", ["example.yaml", "example.json"])
@pytest.mark.parametrize("marks", ["\u0315\u0300\u0327" * 20_000, "\u0301" * (MAX_MARKS + 1), "\u05b0\u05b1" * 16])
def test_many_marks_on_one_letter_are_refused_before_they_are_sorted(
    marks: str, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("communique.reading.reader.unicodedata.is_normalized", None)  # would raise, if it were called
    assert only(read(f'{{"a": "a{marks}"}}', name), "CQ111").message == "more than 30 combining marks on one letter"


def test_many_marks_by_escapes_are_refused_too() -> None:
    finding = only(read(json.dumps({"a": "x" + "\u0301" * 40}), "example.json"), "CQ111")
    assert finding.help == "delete those that are not meant"


@given(st.lists(st.sampled_from(["a", "é", "中", "\u0301", "\u0315", "ा", " "]), max_size=20), st.integers(0, 40))
def test_where_the_crowd_begins(before: list[str], count: int) -> None:
    text = "".join(before) + "x" + "\u0327" * count + "y"
    assert crowded_marks(text) == (len(before) + 1 if count > MAX_MARKS else None)
