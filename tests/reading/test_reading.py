"""From bytes to data with positions, and what is said of files that cannot be read."""

from __future__ import annotations

import json
import re
import unicodedata
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
import ruamel.yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.reading import Document, read_bytes, read_file, record_files
from communique.reading.limits import MAX_BYTES
from support.examples import examples


def read(text: str | bytes, name: str = "example.yaml") -> Document:
    return read_bytes(text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text, name)


def said(document: Document) -> list[tuple[str, int, int]]:
    return [(finding.name, finding.line, finding.column) for finding in document.findings]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2025-07-26", "2025-07-26"), ("2025-07-26T10:00:00Z", "2025-07-26T10:00:00Z"), ("NO", "NO"), ("yes", "yes"),
        ("true", True), ("False", False), ("null", None), ("~", None), ("", None), ("12", 12), ("-3", -3),
        ("0o17", 15), ("0x1F", 31), ("1.50", 1.5), (".5", 0.5), ("1e3", 1000.0), ("1_000", "1_000"),
        ("12:30", "12:30"), ("'12'", "12"), ('"true"', "true"), ("0.1.0", "0.1.0"), ("0.1", 0.1), ("nan", "nan"),
    ],
)  # fmt: skip
def test_plain_scalars_by_the_core_schema(text: str, value: object) -> None:
    document = read(f"key: {text}\n")
    assert document.data == {"key": value}
    assert type(document.data["key"]) is type(value)


@pytest.mark.parametrize("text", ["NO", "no", "Yes", "on", "OFF", "n", "y", "012", "1_000", "12:30", "0o17"])
def test_what_other_programs_misread_is_warned_of(text: str) -> None:
    document = read(f"country: {text}\n")
    assert said(document) == [("ambiguous-scalar", 1, 10)]
    assert document.sound
    assert said(read(f"country: '{text}'\n")) == []


@pytest.mark.parametrize("text", ["2025-07", "0", "10", "1.5", "nope", "only", "true"])
def test_what_all_programs_read_alike_is_not(text: str) -> None:
    assert said(read(f"key: {text}\n")) == []


def test_a_language_tag_that_is_also_a_word() -> None:
    assert said(read("title:\n  no: En tittel\n")) == [("ambiguous-scalar", 2, 3)]


def test_joiners_belong_to_some_scripts_and_to_emoji() -> None:
    assert said(read("a: می\u200cخواهم\nb: 👩\u200d🔬\n")) == []


def test_line_breaks_that_only_some_programs_know_move_nothing() -> None:
    document = read("a: x\x85y\u2028z\nb: 1\nb: 2\n")
    assert said(document) == [("unsafe-character", 1, 5), ("unsafe-character", 1, 7), ("duplicate-key", 3, 1)]


def test_a_flood_of_findings_is_stemmed() -> None:
    document = read("".join(f"a{n}: NO\n" for n in range(5000)))
    assert len(document.findings) == 501
    assert document.findings[-1].name == "limit-exceeded"


def test_positions_in_code_points() -> None:
    document = read("é😀: 1\nlist:\n- a: {b: [x, 李强: 7]}\n")
    assert document.value_position(("é😀",)) == (1, 5)
    assert document.key_position(("list",)) == (2, 1)
    assert document.key_position(("list", 0, "a", "b")) == (3, 7)
    assert document.value_position(("list", 0, "a", "b", 1, "李强")) == (3, 18)
    assert document.value_position(("list", 0, "no such", "thing")) == (3, 3)


