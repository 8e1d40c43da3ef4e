"""`--fix` harms nothing: files with every kind of mistake it knows, judged by a reader that is not ours.

The environment variable ``COMMUNIQUE_MISTAKES`` says how many mistakes to make; 200 by default.
"""

from __future__ import annotations

import json
import os
import re
import unicodedata
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from communique.codelists import CODELISTS, Codelist
from communique.fixing import FIXERS, Outcome, repaired
from communique.lexicon.regional_spelling import one_spelling
from communique.lexicon.spelling import must_mean
from communique.reading import read_bytes
from communique.text.inflection import plural
from communique.validation.engine import check
from support.broken_file import Broken
from support.folders import EXAMPLES, RECORDS
from support.mistakes import KNOWN, broken, takes_code
from support.neighbours import neighbours
from support.withdrawn_record import HEAD
from support.yaml_writer import Pairs, as_pairs, independent

MOST = int(os.environ.get("COMMUNIQUE_MISTAKES", "200"))
COMMENT = re.compile(r"""# c[0-9]+ é: 'x' "y" #""")


@cache
def bases() -> list[Any]:
    files = [*sorted((EXAMPLES / "0.2.0").rglob("*.yaml")), *sorted(RECORDS.rglob("*.yaml"))]
    small = [file for file in files if file.stat().st_size < 12_000]
    return [read_bytes(file.read_bytes(), file.name).data for file in small]


def fixed(made: Broken) -> tuple[Outcome, Counter[str]]:
    """What fixing makes of the file, and the names of the findings that went away by it."""
    before = check([read_bytes(made.content, made.path)]).findings
    outcome = repaired(made.content, before, made.path)
    after = check([read_bytes(outcome.content, made.path)]).findings
    gone = Counter(finding.name for finding in before) - Counter(finding.name for finding in after)
    return outcome, gone


def harm(made: Broken, after: str) -> str:
    """What was harmed; nothing if nothing was."""
    text = made.text.removeprefix("\ufeff")
    if after not in (text, made.text) and after.startswith("\ufeff"):
        after = after.removeprefix("\ufeff")
    if COMMENT.findall(after) != COMMENT.findall(text):
        return "a comment is lost"
    if ("\r\n" in text) != ("\r\n" in after) or ("\r\n" in text and re.search(r"(?<!\r)\n", after)):
        return "line ends are changed"
    if text.endswith("\n") != after.endswith("\n"):
        return "the end of the file is changed"
    return _data_harmed(made, text, after)


def _data_harmed(made: Broken, text: str, after: str) -> str:
    try:
        wrong = _read(made.path, text)
    except yaml.YAMLError:
        return _unreadable_harmed(made, text, after)
    return _harmed(wrong, as_pairs(made.right), _read(made.path, after), made.changed, ())


def _unreadable_harmed(made: Broken, text: str, after: str) -> str:
    """A file whose tabs stop any reader: what was meant to be written is what has to stand there in the end."""
    if _without_indents(text) != _without_indents(after):
        return "more than indentation is changed"
    try:
        now = _read(made.path, after)
    except yaml.YAMLError:
        return ""
    return "" if _spaceless(now) == _spaceless(as_pairs(made.wrong)) else "the data differ from what was meant"


def _without_indents(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines()]


def _spaceless(data: Any) -> str:
    """Spaces at the ends of lines may have been put into texts beside the tabs that made the file unreadable."""
    return re.sub(r"( |\\t|\\n)+", "", json.dumps(data))


def _read(path: str, text: str) -> Any:
    return json.loads(text, object_pairs_hook=Pairs) if path.endswith(".json") else independent(text)


def _harmed(wrong: Any, right: Any, now: Any, changed: set[Any], path: tuple[Any, ...]) -> str:
    """Compares three readings; ``right`` is followed by position, since keys may be misspelt."""
    if type(wrong) is not type(now):
        return f"{path} was {wrong!r} and is {now!r}"
    if isinstance(wrong, list) and len(wrong) != len(now):
        return f"{path} has other keys or items"
    if isinstance(wrong, Pairs):
        entries = list(zip(wrong, right, now, strict=True))
        if any(other[0] not in (one[0], meant[0]) for one, meant, other in entries):
            return f"a key of {path} became another"
        parts = [(one[1], meant[1], other[1], changed, (*path, meant[0])) for one, meant, other in entries]
        return next(filter(None, (_harmed(*part) for part in parts)), "")
    if isinstance(wrong, list):
        items = enumerate(zip(wrong, right, now, strict=True))
        return next(filter(None, (_harmed(*three, changed, (*path, index)) for index, three in items)), "")
    return "" if now in _allowed(wrong, right, changed, path) else f"{path} was {wrong!r} and is {now!r}"


