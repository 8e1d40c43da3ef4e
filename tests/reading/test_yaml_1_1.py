"""What programs of YAML 1.1 read otherwise."""

from __future__ import annotations

import re
from functools import partial

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.reading import scalars
from support.examples import examples
from support.read_text import DATED, fixed, only, read


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
    assert finding.message == f"{text} is read as text here and as {meaning} by YAML 1.1 programs"
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
    assert finding.help == f'write {written} if it is a number, or "{text}" if it is text'
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


@settings(deadline=None, max_examples=examples(400))
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


NOT_ALWAYS_TEXT = [*scalars._YAML_1_1, scalars._INTEGER, scalars._FLOAT, scalars._NOT_FINITE]


@given(st.one_of(*map(partial(st.from_regex, fullmatch=True), NOT_ALWAYS_TEXT), st.sampled_from([*scalars._CONSTANTS])))
@settings(max_examples=examples(500))
def test_what_is_certainly_text_is_nothing_else(text: str) -> None:
    assert not scalars._is_certainly_text(text)