def test_positions_in_json() -> None:
    document = read('{"a": 1,\r\n "é": [true,\n  {"b": "x"}]}', "example.json")
    assert document.data == {"a": 1, "é": [True, {"b": "x"}]}
    assert document.value_position(("é", 1, "b")) == (3, 9)
    assert document.key_position(("é",)) == (2, 2)


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("", ("empty-file", 1, 1)),
        ("# only a comment\n", ("empty-file", 1, 1)),
        ("a: 1\n---\nb: 2\n", ("several-documents", 2, 1)),
        ("a: 1\nb: 2\na: 3\n", ("duplicate-key", 3, 1)),
        ("a:\n  b: 1\n  'b': 2\n", ("duplicate-key", 3, 3)),
        ("a: 1\n\tb: 2\n", ("broken-yaml", 2, 1)),
        ("a:\n  b: 1\n\tc: 2\n", ("broken-yaml", 3, 1)),
        ("a: 'x\nb: 1\n", ("broken-yaml", 1, 4)),
        ('a: 1\nb: "x\nc: 1\n', ("broken-yaml", 2, 4)),
        ("a: b: c\n", ("broken-yaml", 1, 5)),
        ("a: @x\n", ("broken-yaml", 1, 4)),
        ("a: [1, 2\n", ("broken-yaml", 1, 4)),
        ("a: 'it's'\n", ("broken-yaml", 1, 8)),
        ("a: 1\nb: x\x01y\n", ("unsafe-character", 2, 5)),
        ('a: "x\\u202ey"\n', ("unsafe-character", 1, 4)),
        ("# hidden\u2066\na: 1\n", ("unsafe-character", 1, 9)),
        ("ke\u200by: 1\n", ("unsafe-character", 1, 3)),
        ("a: latin\u200dletters\n", ("unsafe-character", 1, 9)),
        ("a: x\U000e0041\n", ("unsafe-character", 1, 5)),
        ("a: &x 1\n", ("yaml-feature", 1, 4)),
        ("a: *x\n", ("yaml-feature", 1, 4)),
        ("<<: {a: 1}\n", ("yaml-feature", 1, 1)),
        ("a: !!str 1\n", ("yaml-feature", 1, 4)),
        ("a: !python/object:os.system x\n", ("yaml-feature", 1, 4)),
        ("? {a: 1}\n: 2\n", ("yaml-feature", 1, 3)),
        ("a: 0123456789012345678\n", ("unsafe-number", 1, 4)),
        ("a: .inf\n", ("unsafe-number", 1, 4)),
        ("a: 1e999\n", ("unsafe-number", 1, 4)),
        ("a: 1234567890123456\n", ("unsafe-number", 1, 4)),
        ("a: " + "9" * 5000 + "\n", ("unsafe-number", 1, 4)),
        ("a: " + "[" * 100, ("limit-exceeded", 1, 67)),
        ("a: " + "x" * 200_001, ("limit-exceeded", 1, 4)),
        ("k" * 1001 + ": 1\n", ("limit-exceeded", 1, 1)),
        (b"a: caf\xe9\n", ("not-utf-8", 1, 7)),
        (b"a: \xc3\xa9\nb: \xff\n", ("not-utf-8", 2, 4)),
        ("\ufeffa: 1\n", ("byte-order-mark", 1, 1)),
        ('a: "x\nb: "y"\nc: 1\n', ("broken-yaml", 1, 4)),
        ("a: 1\nb: {c: 'x}\nd: 'y'\n", ("broken-yaml", 2, 8)),
        ('a: "x"# comment\n', ("broken-yaml", 1, 7)),
        ("a: [1,# comment\n  2]\n", ("broken-yaml", 1, 7)),
        ("a: ># comment\n  text\n", ("broken-yaml", 1, 4)),
        ("a: [b,\nc]\n", ("broken-yaml", 2, 1)),
        ('a: "b\nc"\n', ("broken-yaml", 2, 1)),
        ("a: [-, 1]\n", ("broken-yaml", 1, 5)),
        ("a: {?b: 1}\n", ("broken-yaml", 1, 5)),
        ("%YAML 1.1\n---\na: 1\n", ("broken-yaml", 1, 1)),
        ('a: "\\x"\n', ("broken-yaml", 1, 7)),
        (b"x" * (MAX_BYTES + 1), ("limit-exceeded", 1, 1)),
    ],
)
def test_bad_yaml_is_one_finding_in_its_place(text: str | bytes, finding: tuple[str, int, int]) -> None:
    assert said(read(text)) == [finding]


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("", ("empty-file", 1, 1)),
        ('{"a": 1,}', ("broken-json", 1, 8)),
        ('{"a": 1', ("broken-json", 1, 1)),
        ('{"a" 1}', ("broken-json", 1, 6)),
        ('{"a": [1 2]}', ("broken-json", 1, 10)),
        ("{a: 1}", ("broken-json", 1, 2)),
        ("{'a': 1}", ("broken-json", 1, 2)),
        ('{"a": NaN}', ("broken-json", 1, 7)),
        ('{"a": 01}', ("broken-json", 1, 7)),
        ('{"a": 1.}', ("broken-json", 1, 7)),
        ('{"a": +1}', ("broken-json", 1, 7)),
        ('{"a": "x\n"}', ("broken-json", 1, 7)),
        ('{"a": "\t"}', ("broken-json", 1, 8)),
        ('{"a": "\\x"}', ("broken-json", 1, 8)),
        ('{"a": "\\ud800"}', ("broken-json", 1, 8)),
        ('{"a": "\\u12"}', ("broken-json", 1, 8)),
        ('{"a": 1} // end', ("broken-json", 1, 10)),
        ('{\n  // begin\n  "a": 1}', ("broken-json", 2, 3)),
        ('{"a": "x\\u200b"}', ("unsafe-character", 1, 7)),
        ('{"a": "x\u2028"}', ("unsafe-character", 1, 9)),
        ('{"a": 1, "a": 2}', ("duplicate-key", 1, 10)),
        ('{"a": 1e999}', ("unsafe-number", 1, 7)),
        ("[" * 100, ("limit-exceeded", 1, 65)),
        ("\ufeff{}", ("byte-order-mark", 1, 1)),
    ],
)
def test_bad_json_is_one_finding_in_its_place(text: str, finding: tuple[str, int, int]) -> None:
    assert said(read(text, "example.json")) == [finding]


