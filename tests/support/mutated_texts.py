"""Small texts of YAML and JSON, changed at random: to find one that the two readers read differently.

``python tests/support/mutated_texts.py SEED SECONDS`` tries as many as it can in that time, and prints those that are
read differently.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from random import Random

from support.read_twice import read_twice

YAML = [
    "a: b\n", "a:\n- b\n- c: d\n  e: f\n", "a: {b: c, d: [e, f]}\n", "a: [\n  b,\n  c\n]\n", 'a: "x\n  y"\nb: c\n',
    "a: 'x\n  y'\nb: c\n", "a: >-\n  text\n  more\nb: |\n  x\n", 'a:\n  b: "x\n\n    y"\n', "- a\n- b: c\n  d: e\n",
    "a: b c\n  d\ne: f\n", "# c\na: b # d\n", 'a: "x" # y\n', "a: 1\nb: true\nc: null\nd:\n", 'a: "\\u00e9\\n"\n',
    "? a\n: b\n", "a: - b\n", "---\na: b\n...\n", "a: {b: \"x\n    y\", c: 'd\n    e'}\n", "{a: b,\n c: d}\n",
    "a:\n  - - b\n    - c\n  - d\n", "a: [b c\n    d, e]\n", "a: é\nb: 李\n", '"a": "b#c"\n', 'a: b#c\nd: "#e"\n',
    'a: "b\\\n  c"\n', "a: |2\n   x\n  y\n", "a: >\n  x\n\n   y\n  z\n", "a:\n  b:\n    c: [\n      d,\n    ]\n",
    'a: x #63 y\nb: "x #63 y"\nc: >\n  x #63 y\n', "a: 👍🏽\nb: ❤️\n", "a: می\u200cخواهم\n", "a: e\u0301\n", "a: !x b\n",
    "x: [{a: 1, b: 2}, {c: 3}]\n", "a: &x b\nc: *x\n", "'a b': c\n", "a: b\r\nc: d\r\n", "a:\n  \"b\n  c\": d\n",
    "a: 2024-01-01\nb: '2024-01-01'\n", "a: [1, 2.5, 'x', y, ~]\n", "a:\n'b\n c'\n", 'a: "x\ty"\n',
    "a: >+\n  x\n\nb: c\n",
    "a: b\nc:\n- d: e\n  f: [g, h]\n- d: i\n", "a: {b: c d}\ne:\n  f: g\n  h:\n    i: 1\nj: k\n",
    "- a\n  b\n- c\n",
    "a:\n- b: >-\n    c\n    d\n\n    e\n  f: 'g'\n- b: h\n\ni: j\n",
    "a:\n- {b: c, d: \"e\"}\n- f: [{g: h}, {g: 'i'}]\n",
    "a: b\n\n# c\nd: e f\n  g\n\n  h\ni: j # k\n",
    "a:\n  b:\n  - c\n  - d:\n    e:\n      f: |-\n        g\n      h: i\n",
    "a: [b, c d,\n  {e: f},\n  [g]]\nh: 'i''j'\nk: \"l \\\"m\\\"\"\n",
    "a:\n- 'b\n  c'\n- \"d\n\n  e\"\n- f: g\n  h: i\n",
    "%YAML 1.2\n---\na: b\n", 'a: {"b":c, "d":"e"}\n', "a: [? b, c]\n", "a: {? b : c}\n", "a: https://x.y/z#w\n",
]  # fmt: skip
JSON = [
    '{"a": 1}', '{"a": "b", "c": [1, 2.5, true, null]}', '{"a": "\\u00e9\\ud83d\\ude00"}', '{\n  "a": {"b": []}\n}\n',
    '{"a": -0.0, "b": 1e5, "c": 12345678901234567}', '{"a": "é", "b": "x\\ny"}', '{"a": [{}, {"b": ""}], "a b": 0}',
]  # fmt: skip
PARTS: list[str] = [
    *" \n\t\r#-:?,[]{}&*!|>'\"%@`~=<.+_/\\0123456789abnyeExo", "é", "❤", "ا", "👍", "가", "ᄀ", "ᅡ", "\u00a0", "\u00ad",
    "\u200b", "\u200d", "\u200e", "\u0301", "\ufeff", "\u2028", "\x85", "\x00", "\x7f", "\ufe0f", "\u0300" * 31,
    "- ", "  ", ": ", "# ", " #x", " #63 y", "'x", '""', "{a: b}", "[a, b]", ", ", "\n  ", "\n    ", "\n- ", "\nb: c",
    "---\n", "...\n", "--- ", "%YAML 1.1\n", "&a ", "*a", "!x ", "!!str ", "|-\n  ", ">2\n", "<<: ", "<<<<<<< x\n",
    "=======\n", ">>>>>>> y\n", "no", "yes", "null", "true", ".5", "1e3", "0o7", "0x1F", "1_000", "12:30", "2024-01-01",
    ".inf", ".nan", "\\n", "\\u200b", "\\x41", "\\ud83d", "\\u0301", "\r\n", " \n", "\t\n", " ?x", '"#x', "[#x", ",#x",
    "}#x", "|#x", ": |\n", "\\\n", "\n\n", "NaN", "Infinity", "-0", "00", '"a":', "\n#c\n", "\n  #c\n", "k" * 1_100,
    ': "x\n y"', '\n"y"', "\n'y\n z'",
]  # fmt: skip

# By hand, texts that are read quickly are changed again: the share of them, how long they may be, and how many.
_KEPT, _LONGEST, _MOST = 0.05, 120, 2_000


def mutated_texts(random: Random, yaml: list[str]) -> Iterator[tuple[str, str]]:
    """Text after text, each with the name of its file; most are changed ones of ``yaml``, which may grow."""
    while True:
        is_json = random.random() < 0.1
        yield _mutated(random, JSON if is_json else yaml), "example.json" if is_json else "example.yaml"


def _mutated(random: Random, texts: list[str]) -> str:
    text: str = random.choice(texts) + (random.choice(texts) if random.random() < 0.2 else "")
    for _ in range(random.choice((1, 1, 1, 2, 2, 3, 5))):
        text = random.choice(_MUTATIONS)(random, text)
    return text


def _delete(random: Random, text: str) -> str:
    at = random.randrange(len(text) + 1)
    return text[:at] + text[at + random.randrange(1, 8) :]


def _insert(random: Random, text: str) -> str:
    at = random.randrange(len(text) + 1)
    return text[:at] + random.choice(PARTS) + text[at:]


def _replace(random: Random, text: str) -> str:
    at = random.randrange(len(text) + 1)
    return text[:at] + random.choice(PARTS) + text[at + 1 :]


def _copy(random: Random, text: str) -> str:
    start, to = random.randrange(len(text) + 1), random.randrange(len(text) + 1)
    return text[:to] + text[start : start + random.randrange(1, 12)] + text[to:]


def _line(random: Random, text: str) -> str:
    """A line is copied, moved, deleted or indented differently."""
    lines = text.split("\n")
    line = lines.pop(random.randrange(len(lines)))
    for _ in range(random.randrange(3)):
        again = random.choice([line, " " * random.randrange(5) + line.lstrip(" ")])
        lines.insert(random.randrange(len(lines) + 1), again)
    return "\n".join(lines)


def _embed(random: Random, text: str) -> str:
    at, other = random.randrange(len(text) + 1), random.choice(YAML)
    return text[:at] + random.choice([other, other.strip(), other.replace("\n", "\n  ")]) + text[at:]


_MUTATIONS: tuple[Callable[[Random, str], str], ...] = (_delete, _insert, _insert, _replace, _copy, _line, _embed)


def main(seed: int, seconds: float) -> None:
    random, end, counts, pool = Random(seed), time.monotonic() + seconds, Counter[str](), list(YAML)
    for text, name in mutated_texts(random, pool):
        try:
            is_quick = read_twice(text.encode("utf-8", "surrogatepass"), name) is not None
            counts["quick" if is_quick else "careful"] += 1
        except AssertionError:
            counts["different"] += 1
            sys.stdout.write(f"{name} {text!r}\n")
            continue
        if is_quick and name == "example.yaml" and len(text) < _LONGEST and random.random() < _KEPT:
            pool[len(YAML) :] = [*pool[len(YAML) :][-_MOST:], text]
        if time.monotonic() > end:
            break
    sys.stdout.write(f"{dict(counts)}\n")


if __name__ == "__main__":
    main(int(sys.argv[1]), float(sys.argv[2]))
