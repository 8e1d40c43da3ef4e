"""An export from a database on disk: the same bytes as from memory, each record read once, few held at a time."""

from __future__ import annotations

import random
import weakref
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple, Protocol

import pytest
from click.testing import CliRunner

import communique
from communique import Corpus
from communique.cli import cli
from communique.corpus.corpus import Entry
from communique.corpus.corroboration import Citations, assertion_lists
from communique.corpus.ledger import Days
from communique.exporting import FORMATS, HeldThings, Things, export, pieces
from communique.exporting.format import Exporter, Format, Piece
from communique.exporting.packing import Packing
from communique.exporting.stored_records import StoredRecords
from communique.exporting.thing import Thing
from communique.models import SCHEMA_VERSION, Announcement, Model, Registry, Source
from communique.reading.record_files import content, record_files
from support.folders import CORPUS, RECORDS


class Make(Protocol):
    def __call__(self, entries: Iterable[Entry], *, embed: bool = False) -> StoredRecords: ...


@pytest.fixture
def stored() -> Iterator[Make]:
    """Makes a database of records, which are added in any order."""
    made: list[StoredRecords] = []

    def make(entries: Iterable[Entry], *, embed: bool = False) -> StoredRecords:
        made.append(StoredRecords(Packing.for_formats(FORMATS.values(), embed=embed)))
        placed = [(f"{place:06}", entry.record) for place, entry in enumerate(entries)]
        random.Random(1).shuffle(placed)
        for place, record in placed:
            made[-1].add(made[-1].packing.things(record), place)
        return made[-1]

    yield make
    for each in made:
        each.close()


SOME = ("csv", "json", "jsonl", "graphml")
"""Formats of texts: what the others write is made from the same rows."""


def files(records: Things, formats: Iterable[str] = FORMATS, *, embed: bool = False) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    for name, piece in pieces(records, formats, embed=embed):
        found[name] = found.get(name, b"") + piece
    return found


@pytest.mark.parametrize("embed", [False, True])
@pytest.mark.parametrize("folder", [CORPUS, pytest.param(RECORDS, marks=pytest.mark.slow)], ids=["small", "shipped"])
def test_the_same_bytes_as_from_memory(folder: Path, embed: bool, stored: Make) -> None:
    corpus = communique.load(folder)
    assert files(stored(corpus.entries, embed=embed), embed=embed) == files(HeldThings.of(corpus), embed=embed)


def test_of_two_definitions_the_first_counts_and_of_two_records_the_last(stored: Make) -> None:
    def registry(id: str, name: str, origin: str) -> Entry:
        actor = {"id": "body", "type": "company", "name": {"en": name}}
        source = {"id": "copy", "type": "news", "access": "excerpt", "derived_from": [origin]}
        fields = {"kind": "registry", "id": id, "title": {"en": name}, "actors": [actor], "sources": [source]}
        return Entry(f"{name}.json", Registry.model_validate({"schema_version": SCHEMA_VERSION, **fields}))

    entries = registry("one", "First", "a"), registry("two", "Second", "b"), registry("one", "Third", "c")
    corpus, records = Corpus(entries), stored(entries)
    assert corpus.actors["body"].name == {"en": "First"} and corpus.registries["one"].title == {"en": "Third"}
    assert files(records, SOME) == files(HeldThings.of(corpus), SOME)
    assert {id: each.provenance.sure for id, each in records.sources.items()} == {"copy": ("a",)}


def test_outcomes_that_one_in_another_record_contradicts_compete(stored: Make) -> None:
    def reporting(id: str, *outcomes: dict[str, str]) -> Entry:
        given = [{"commitment": "made#plan", **each} for each in outcomes]
        dates = [{"role": "announced", "value": "2025-07-26"}]
        fields = {"id": id, "title": {"en": id}, "types": ["other"], "dates": dates, "outcomes": given}
        head = {"schema_version": SCHEMA_VERSION, "kind": "announcement", "status": "draft"}
        return Entry(f"{id}.json", Announcement.model_validate({**head, **fields}))

    missed, dropped, met = {"state": "missed", "assessor": "x"}, {"state": "dropped"}, {"state": "met"}
    entries = reporting("one", missed, dropped), reporting("two", met), reporting("three", {**met, "assessor": "y"})
    corpus, records = Corpus(entries), stored(entries)
    competing = [row for row in communique.tables(corpus)["outcomes"] if row["competes"]]
    assert {(row["announcement_id"], row["state"]) for row in competing} == {("one", "dropped"), ("two", "met")}
    assert records.disputed_outcomes == {("one", 1), ("two", 0)}
    assert files(records, SOME) == files(HeldThings.of(corpus), SOME)


def test_each_file_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: Counter[Path] = Counter()

    def counting(path: Path, within: Path) -> bytes:
        read[path] += 1
        return content(path, within)

    monkeypatch.setattr("communique.validation.file_check.file_content", counting)
    done = CliRunner().invoke(cli, ["export", str(CORPUS), "--to", str(tmp_path / "out")])
    assert done.exit_code == 0, done.output
    assert sorted(read) == sorted(record_files(CORPUS)) and set(read.values()) == {1}


