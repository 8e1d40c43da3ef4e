"""Commas, colons and brackets that are missing or too many: the mistake by its name, in its place, with what to do."""

from __future__ import annotations

import json

import pytest
import yaml

from communique.diagnostics.finding import Finding
from communique.reading import read_bytes


def only(text: str, name: str) -> Finding:
    (finding,) = read_bytes(text.encode(), name).findings
    return finding


YAML = [
    ("a: [b,, c]", 7, "two commas", "a: [b, c]"),
    ("a: [b, , c]", 8, "two commas", "a: [b,  c]"),
    ("a: [,b]", 5, "before the comma", "a: [b]"),
    ("a: {,b: 1}", 5, "before the comma", "a: {b: 1}"),
    ("a: {b: 1,, c: 2}", 10, "two commas", "a: {b: 1, c: 2}"),
    ('a: ["b" "c"]', 9, "missing comma before this", 'a: ["b", "c"]'),
    ("a: ['b' c]", 9, "missing comma before this", "a: ['b', c]"),
    ('a: {b: "x" c: "y"}', 12, "missing comma before this", 'a: {b: "x", c: "y"}'),
    ("a: {b: 1 c: 2}", 10, "missing comma before c", "a: {b: 1, c: 2}"),
    ("a: {b: [1] c: 2}", 12, "missing comma before this", "a: {b: [1], c: 2}"),
    ("a: [{b: 1} {c: 2}]", 12, "missing comma before this", "a: [{b: 1}, {c: 2}]"),
    ('a: {"b" 1}', 9, "missing colon", 'a: {"b": 1}'),
    ('a: {c: 1, "b" "x"}', 15, "missing colon", 'a: {c: 1, "b": "x"}'),
    ("a: [b, c}", 4, "is closed with '}'", "a: [b, c]"),
    ("a: {b: 1]", 4, "is closed with ']'", "a: {b: 1}"),
    ("a: [b, c]]", 10, "unmatched", "a: [b, c]"),
    ("a: {b: 1}, c", 10, "unexpected text", "a: {b: 1}"),
    ("a: {b: said: yes}", 8, "a value with a colon", 'a: {b: "said: yes"}'),
    ('a: ["it"s"]', 9, "unexpected text after a closing quote", 'a: ["it\\"s"]'),
]


@pytest.mark.parametrize(("wrong", "column", "message", "right"), YAML)
def test_in_yaml(wrong: str, column: int, message: str, right: str) -> None:
    finding = only(wrong + "\n", "x.yaml")
    assert (finding.code, finding.line, finding.column) == ("CQ105", 1, column)
    assert message in finding.message and finding.help
    document = read_bytes(f"{right}\n".encode(), "x.yaml")
    assert (document.data, document.findings) == (yaml.safe_load(right), ())


@pytest.mark.parametrize(
    "text", ['a:\n- {b: 1,\n   c: "x"\n   d: 2}\n', "a: {b: {c: 1}\nd: 2\n", "a: [1, 2\nb: 1\n", "a: {b: 'x'\nc: 1\n"]
)
def test_over_several_lines(text: str) -> None:
    finding = only(text, "x.yaml")
    missing = "d: 2}" in text
    assert (finding.line, finding.column) == ((4, 4) if missing else (1, 4))
    assert finding.message.startswith("missing comma before this" if missing else f"unclosed {text[3]!r}")


JSON = [
    ('{"a": "x" "b": 1}', 11, "missing comma", '{"a": "x", "b": 1}'),
    ('["x" "y"]', 6, "missing comma", '["x", "y"]'),
    ('{"a": {"b": 1} "c": 2}', 16, "missing comma", '{"a": {"b": 1}, "c": 2}'),
    ('{"a": 5 EUR}', 9, "comma before EUR", '{"a": "5 EUR"}'),
    ('{"a": 1,, "b": 2}', 9, "two commas", '{"a": 1, "b": 2}'),
    ("[1, ,2]", 5, "two commas", "[1, 2]"),
    ("[,1]", 2, "before the comma", "[1]"),
    ('{,"a": 1}', 2, "before the comma", '{"a": 1}'),
    ('{"a": 2025-02-30}', 7, '2025-02-30 is not a number|"2025-02-30"', '{"a": "2025-02-30"}'),
    ('{"a": 2025-07-26T10:00:00Z}', 7, "is not a number", '{"a": "2025-07-26T10:00:00Z"}'),
    ('{"a": 12:30}', 7, '12:30 is not a number|"12:30"', '{"a": "12:30"}'),
    ('{"a": 0.1.0}', 7, '0.1.0 is not a number|"0.1.0"', '{"a": "0.1.0"}'),
    ('{"a": 1_000}', 7, "invalid JSON number|1000", '{"a": 1000}'),
    ('{"a": 1,000}', 9, "comma inside a number", '{"a": 1000}'),
    ('{"a": .5}', 7, "invalid JSON number", '{"a": 0.5}'),
    ('{"a": NO}', 7, 'found NO|"NO"', '{"a": "NO"}'),
    ('{"a": True}', 7, "found True|true", '{"a": true}'),
    ('{"a": “x”}', 7, "curly quotes", '{"a": "x"}'),
    ('{"a": }', 7, "missing value", '{"a": 1}'),
    ('{"a":, "b": 1}', 6, "missing value", '{"a": 2, "b": 1}'),
    ('{"a"="x"}', 5, "expected a colon", '{"a":"x"}'),
    ('{"a" "x"}', 6, "expected a colon", '{"a": "x"}'),
    ('{a: "x"}', 2, 'expected a key|"a"', '{"a": "x"}'),
    ('{"a": "x"]', 10, "']' does not close '{'", '{"a": "x"}'),
    ('{"a": "he said "no""}', 17, "unexpected text after a closing quote", '{"a": "he said \\"no\\""}'),
    ('{"a": "x"; "b": 1}', 10, "found ;", '{"a": "x", "b": 1}'),
]


@pytest.mark.parametrize(("wrong", "column", "said", "right"), JSON)
def test_in_json(wrong: str, column: int, said: str, right: str) -> None:
    finding = only(wrong, "x.json")
    assert (finding.code, finding.line, finding.column) == ("CQ106", 1, column)
    message, _, help = said.partition("|")
    assert message in finding.message and help in finding.help and finding.help
    assert json.loads(right) and read_bytes(right.encode(), "x.json").findings == ()