def _allowed(wrong: Any, right: Any, changed: set[Any], path: tuple[Any, ...]) -> list[Any]:
    if path in changed:
        return [wrong, right, unicodedata.normalize("NFC", wrong)]
    # A space behind a code, which counts in a text of several lines, makes it a misspelt code.
    return [wrong, right] if takes_code(path) else [wrong]


def test_no_fix_harms_anything() -> None:
    assert set(FIXERS) <= KNOWN, "a fixer that no mistake here asks for"
    records, made, seed = bases(), Counter[str](), 0
    gone: Counter[str] = Counter()
    harmed, files, withdrawn = [], 0, 0
    while made.total() < MOST:
        example = broken(seed, records)
        seed += 1
        if not example.mistakes:
            continue
        made.update(example.mistakes)
        outcome, fewer = fixed(example)
        gone += fewer
        files += 1
        withdrawn += outcome.withdrawn
        if found := harm(example, outcome.content.decode()):
            harmed.append((seed - 1, example.mistakes, found))
    summary = (
        f"{made.total()} mistakes in {files} files, {len(harmed)} harmed, {withdrawn} fixes withdrawn; gone: {gone}"
    )
    assert harmed == [], summary
    assert {name for name in FIXERS if gone[name]} == set(FIXERS), f"a fixer that fixed nothing: {summary}"


@pytest.mark.parametrize("seed", range(0, 60, 3))
def test_the_mistakes_are_made_in_files_that_say_what_they_should(seed: int) -> None:
    """Else the test above would prove nothing."""
    example = broken(seed, bases()[:3])
    if not {"broken-yaml", "trailing-space"} & set(example.mistakes):
        assert _read(example.path, example.text.removeprefix("\ufeff")) == as_pairs(example.wrong)


def test_the_judge_sees_harm() -> None:
    text = "a: in force  # c1 é: 'x' \"y\" #\nb: 1\n"
    made = Broken(text, "a.yaml", {"a": "in_force", "b": 1}, {"a": "in force", "b": 1}, [], {("a",)})
    assert harm(made, text) == harm(made, text.replace("in force", "in_force")) == ""
    worse = ["in_force force", "out_of_force", "'1'"]
    assert all(harm(made, text.replace("in force", each)) for each in worse)
    for old, new in (
        ("b: 1", "b: 1.0"),
        ("b: 1", "b: '1'"),
        ("b: 1", "b: true"),
        ("b", "c"),
        ("#\n", "\n"),
        ("\n", "\r\n"),
    ):
        assert harm(made, text.replace(old, new)), (old, new)
    assert not Path("a.yaml").exists()


@pytest.mark.parametrize("codelist", CODELISTS, ids=lambda each: each.list_name)
def test_no_english_word_becomes_a_code(codelist: type[Codelist]) -> None:
    """Only the same word in the plural, or in the spelling of another country, does."""
    for code in codelist:
        for word in neighbours(code):
            is_same = one_spelling(word) == one_spelling(code) or word == plural(code)
            assert is_same or not must_mean(word, code), (word, code)


ROLE = "roles: [{actor: x, role: %s}]"
MONEY = "money: [{flow: %s, comparator: about, amount: 1, currency: %s}]"
STATEMENT = "statements: [{text: {en: No.}, nature: context, speech_act: %s}]"
COMMITMENT = "commitments: [{id: a, kind: %s, by: [x], text: {en: It.}}]"
SOURCE = "sources: [{id: a, type: news, access: excerpt, language: %s}]"


def after(line: str) -> str:
    """The line after fixing a record that has it."""
    text = f"{HEAD}{line}\n".encode()
    return repaired(text, check([read_bytes(text, "a.yaml")]).findings, "a.yaml").content.decode()[len(HEAD) : -1]


@pytest.mark.parametrize(
    "line",
    [ROLE % "player", MONEY % ("prize", "USD"), MONEY % ("shape", "USD"), STATEMENT % "defies", COMMITMENT % "premise"],
)
def test_an_english_word_stays(line: str) -> None:
    assert after(line) == line


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        (ROLE % "licensr", ROLE % "licensor"),
        (STATEMENT % "deneis", STATEMENT % "denies"),
        (COMMITMENT % "obligations", COMMITMENT % "obligation"),
        (MONEY % ("price", "usd"), MONEY % ("price", "USD")),
        ("place: {country: us}", "place: {country: US}"),
        (SOURCE % "EN", SOURCE % "en"),
        ("note: It.\nsummary: {EN: It.}", "note: It.\nsummary: {en: It.}"),
    ],
)
def test_a_slip_that_makes_no_word_is_corrected(wrong: str, right: str) -> None:
    assert after(wrong) == right
