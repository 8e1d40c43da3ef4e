"""Markers of a merge conflict."""

from __future__ import annotations

import json

import pytest

from support.read_text import only, read

CONFLICT = "<<<<<<< HEAD\nstatus: draft\n=======\nstatus: reviewed\n>>>>>>> feature/words\n"


@pytest.mark.parametrize(
    ("text", "place", "others"),
    [
        (f"kind: x\n{CONFLICT}id: y\n", (2, 1), "; more on lines 4, 6"),
        (
            "a: >-\n  One\n  <<<<<<< HEAD\n  two.\n  =======\n  three.\n  >>>>>>> words\nb: 1\n",
            (3, 3),
            "; more on lines 5, 7",
        ),
        ('a: "One\n  <<<<<<< HEAD\n  two.\n  =======\n  three.\n  >>>>>>> words"\n', (2, 3), "; more on lines 4, 6"),
        ("a:\n<<<<<<< ours\n- b\n||||||| base\n- c\n=======\n- d\n>>>>>>> theirs\n", (2, 1), "; more on lines 4, 6, 8"),
        ("a: 1\n>>>>>>> feature\nb: 2\n", (2, 1), ""),
        ("a: 1\n<<<<<<<<< HEAD\nb: 2\n", (2, 1), ""),
        ("a: 1\r\n<<<<<<< HEAD\r\nb: 2\r\n=======\r\n>>>>>>> x\r\n", (2, 1), "; more on lines 4, 5"),
    ],
)
def test_marks_of_a_merge_are_one_error(text: str, place: tuple[int, int], others: str) -> None:
    finding = only(read(text), "CQ117")
    assert (finding.line, finding.column, finding.severity) == (*place, "error")
    assert finding.message == f"leftover conflict marker{others}"


def test_marks_of_a_merge_in_json() -> None:
    assert only(read('{\n<<<<<<< HEAD\n"a": 1\n=======\n"a": 2\n>>>>>>> x\n}\n', "example.json"), "CQ117").line == 2
    escaped = json.dumps({"a": ["One\n<<<<<<< HEAD\ntwo\n=======\nthree\n>>>>>>> words\n"]})
    assert only(read(escaped, "example.json"), "CQ117").pointer == "/a/0"
    filled = "a: >-\n  One <<<<<<< HEAD two\n  ======= three >>>>>>> words and more\n"
    assert only(read(filled), "CQ117").pointer == "/a"


def test_a_rule_above_a_conflict_is_no_part_of_it() -> None:
    assert only(read(f"a: |\n  Heading\n  =======\nb: 1\n{CONFLICT}"), "CQ117").line == 5
    rest = only(read("a: >-\n  one\n  =======\n  two\n  >>>>>>> words\n"), "CQ117")
    assert (rest.line, rest.message) == (3, "leftover conflict marker; more on line 5")


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
