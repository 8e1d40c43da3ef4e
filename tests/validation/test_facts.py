"""Facts: they survive JSON, depend on nothing but their record, and are the same wherever they are looked up."""

from __future__ import annotations

import ast
import json
import random
import time
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import pytest

from communique.caching.cache import Cache
from communique.reading import Document, read_bytes, read_file, record_files
from communique.text.source_text import Texts
from communique.validation import registry
from communique.validation.context import Context, Summaries
from communique.validation.examination import examine, typed_record
from communique.validation.file_check import File, FileExamined, examine_file
from communique.validation.judgement import Judged, judge
from communique.validation.keeping import keep
from communique.validation.kept import Kept, OverlaidSummaries
from communique.validation.summaries import KnownSummaries
from communique.validation.summary import Summary
from support.edited_corpus import EditedCorpus
from support.folders import EXAMPLES, INVALID, RECORDS, ROOT
from support.judged import TODAY
from support.rule_example import example_file

PLAIN = (str, int, float, bool, type(None))
FOLDERS = [RECORDS, INVALID, *sorted(EXAMPLES.iterdir())]


def documents(folder: Path) -> list[Document]:
    return [read_file(path) for path in record_files(folder)]


def examples() -> Iterator[Document]:
    """The examples of every rule."""
    for rule in registry.rules().values():
        for number, example in enumerate((rule.bad, rule.good) if rule.bad else ()):
            yield read_bytes(example_file(rule, example), f"{rule.name}-{number}{rule.suffix}")


def summaries(read: Iterable[Document]) -> list[Summary]:
    """The summaries of documents, whether or not they have errors."""
    return [found for document in read if (found := examine(document).summary)]


def read_back(summary: Summary) -> Summary:
    return Summary.from_json(summary.path, json.loads(json.dumps(summary.as_json())), registry.aspects())


def types(value: object) -> object:
    """The types of a value and of all that is in it."""
    return type(value), [types(each) for each in value] if isinstance(value, tuple) else None


def survives(summary: Summary) -> bool:
    again = read_back(summary)
    same = again.as_json() == summary.as_json() and (again.kind, again.id) == (summary.kind, summary.id)
    return same and all(types(facts) == types(summary.facts[name]) for name, facts in again.facts.items())


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_facts_survive_json(folder: Path) -> None:
    found = summaries(documents(folder))
    assert found and all(map(survives, found))


def test_facts_of_every_example_survive_json() -> None:
    found = summaries(examples())
    assert len(found) > 100 and all(map(survives, found))
    known = {name for each in (*found, *summaries(documents(RECORDS))) for name in each.facts}
    assert known == {aspect.name for aspect in registry.aspects()}


def test_facts_are_plain_values() -> None:
    """A code or a date that is more than its text would come back as less than it was."""
    every = summaries([*documents(RECORDS), *documents(INVALID), *examples()])
    found = {type(value) for each in every for facts in each.facts.values() for value in _inside(facts)}
    assert found <= {*PLAIN} and str in found


def _inside(value: object) -> Iterator[object]:
    if isinstance(value, tuple):
        for each in value:
            yield from _inside(each)
    else:
        yield value


def judged(known: Summaries, by_path: dict[str, Document]) -> dict[str, Judged]:
    """What the rules over the corpus say of each record."""
    context = Context(known, Texts(), TODAY, lambda path: typed_record(by_path[path]))
    return {each.path: judge(each, context, by_path.__getitem__) for each in known if each.is_loaded}


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_facts_that_were_read_back_are_judged_alike(folder: Path) -> None:
    read = documents(folder)
    by_path, found = {each.path: each for each in read}, summaries(read)
    expected = judged(KnownSummaries(found), by_path)
    assert judged(KnownSummaries(map(read_back, reversed(found))), by_path) == expected
    assert expected and not any(each.internal_errors for each in expected.values())


