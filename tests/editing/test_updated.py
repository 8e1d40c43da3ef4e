"""New data in the files of records: what is the same stays as it is written."""

from __future__ import annotations

import json
import re
from collections import Counter
from copy import deepcopy
from random import Random
from typing import Any

import pytest

from communique.editing import EditError, updated
from communique.reading import read_bytes
from support.edited_data import edited
from support.folders import CORPUS, RECORDS
from support.yaml_writer import Pairs, Writer, independent

Json = Any


def data_of(content: bytes, path: str) -> Json:
    """By readers that are not ours: the keys of objects in any order."""
    text = content.decode("utf-8-sig")
    return json.loads(text) if path.endswith(".json") else _unpaired(independent(text))


def _unpaired(data: Json) -> Json:
    if isinstance(data, Pairs):
        return {key: _unpaired(value) for key, value in data}
    return [_unpaired(each) for each in data] if isinstance(data, list) else data


def comments_of(content: bytes) -> Counter[bytes]:
    """The comments that the writer of the tests makes."""
    return Counter(re.findall(rb"# c[0-9]+ \xc3\xa9: 'x' \"y\" #", content))


def same(one: Json, other: Json) -> bool:
    return json.dumps(one, sort_keys=True) == json.dumps(other, sort_keys=True)


def texts_of_records() -> list[bytes]:
    return [path.read_bytes() for folder in (CORPUS, RECORDS) for path in sorted(folder.rglob("*.yaml"))]


def hold(seeds: range) -> None:
    """Records in many layouts, with random changes: what is written reads as wanted, and no comment is lost."""
    texts, made, refused = texts_of_records(), 0, 0
    for seed in seeds:
        random = Random(seed)
        data = read_bytes(random.choice(texts), "record.yaml").data
        path = random.choice(["record.yaml", "record.yaml", "record.yaml", "record.json"])
        content = Writer(random, set()).write(data, path).encode()
        new = edited(random, data, random.choice([1, 1, 3, 8]))
        try:
            result = updated(content, new, path)
        except EditError as error:
            assert "comment" in str(error), seed
            refused += 1
            continue
        made += 1
        assert same(data_of(result, path), new), seed
        assert comments_of(result) == comments_of(content), seed
        assert updated(content, data, path) == content
        assert content.count(b"\r\n") == 0 or result.count(b"\r\n") == result.count(b"\n"), seed
    assert made >= refused


def test_random_changes_in_random_layouts() -> None:
    hold(range(6))


@pytest.mark.slow
def test_many_random_changes_in_random_layouts() -> None:
    hold(range(1_000, 1_200))


def one_edit(random: Random, data: Json) -> tuple[str, Json]:
    """Data with one edit of a text, and what kind of edit it is."""
    data = deepcopy(data)
    holders = [holder for key, holder in data.items() if isinstance(holder, list) and isinstance(holder[0], dict)]
    holder = random.choice(holders)
    item = random.choice(holder)
    kind = random.choice(["changed", "added", "removed"])
    if kind == "changed":
        item["note"] = "other"
    elif kind == "added":
        holder.insert(random.randrange(len(holder) + 1), {"id": "x", "note": "y"})
    elif len(holder) > 1:
        holder.remove(item)
    return kind, data


def test_all_other_lines_stay() -> None:
    """Of the files as they are, one item in a list of the record is changed, added or removed."""
    for seed, content in enumerate(texts_of_records()[::4]):
        data = read_bytes(content, "record.yaml").data
        if not any(isinstance(each, list) and isinstance(each[0], dict) for each in data.values()):
            continue
        kind, new = one_edit(Random(seed), data)
        result = updated(content, new)
        old, lines = content.split(b"\n"), result.split(b"\n")
        less, more = (Counter(old) - Counter(lines)).total(), (Counter(lines) - Counter(old)).total()
        assert same(read_bytes(result, "record.yaml").data, new)
        # A list in brackets is itself a line that changes.
        assert {"added": less <= 1 and more <= 3, "removed": more == 0, "changed": more <= 2}[kind], seed


