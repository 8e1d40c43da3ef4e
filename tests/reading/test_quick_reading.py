"""The quick readers: what they read, the careful reader reads to the same data and without a finding."""

from __future__ import annotations

import json
from itertools import islice
from pathlib import Path
from random import Random
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.reading import careful_reader, read_bytes, read_file, reader, record_files, yaml_reader
from communique.reading.careful_reader import find_places, read_carefully
from communique.reading.document import Places
from communique.reading.limits import MAX_DEPTH, MAX_KEY, MAX_NODES, MAX_SCALAR
from communique.reading.quick_yaml import read_yaml_quickly
from communique.validation.registry import rules
from support import hostile
from support.folders import EXAMPLES, INVALID, RECORDS
from support.mutated_texts import YAML, mutated_texts
from support.read_twice import read_twice
from support.rule_example import example_file

OURS = [*record_files(RECORDS)]
CLEAN = [*OURS, *(file for folder in sorted(EXAMPLES.iterdir()) for file in record_files(folder))]


def twice(text: str, name: str = "example.yaml") -> bool:
    """Whether the quick reader reads the text; that it reads it as the careful one does is checked."""
    return read_twice(text.encode("utf-8", "surrogatepass"), name) is not None


@pytest.mark.parametrize(
    "path", [pytest.param(path, marks=[pytest.mark.slow] * (path in OURS), id=path.name) for path in CLEAN]
)
def test_every_clean_record_is_read_quickly(path: Path) -> None:
    document = read_twice(path.read_bytes(), str(path))
    assert document is not None
    careful = read_carefully(path.read_bytes(), str(path))
    assert (document.marks, document.written) == (careful.marks, careful.written)
    assert twice(json.dumps(document.data), "example.json")
    assert twice(json.dumps(document.data, ensure_ascii=False, indent="\t"), "example.json")
    assert twice(yaml.safe_dump(document.data, allow_unicode=True, sort_keys=False, width=60))


def test_a_clean_corpus_is_parsed_once_and_never_read_carefully(monkeypatch: pytest.MonkeyPatch) -> None:
    parsed = []

    def counted(text: str) -> dict[str, Any] | None:
        parsed.append(text)
        return read_yaml_quickly(text)

    monkeypatch.setattr(reader, "read_yaml_quickly", counted)
    monkeypatch.setattr(yaml_reader, "LOADER", None)  # would raise, if it were called
    documents = [read_file(path) for path in CLEAN]
    assert parsed == [document.text for document in documents]
    assert all(document.sound and not document.internal_errors for document in documents)


def test_positions_are_found_once_and_only_when_they_are_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def counted(text: str, path: str) -> Places:
        asked.append(path)
        return find_places(text, path)

    monkeypatch.setattr(careful_reader, "find_places", counted)
    document = read_bytes(b"a: 1\nb: {c: 2.50}\n", "example.yaml")
    assert (document.data, document.findings, asked) == ({"a": 1, "b": {"c": 2.5}}, (), [])
    assert document.value_position(("b", "c")) == (2, 8)
    assert document.written == {("a",): "1", ("b", "c"): "2.50"}
    assert asked == ["example.yaml"]


