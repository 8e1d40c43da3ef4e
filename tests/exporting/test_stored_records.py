"""An export from a database on disk: the same bytes as from memory, each record read once, few held at a time."""

from __future__ import annotations

import random
import weakref
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from click.testing import CliRunner

import communique
from communique import Corpus
from communique.cli import cli
from communique.corpus import corroboration
from communique.corpus.corpus import Entry
from communique.exporting import FORMATS, export, pieces
from communique.exporting.records import Records
from communique.exporting.stored_records import StoredRecords
from communique.models import ENTITY_FIELDS, SCHEMA_VERSION, Announcement, Model, Registry, Source
from communique.reading.record_files import content, record_files
from support.folders import CORPUS, RECORDS


@pytest.fixture
def stored() -> Iterator[Callable[[Iterable[Entry]], StoredRecords]]:
    """Makes a database of records, which are added in any order."""
    made: list[StoredRecords] = []

    def make(entries: Iterable[Entry]) -> StoredRecords:
        made.append(StoredRecords())
        placed = [(f"{place:06}", entry.record) for place, entry in enumerate(entries)]
        random.Random(1).shuffle(placed)
        for place, record in placed:
            made[-1].add(record, place)
        return made[-1]

    yield make
    for each in made:
        each.close()


Make = Callable[[Iterable[Entry]], StoredRecords]


def files(records: Records, *, embed: bool = False) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    for name, piece in pieces(records, FORMATS, embed=embed):
        found[name] = found.get(name, b"") + piece
    return found


@pytest.mark.parametrize("embed", [False, True])
@pytest.mark.parametrize("folder", [CORPUS, RECORDS], ids=lambda folder: folder.name)
def test_the_same_bytes_as_from_memory(folder: Path, embed: bool, stored: Make) -> None:
    corpus = communique.load(folder)
    assert files(stored(corpus.entries), embed=embed) == files(corpus, embed=embed)


def test_of_two_definitions_the_first_counts_and_of_two_records_the_last(stored: Make) -> None:
    def registry(id: str, name: str, origin: str) -> Entry:
        actor = {"id": "body", "type": "company", "name": {"en": name}}
        source = {"id": "copy", "type": "news", "access": "excerpt", "derived_from": origin}
        fields = {"kind": "registry", "id": id, "title": {"en": name}, "actors": [actor], "sources": [source]}
        return Entry(f"{name}.json", Registry.model_validate({"schema_version": SCHEMA_VERSION, **fields}))

    entries = registry("one", "First", "a"), registry("two", "Second", "b"), registry("one", "Third", "c")
    corpus, records = Corpus(entries), stored(entries)
    assert corpus.actors["body"].name == {"en": "First"} and corpus.registries["one"].title == {"en": "Third"}
    assert files(records) == files(corpus)
    assert {id: each.derived_from for id, each in records.sources.items()} == {"copy": "a"}


def test_each_file_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: Counter[Path] = Counter()

    def counting(path: Path, within: Path) -> bytes:
        read[path] += 1
        return content(path, within)

    monkeypatch.setattr("communique.validation.file_check.file_content", counting)
    done = CliRunner().invoke(cli, ["export", str(CORPUS), "--to", str(tmp_path / "out")])
    assert done.exit_code == 0, done.output
    assert sorted(read) == sorted(record_files(CORPUS)) and set(read.values()) == {1}


def test_assertions_are_corroborated_once_for_all_formats(corpus: Corpus, monkeypatch: pytest.MonkeyPatch) -> None:
    compared: Counter[int] = Counter()
    corroborate = corroboration.corroborate

    def counting(assertions: Any, sources: Any) -> Any:
        compared[id(assertions)] += 1
        return corroborate(assertions, sources)

    monkeypatch.setattr("communique.exporting.thing.corroborate", counting)
    files(corpus)
    lists = {id(list_) for things in corpus.referable.values() for each in things.values() for list_ in own_lists(each)}
    assert len(lists) > 10 and compared == dict.fromkeys(lists, 1)


def own_lists(model: Model) -> list[Any]:
    found = corroboration.assertion_lists(model)
    return [list_ for pointer, list_ in found if pointer[0] not in ENTITY_FIELDS]


def announcement(number: int) -> Entry:
    fields: dict[str, Any] = {"kind": "announcement", "id": f"announcement-{number:04}", "title": {"en": "Example"}}
    fields |= {"types": ["other"], "status": "draft", "dates": [{"role": "announced", "value": "2025-07-26"}]}
    return Entry("x.json", Announcement.model_validate({"schema_version": SCHEMA_VERSION, **fields}))


def test_no_more_than_a_batch_is_held(stored: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[weakref.ref[Model]] = []
    records, validate = stored(map(announcement, range(300))), Announcement.model_validate

    def counting(data: Any) -> Announcement:
        model = validate(data)
        made.append(weakref.ref(model))
        return model

    monkeypatch.setattr(Announcement, "model_validate", counting)
    most = 0
    for _, piece in pieces(records, FORMATS):
        assert len(piece) < 100_000
        most = max(most, sum(each() is not None for each in made))
    assert len(made) == 300 and most < 50


class Broken(dict[str, Model]):
    """Things of one kind that cannot be read any more."""

    def values(self) -> Any:
        raise RuntimeError("gone")


class HalfBroken(NamedTuple):
    """Records of which some can be read."""

    roots: dict[str, Mapping[str, Model]]
    sources: Mapping[str, Source]


def test_records_that_fail_leave_the_old_export(corpus: Corpus, tmp_path: Path) -> None:
    export(corpus, FORMATS, tmp_path / "out")
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    records = HalfBroken({**corpus.roots, "occasions": Broken()}, corpus.sources)
    with pytest.raises(RuntimeError, match="gone"):
        export(records, FORMATS, tmp_path / "out")
    assert len(before) > 40
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before