ODD_TEXTS = [
    "", " ", "- a", "a: b", "a:", "? x", "x #y", "#x", "'", "it's \"so\"", "\ttab", "no", "~", "1", "1e3", "0x1F",
    "a\n", "2025-01-01", "1:30", "a\nb", "a\n\nb\n", "\n", "\na", "a\n\n", " a\n b", "a \nb", "a\r\nb", "[a", "a]",
    "{", "a, b", "%a", "@a", "`", "|", ">-", "!x", "&a", "*a", "---", "...", "a\\b", "é 中国 👍🏽", "e\u0301", "\x85",
    "=1+1", "<<", "null", "a\u00a0b", "a\u2028b", "a  b", "word " * 60 + "end", "x" * 300, "two " * 40 + "\nlast",
]  # fmt: skip


@pytest.mark.parametrize("text", ODD_TEXTS)
def test_any_text_is_written_as_this_text(text: str) -> None:
    layouts = {
        "block": b"a: x\nb:\n- x\n- y: x\n",
        "brackets": b"{a: x, b: [x, {y: x}]}\n",
        "quotes": b"a: 'x'\nb:\n- \"x\"\n- y: 'x'\n",
        "lines": b"a: >-\n  x\n  x\nb:\n- |\n  x\n- y: x\n    x\n",
    }
    for content in layouts.values():
        result = updated(content, {"a": text, "b": [text, {"y": text}]}, "record.yaml")
        assert _unpaired(independent(result.decode())) == {"a": text, "b": [text, {"y": text}]}


@pytest.mark.parametrize("text", ["\u200b", "\U000e0041"])
def test_a_text_that_no_record_can_hold_is_refused(text: str) -> None:
    with pytest.raises(EditError, match="line 1, /a: "):
        updated(b"a: x\n", {"a": text})


def test_a_text_in_lines_changes_only_where_its_words_do() -> None:
    content = b"note: >-\n    One two three\n    four five six\n    seven eight.\n"
    assert updated(content, {"note": "One two three four 5 six seven eight."}) == content.replace(b"five", b"5")
    assert updated(content, {"note": "Zero One two three four five six seven."}) == (
        b"note: >-\n    Zero One two three\n    four five six\n    seven.\n"
    )


def test_a_long_text_is_broken_into_lines() -> None:
    long = "A word " * 30 + "and an end."
    result = updated(b"dates:\n  - note: x\n    value: y\n", {"dates": [{"note": long, "value": "y"}]})
    assert max(map(len, result.splitlines())) <= 120
    assert result.startswith(b"dates:\n  - note: >-\n      A word A word") and result.endswith(b"\n    value: y\n")