@pytest.mark.parametrize(
    "text",
    [
        "a: |\n  Regulation #12\nb: 'see #12'\nc: \"#12\"\n",
        "a: 1 # one\n#two\nb: 2\n  #three\nc: # four\n  - d\n  - 'e'  # five\nf: [g] # six\nh: \"i\" #---\n",
        "a: [\n  b,\n  {c: d, e: [f]}\n]\nb: {\n  c: d,\n  e:\n    f\n  }\nc: [\"{}\",\n  'd',\n  ]\n",
        "a: 'b\n\n  c'\nd:\n  - \"e\n    f\"\n  - 'it''s\n    ''''g''\n\n\n    '\nh: \"\n  i\"\n",
        "a: b\n  c\nd: [e\n  f, g]\nh:\n- i\n  j\n\n  k\n- l\n",
        "---\na: b\n",
        "# a\n\n---\na: b\n",
        "a: é, 李强, ❤️, می\u200cخواهم\nb: {en: Li, zh-Hans: 李强, fr: 'É', de: \"ß\"}\n",
        "a: 'a\tb'\nc: |\n  d\te\n",
        "a: b\r\nc: |\r\n  d\r\n  e\r\n",
        "a: >\n  b\n\n\n  c\n\n\nd: |-\n    # e\n     f\n\n    g: h\n\ni:\n- >-\n  j\n  k\n- |\n  l\n",
        "a: https://example.org/b#c?d=e&f\nb: R&D *now*, what?!\nc: [https://example.org/b#c?d=e&f, d?]\n",
        'a: "\\u00e9\\n\\x41\\U0001F600\\t\\\\ \\"b\\" \\/"\nb: ["\\u00e9", {c: \'it\'\'s\'}, [[], {}]]\n',
        "a:\nb: ~\nc: 0x1F\nd: 1.5\ne: [true, False, null, 12]\nf:\n- g:\n- h:\n  i: j\n",
        "a: 'no'\nb: \"2\"\nc:   d\n",
        "a b: c\nd (e) f?: g\n'h: i': 'j'\n\"k 'l'\":\n- m n: o\n  p & q: r\n'1':\n  é ü/w: x\n  'no': u v\n    z\n",
        "a: b",
    ],
)  # fmt: skip
def test_what_people_write_is_read_quickly(text: str) -> None:
    assert twice(text)


@pytest.mark.parametrize(
    "text",
    [
        # what has no place of its own inside brackets
        "a: [\n  b:\n]\n", "a: [? b\n, c]\n", "a: [? b?]\n", "a: {b: ,\n  c\n}\n", "a: [-, b]\n", "a: [? -, b]\n",
        "a: {-: b}\n",
        # questions and comments that are glued to something
        "a: {?b: c}\n", "a: [?\u00a0b]\n", "a: {b: \"c\n  # d\", ?e: f}\n", "a: [1,#b\n  2]\n", 'a: "b"#c\n',
        "a: >#b\n  c\n",
        'a: "b\\\n  # c"#d\n', '{"a":#b\n c}\n', "a: |2#b\n   c\n",
        # lines that are not indented enough
        'a: "b\nc"\n', "a:\n'b\n c'\n", "a:\n\"b\nc\"\n", "a:\n  b: [c,\n  d]\n", "a: [b\nc]\n", "- a: {b:\nc}\n",
        "a: [b,\n'c\nd']\n",
        # YAML that JSON does not have, and YAML that is read in two ways
        "a: &b c\n", "a: *b\n", "a: !b c\n", "a: ! b\n", "a: !!str 1\n", "<<: {a: b}\n", "%YAML 1.2\n---\na: b\n",
        "? [a]\n: b\n",
        "a b: c\n'a b': d\n", "'a''b': c\n", "'a' : b\n", "a : b\n", "a: b c\n  d e: f\n", "a #b: c\n", "a b:c\n",
        "a: no\n", "no: a\n", "1: a\n", "~: a\n", "a: 1_000\n", "a: 12:30\n", "a: 2025-07-26\n", "a: 012\n",
        "a: 1e3\n", "a: =\n",
        "a: .nan\n", "a: 12345678901234567\n", "a: 1e999\n", "a: b\na: c\n", "---\na: b\n---\nc: d\n",
        # characters and lines
        "a: b \n", "a: b\t\n", "a: b\rc: d\n", "a: e\u0301\n", "a: \u200bb\n", 'a: "\\u200b"\n', "\ufeffa: b\n",
        "a: b\u2028\n", "a: \x7f\n",
        "a: b #c\n", "a: #b\n", "<<<<<<< a\n", "a: |\n  b\n  =======\n  c\n  >>>>>>> d\n",
        'a: "\\x3c<<<<<< b ======= >>>>>>> c"\n',
        'a: "<<<<\\\n  <<< b ======= >>>>\\\n  >>> c"\n',
        "a: x" + "\u0301" * 31 + "\n", 'a: "x' + "\\u0301" * 31 + '"\n', "\ta: b\n", "a:\tb\n", "a: b\t#c\n",
        # limits
        "a: " + "[" * MAX_DEPTH + "]" * MAX_DEPTH, "a: [" + "1, " * MAX_NODES + "]", f"{'a' * (MAX_KEY + 1)}: b\n",
        f"'{'a' * (MAX_KEY + 1)}': b\n", f"? {'a' * (MAX_KEY + 1)}\n: b\n", f"a: {'b' * (MAX_SCALAR + 1)}\n",
        "#" * 2_000_001,
        # no record
        "", "# a\n", "a\n", "- a\n", "{}}\n", "a: [\n", "a: 'b\n", "a: b: c\n", "a: \"\\z\"\n", "a: \"\\ud800\"\n",
        "a: \x00\n",
    ],
)  # fmt: skip
def test_what_only_the_careful_reader_can_judge(text: str) -> None:
    assert not twice(text)