@pytest.mark.parametrize("embed", [False, True])
def test_lists_of_assertions_are_compared_once_for_all_formats(
    corpus: Corpus, stored: Make, monkeypatch: pytest.MonkeyPatch, embed: bool
) -> None:
    made, corroborated = Citations.of, Citations.corroborated
    compared: Counter[int] = Counter()
    counted: list[Citations] = []

    def comparing(assertions: Any) -> Citations:
        compared[id(assertions)] += 1
        return made(assertions)

    def counting(citations: Citations, sources: Any) -> Any:
        counted.append(citations)
        return corroborated(citations, sources)

    monkeypatch.setattr(Citations, "of", comparing)
    monkeypatch.setattr(Citations, "corroborated", counting)
    files(stored(corpus.entries, embed=embed), embed=embed)
    lists = {id(list_) for entry in corpus.entries for _, list_ in assertion_lists(entry.record)}
    assert len(lists) > 10 and compared == dict.fromkeys(lists, 1)
    assert len(counted) == len(lists)


@pytest.mark.parametrize("formats", [["csv"], ["json"], ["jsonl"], list(FORMATS)])
def test_rows_and_data_are_made_once_and_no_record_is_loaded_again(
    formats: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: Counter[str] = Counter()

    def counting(part: str) -> cached_property[Any]:
        make = vars(Thing)[part].func

        def count(thing: Thing) -> Any:
            made[f"{part} of {thing.table} {thing.id}"] += 1
            return make(thing)

        counted = cached_property(count)
        counted.__set_name__(Thing, part)
        return counted

    for part in ("typed_rows", "plain", "model"):
        monkeypatch.setattr(Thing, part, counting(part))
    words = ["export", str(CORPUS), "-j", "1", "--format", ",".join(formats), "--to", str(tmp_path / "out")]
    done = CliRunner().invoke(cli, words)
    assert done.exit_code == 0, done.output
    assert set(made.values()) == {1} and not [each for each in made if each.startswith("model")]
    assert bool([each for each in made if each.startswith("typed_rows")]) is (formats != ["json"])
    assert bool([each for each in made if each.startswith("plain")]) is (formats != ["csv"])


def announcement(number: int) -> Entry:
    fields: dict[str, Any] = {"kind": "announcement", "id": f"announcement-{number:04}", "title": {"en": "Example"}}
    fields |= {"types": ["other"], "status": "draft", "dates": [{"role": "announced", "value": "2025-07-26"}]}
    return Entry("x.json", Announcement.model_validate({"schema_version": SCHEMA_VERSION, **fields}))


def test_no_more_than_a_batch_is_held(stored: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[weakref.ref[Thing]] = []
    records, begin = stored(map(announcement, range(300))), Thing.__init__

    def counting(thing: Thing, *given: Any) -> None:
        begin(thing, *given)
        made.append(weakref.ref(thing))

    monkeypatch.setattr(Thing, "__init__", counting)
    most = 0
    for _, piece in pieces(records, FORMATS):
        assert len(piece) < 100_000
        most = max(most, sum(each() is not None for each in made))
    assert len(made) == 300 and most < 50


class Titles(Exporter):
    """Writes the title of each announcement, which it takes from the model."""

    def add(self, thing: Thing) -> Iterator[Piece]:
        if isinstance(thing.model, Announcement):
            yield "titles.txt", f"{thing.model.title['en']}\n".encode()


def test_a_format_that_names_no_parts_gets_the_whole_model(monkeypatch: pytest.MonkeyPatch) -> None:
    titles = Format("titles", Titles)
    monkeypatch.setattr("communique.exporting.FORMATS", {"titles": titles})
    with closing(StoredRecords(Packing.for_formats([titles], embed=False))) as records:
        records.add(records.packing.things(announcement(1).record), "1")
        assert list(pieces(records, ["titles"])) == [("titles.txt", b"Example\n")]


def test_a_format_that_asks_for_a_model_that_was_not_kept_hears_why(monkeypatch: pytest.MonkeyPatch) -> None:
    titles = Format("titles", Titles, ("plain",))
    monkeypatch.setattr("communique.exporting.FORMATS", {"titles": titles})
    with closing(StoredRecords(Packing.for_formats([titles], embed=False))) as records:
        records.add(records.packing.things(announcement(1).record), "1")
        with pytest.raises(LookupError, match="no format has `model` among its parts"):
            list(pieces(records, ["titles"]))


class Broken(dict[str, Model]):
    """Things of one kind that cannot be read any more."""

    def items(self) -> Any:
        raise RuntimeError("gone")


class HalfBroken(NamedTuple):
    """Records of which some can be read."""

    roots: dict[str, Mapping[str, Model]]
    sources: Mapping[str, Source]
    calendar: Days


def test_records_that_fail_leave_the_old_export(corpus: Corpus, tmp_path: Path) -> None:
    export(HeldThings.of(corpus), SOME, tmp_path / "out")
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    records = HalfBroken({**corpus.roots, "occasions": Broken()}, corpus.sources, corpus.calendar)
    with pytest.raises(RuntimeError, match="gone"):
        export(HeldThings.of(records), SOME, tmp_path / "out")
    assert len(before) > 40
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before