@pytest.mark.parametrize(
    ("before", "new", "after"),
    [
        ("a: 1 # c\n", {"a": 2}, "a: 2 # c\n"),
        ("a: yes it is\n", {"a": "yes"}, "a: 'yes'\n"),
        ("a: x\nb: y\n", {"a": "x"}, "a: x\n"),
        ("a: x\nb: y", {"a": "x", "b": "y", "c": "z"}, "a: x\nb: y\nc: z"),
        ("a: x\nb: y", {"a": "x"}, "a: x"),
        ("a:\n- x\n", {"a": []}, "a: []\n"),
        ("a: []\n", {"a": ["x"]}, "a: [x]\n"),
        ("a:\n  - x\n", {"a": ["x", {"b": "c"}]}, "a:\n  - x\n  - {b: c}\n"),
        ("a:\n- b: c\n\n- b: d\n\nz: y\n", {"a": [{"b": "c"}, {"b": "d"}, {"b": "e"}], "z": "y"},
         "a:\n- b: c\n\n- b: d\n\n- b: e\n\nz: y\n"),
        ("a:\n- b: c\n\n- b: d\n\nz: y\n", {"a": [{"b": "c"}], "z": "y"}, "a:\n- b: c\n\nz: y\n"),
        ("a:\n- {b: c}\n", {"a": [{"b": "c"}, {"b": "d", "e": "f"}]}, "a:\n- {b: c}\n- {b: d, e: f}\n"),
        ("a:\n- b: c\n  d: e\n", {"a": [{"d": "e"}]}, "a:\n- d: e\n"),
        ("a:\n- d: e\n", {"a": [{"b": "c", "d": "e"}]}, "a:\n- b: c\n  d: e\n"),
        ("a: [x, y, z]\n", {"a": ["y", "z"]}, "a: [y, z]\n"),
        ("a: [x, y, # c\n  z]\n", {"a": ["x", "y", "w", "z"]}, "a: [x, y, w, # c\n  z]\n"),
        ("a:\n- x\n- y # c\n- z\n", {"a": ["y", "z", "x"]}, "a:\n- y # c\n- z\n- x\n"),
        ("a:\n- - x\n  - y\n", {"a": [["x", "y", "z"]]}, "a:\n- - x\n  - y\n  - z\n"),
        ("a:\n- b: c\n  # of b\n- b: d\n", {"a": [{"b": "c"}, {"b": "x", "e": "z"}, {"b": "d"}]},
         "a:\n- b: c\n  # of b\n- b: x\n  e: z\n- b: d\n"),
        ("\ufeffa: x\r\nb: y\r\n", {"a": "x", "b": "y", "c": ["z"]}, "\ufeffa: x\r\nb: y\r\nc: [z]\r\n"),
        ("a: |-\n  x\n  y\nb: z\n", {"a": "x\nw", "b": "z"}, "a: |-\n  x\n  w\nb: z\n"),
        ("a: > # c\n  x y\nb: z\n", {"a": "no", "b": "z"}, "a: >- # c\n  no\nb: z\n"),
        ("'a': \"x\"\n", {"a": "y"}, "'a': \"y\"\n"),
    ],
)  # fmt: skip
def test_edits_are_written_as_what_is_around_them(before: str, new: Json, after: str) -> None:
    assert updated(before.encode(), new).decode() == after


@pytest.mark.parametrize(
    ("before", "new", "after"),
    [
        ('{"a": 1, "b": [1]}', {"a": 1, "b": [1, "x"], "c": None}, '{"a": 1, "b": [1, "x"], "c": null}'),
        (
            '{\n  "a": 1,\n  "b": [\n    {\n      "c": 1\n    }\n  ]\n}\n',
            {"a": 1, "b": [{"c": 1}, {"c": 2}]},
            '{\n  "a": 1,\n  "b": [\n    {\n      "c": 1\n    },\n    {\n      "c": 2\n    }\n  ]\n}\n',
        ),
        ('{\n  "a": 1,\n  "b": 2\n}\n', {"a": 1}, '{\n  "a": 1\n}\n'),
    ],
)
def test_json_stays_json(before: str, new: Json, after: str) -> None:
    assert updated(before.encode(), new, "record.json").decode() == after


@pytest.mark.parametrize(
    ("before", "new", "where"),
    [
        ("a:\n- x\n# about y\n- y\n- z\n", {"a": ["x", "z"]}, "line 4, /a/1: a comment would be above something else"),
        ("a:\n- b: c # note\n- b: d\n", {"a": [{"b": "d"}]}, "line 2, /a/0: a comment would be lost (# note)"),
        ("a:\n- b: c\n  # note\n- b: d\n", {"a": [{"b": "d"}]}, "line 2, /a/0: a comment would be lost"),
        ("a: # note\n  b: c\n", {"a": "x"}, "line 1, /a: a comment would be lost"),
        ("a: [x, # note\n  y]\n", {"a": "x"}, "line 1, /a: a comment would be lost"),
        ("# all\na:\n# first\n- x\n", {"a": ["w", "x"]}, "line 4, /a/0: a comment would be above something else"),
        ("a: x\na: y\n", {"a": "z"}, "it has errors"),
        ("a: &b x\nc: y\n", {"a": "z", "c": "y"}, "it has errors"),
        ("- a\n", {"a": "b"}, "it is not a record"),
    ],
)
def test_no_comment_is_lost(before: str, new: Json, where: str) -> None:
    with pytest.raises(EditError) as error:
        updated(before.encode(), new, "record.yaml")
    assert where in str(error.value)