@pytest.mark.parametrize(
    "text",
    [
        '{"a": NaN}', '{"a": -Infinity}', '{"a": 1, "a": 2}', '{"a": {"b": 1, "b": 1}}', '{"a": 12345678901234567}',
        '{"a": 1e999}',
        '{"a": "\\ud800"}', '{"a": "\\udc00\\ud800"}', '{"a": "\\u200b"}', '{"\\u200b": 1}', '{"a": "\\u0000"}',
        '{"a": "x\ty"}',
        '{"a": 1} \n', '{"a": 1}{}', '{"a": 1}x', '{"a": 01}', '{"a": 1,}', "[1]", "1", "", '{"a": "e\u0301"}',
        '{"a": "\x7f"}',
        '{"a": ' + "[" * MAX_DEPTH + "]" * MAX_DEPTH + "}", '{"a": ' + "[" * 100_000,
        '{"a": [' + "1," * MAX_NODES + "1]}",
        '{"' + "a" * (MAX_KEY + 1) + '": 1}', '{"a": "' + "b" * (MAX_SCALAR + 1) + '"}',
        '{"a": "x' + "\\u0301" * 31 + '"}',
        '{"a": "\\u003c<<<<<< b ======= >>>>>>> c"}', '\ufeff{"a": 1}', '{"a": 1e-400}', "{'a': 1}", '{"a":\u00a01}',
        '{"a": 1}\r \n',
    ],
)  # fmt: skip
def test_json_that_only_the_careful_reader_can_judge(text: str) -> None:
    assert not twice(text, "example.json")


def test_the_limits_themselves_are_within_them() -> None:
    deep = MAX_DEPTH - 1
    assert twice('{"a": ' + "[" * deep + "]" * deep + "}", "example.json")
    assert twice("a: " + "[" * (deep // 2) + "]" * (deep // 2))
    for name, begin, end in (("example.yaml", "a: ", ""), ("example.json", '{"a": ', "}")):
        assert twice(f"{begin}[{'1,' * (MAX_NODES - 3)}1]{end}", name)
        assert not twice(f"{begin}[{'1,' * (MAX_NODES - 2)}1]{end}", name)
        assert twice(f'{begin}"{"b" * MAX_SCALAR}"{end}', name)
    assert twice("{}: 1".format("a" * MAX_KEY))
    assert twice('{"' + "a" * MAX_KEY + '": 1}', "example.json")


@pytest.mark.parametrize("seed", range(8))
def test_mutated_texts_are_read_alike(seed: int) -> None:
    texts = islice(mutated_texts(Random(seed), YAML), 2_500)
    assert sum(twice(text, name) for text, name in texts) > 150


@pytest.mark.slow
def test_hostile_invalid_and_example_files_are_read_alike() -> None:
    files = [*hostile.files(), *((path.name, path.read_bytes()) for path in record_files(INVALID))]
    files += [(f"example{rule.suffix}", example_file(rule, rule.bad)) for rule in rules().values() if rule.bad]
    files += [(f"example{rule.suffix}", example_file(rule, rule.good)) for rule in rules().values() if rule.bad]
    assert sum(read_twice(content, name) is not None for name, content in files) > len(files) // 4


PLAIN = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=30)
DATA = st.dictionaries(
    st.text(max_size=8),
    st.recursive(PLAIN, lambda inner: st.lists(inner) | st.dictionaries(st.text(max_size=8), inner), max_leaves=20),
)


@given(DATA, st.booleans(), st.sampled_from([None, False, True]), st.sampled_from([None, "'", '"', "|", ">"]))
@settings(deadline=None)
def test_whatever_programs_write_is_read_alike(data: Any, ascii: bool, flow: bool | None, style: str | None) -> None:
    twice(json.dumps(data, ensure_ascii=ascii), "example.json")
    twice(yaml.dump(data, default_flow_style=flow, default_style=style, allow_unicode=not ascii, width=20))