def test_a_duplicate_names_the_first_and_keeps_it() -> None:
    document = read("a: {x: 1}\nb: 2\na: {y: [3]}\nc: 4\n")
    assert document.data == {"a": {"x": 1}, "b": 2, "c": 4}
    assert "first on line 1" in document.findings[0].message


def test_places_in_the_first_of_two_values_stay_its_own() -> None:
    for text, name in (
        ("a: {x: 1, y: [2]}\na: {x: 3, y: [4]}\n", "x.yaml"),
        ('{"a": {"x": 1},\n "a": {"x": 3}}', "x.json"),
    ):
        document = read(text, name)
        assert document.value_position(("a", "x")).line == 1
        assert document.data["a"]["x"] == 1


def test_utf_16_is_named() -> None:
    assert read("a: 1\n".encode("utf-16")).findings[0].message == "the file is in UTF-16, not UTF-8"


def test_not_utf_8_says_what_was_meant() -> None:
    (finding,) = read(b"a: caf\xe9\n").findings
    assert "byte 7 (0xE9)" in finding.message and "é" in finding.message


VISIBLE = st.characters(exclude_categories=["Cc", "Cf", "Cn", "Cs", "Zl", "Zp"]) | st.sampled_from("\n\t")
HIDDEN_MARKS = re.compile("[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]")
TEXTS = st.text(VISIBLE, max_size=12).map(lambda text: HIDDEN_MARKS.sub("", unicodedata.normalize("NFC", text)))
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**14), 10**14) | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=20,
)


@settings(deadline=None)
@given(JSON, st.booleans(), st.sampled_from([None, 2]))
def test_json_reads_what_the_standard_library_writes(value: Any, ascii: bool, indent: int | None) -> None:
    document = read(json.dumps(value, ensure_ascii=ascii, indent=indent), "example.json")
    assert document.sound and document.data == value


@settings(deadline=None)
@given(st.text(max_size=60))
def test_json_accepts_nothing_that_the_standard_library_refuses(text: str) -> None:
    document = read(text, "example.json")
    if document.sound:
        assert document.data == json.loads(text)


@settings(deadline=None)
@given(JSON)
def test_yaml_reads_what_another_yaml_1_2_program_writes(value: Any) -> None:
    buffer = StringIO()
    ruamel.yaml.YAML(typ="safe").dump(value, buffer)
    text = buffer.getvalue()
    if "&" in text or "\x85" in text or "\\N" in text or "..." in text:
        return
    document = read(text)
    expected = json.loads(json.dumps(value))
    if document.sound:
        assert document.data == expected
    else:
        assert {finding.name for finding in document.findings} <= {
            "ambiguous-scalar",
            "yaml-feature",
            "broken-yaml",
            "not-nfc",
            "trailing-space",
        }


@settings(deadline=None, max_examples=examples(300))
@given(st.binary(max_size=80) | st.text(alphabet="ab:-[]{}&*!|>'\"#%@`,? \n\t0", max_size=40).map(str.encode))
def test_no_bytes_break_the_reader(content: bytes) -> None:
    for name in ("example.yaml", "example.json", "<stdin>"):
        document = read(content, name)
        assert document.complete or document.findings


def test_folders_are_walked_in_order_without_hidden_files(tmp_path: Path) -> None:
    for name in ("b/2.yaml", "b/1.json", "a.yml", ".hidden.yaml", ".git/x.yaml", "notes.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("a: 1\n")
    assert [str(path.relative_to(tmp_path)) for path in record_files(tmp_path)] == ["a.yml", "b/1.json", "b/2.yaml"]


def test_only_regular_files_inside_the_folder_are_opened(tmp_path: Path) -> None:
    import os

    outside = tmp_path / "outside.yaml"
    outside.write_text("secret: 1\n")
    inside = tmp_path / "inside"
    inside.mkdir()
    (inside / "link.yaml").symlink_to(outside)
    (inside / "loop.yaml").symlink_to("loop.yaml")
    os.mkfifo(inside / "pipe.yaml")
    for path in record_files(inside):
        assert [finding.name for finding in read_file(path, inside).findings] == ["unreadable-file"]
