"""Characters that do not show."""

from __future__ import annotations

import pytest

from communique.text.characters import REMOVABLE
from support.read_text import DATED, fixed, only, read


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
    assert (finding.pointer, finding.message) == ("/a/en", "invisible character U+200F RIGHT-TO-LEFT MARK")
    assert read("a: >-\n  שלום\n  (C++)\u200f\n  שלום\n").findings == ()


def test_a_soft_hyphen_by_an_escape_is_told() -> None:
    assert only(read('a: "co\\xADop"\n'), "CQ113").message.startswith("escape for the invisible character U+00AD")