def test_facts_depend_on_no_other_record() -> None:
    read = [*documents(RECORDS), *documents(INVALID)]
    expected = {each.path: each.as_json() for each in summaries(read)}
    random.Random(3).shuffle(read)
    for document in read:
        found = examine(document).summary
        assert (found and found.as_json()) == expected.get(document.path)
        closely = examine(document, closely=False).summary
        assert (closely and closely.as_json()) == expected.get(document.path)


def test_the_day_comes_in_where_a_check_begins() -> None:
    """So that no fact, and no finding about one record by itself, can depend on it."""
    package = ROOT / "src" / "communique"
    asking = set[str]()
    for room in ("reading", "models", "lexicon", "text", "corpus", "schemas", "codelists", "validation"):
        for path in (package / room).rglob("*.py"):
            calls = (each.func for each in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(each, ast.Call))
            if any(isinstance(each, ast.Attribute) and each.attr in ("today", "now", "utcnow") for each in calls):
                asking.add(path.relative_to(package).as_posix())
    assert asking == {"validation/engine.py", "validation/cached_check.py"}


def test_the_order_of_a_corpus_is_that_of_its_places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Which another current folder changes."""
    orders = []
    for folder, names in (("a", ("2", "3")), ("z", ("1", "2", "../a/9"))):
        (tmp_path / folder).mkdir()
        monkeypatch.chdir(tmp_path / folder)
        orders.append([each.path for each in KnownSummaries(Summary(name, "announcement", None, {}) for name in names)])
    assert orders == [["2", "3"], ["../a/9", "1", "2"]]


@pytest.mark.parametrize("seed", range(4))
def test_summaries_of_before_and_of_now_answer_as_if_all_were_of_now(
    seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "records").mkdir()
    cache, corpus = Cache(tmp_path, b"\x07" * 32), EditedCorpus(Path("records"), seed, stays_sound=seed > 1)
    for _ in range(5 * seed):
        corpus.edit()
    before = examined_files(corpus.folder)
    assert keep(cache, "a corpus", None, before, set(), None, time.time_ns())
    for _ in range(6):
        corpus.edit()
    now = examined_files(corpus.folder)
    fresh = {name: each for name, each in now.items() if name not in before or each.digest != before[name].digest}
    gone = {name for name in before if name not in now or name in fresh}
    snapshot = cache.open("a corpus")
    assert snapshot and fresh
    with snapshot:
        kept = Kept(snapshot, lambda name: f"records/{name}")
        assert_alike(
            OverlaidSummaries(kept, KnownSummaries(_summaries(fresh)), gone & kept.names),
            KnownSummaries(_summaries(now)),
            [*_summaries(before), *_summaries(now)],
        )


def examined_files(folder: Path) -> dict[str, FileExamined]:
    """What is found in each file, by its name."""
    names = {str(path.relative_to(folder)): str(path) for path in record_files(folder)}
    return {name: examine_file(File(path, name, folder, True, for_next=True)) for name, path in names.items()}


def _summaries(examined: dict[str, FileExamined]) -> list[Summary]:
    return [each.examined.summary for each in examined.values() if each.examined.summary]


def assert_alike(one: Summaries, other: Summaries, every: list[Summary]) -> None:
    """They give the same for every key that there is or was."""
    assert [(each.path, each.as_json()) for each in one] == [(each.path, each.as_json()) for each in other]
    assert one.unread == other.unread
    assert (one.is_complete, one.has_records) == (other.is_complete, other.has_records)
    contexts = [Context(each, Texts(), date(2026, 1, 1), lambda _: None) for each in (one, other)]
    asked = 0
    for aspect in registry.aspects():
        for key in {key for each in every for key, _ in each.of(aspect)} if aspect.shared else ():
            found, expected = ([(own.path, fact) for own, fact in each.at(aspect, key)] for each in contexts)
            assert found == expected
            assert contexts[0].first(aspect, key) == contexts[1].first(aspect, key)
            asked += 1
    assert asked > 50
