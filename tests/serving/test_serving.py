"""What is served of an export: by a real Datasette, whose pages and JSON are fetched, and what it is told before."""

from __future__ import annotations

import json
import os
import signal
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import quote
from urllib.request import urlopen

import pytest
from datasette.utils import escape_fts

import communique
from communique.exporting.tables import empty_tables
from communique.exporting.views import VIEWS, tables_and_views
from communique.models import Dataset
from communique.serving import QUESTIONS, metadata
from communique.serving.questions import SEARCH
from support.command_line import Run
from support.folders import CORPUS

Fetch = Callable[[str], Any]
RUNNING = "Uvicorn running on "


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    to = tmp_path_factory.mktemp("export") / "out"
    communique.export(communique.load(CORPUS), "sqlite", to)
    return to / "corpus.sqlite"


def test_every_table_and_column_is_described_and_named_columns_are_there(database: Path) -> None:
    described = metadata(database)["databases"]["corpus"]["tables"]
    for name, table in tables_and_views().items():
        columns = {column.name: column.description for column in table.columns}
        assert described[name]["columns"] == columns and all(columns.values())
        assert described[name]["description"] == f"A row is {table.counts}."
        assert {*described[name]["facets"], described[name].get("label_column", "")} <= {*columns, ""}
    assert (described["announcements"]["label_column"], described["actors"]["label_column"]) == ("title", "name")


def test_the_dataset_is_described_as_its_record_says(database: Path) -> None:
    found = metadata(database)
    (dataset,) = communique.load(CORPUS).roots["datasets"].values()
    assert isinstance(dataset, Dataset)
    assert found["title"] == dataset.title["en"] and found["license"] == dataset.licence
    assert found["license_url"] == f"https://spdx.org/licenses/{dataset.licence}"
    assert ("source_url" in found) is bool(dataset.url)


def test_of_an_older_export_only_what_is_there_is_described(database: Path, tmp_path: Path) -> None:
    older = tmp_path / "older.sqlite"
    older.write_bytes(database.read_bytes())
    with closing(sqlite3.connect(older)) as changed:
        changed.executescript("DROP VIEW timeline; DROP TABLE ballots; ALTER TABLE sources DROP COLUMN title")
    found = metadata(older)["databases"]["older"]["tables"]
    assert not {"timeline", "ballots"} & found.keys() and "label_column" not in found["sources"]


def test_without_one_dataset_record_nothing_is_said_of_the_dataset(database: Path, tmp_path: Path) -> None:
    none = tmp_path / "none.sqlite"
    none.write_bytes(database.read_bytes())
    with closing(sqlite3.connect(none)) as changed:
        changed.executescript("DELETE FROM datasets")
    assert metadata(none).keys() == {"databases", "description_html"}
    assert metadata(none)["description_html"].startswith("<p></p><p>Tables for reading")


def test_the_views_are_named_first(database: Path) -> None:
    found = metadata(database)
    for page in (found["description_html"], found["databases"]["corpus"]["description_html"]):
        assert [each for each in VIEWS if f'<a href="/corpus/{each}">{each}</a>: a row is ' in page] == [*VIEWS]


def test_a_search_for_any_words_is_no_error(database: Path) -> None:
    with closing(sqlite3.connect(database)) as written:
        written.create_function("escape_fts", 1, escape_fts)
        for words in ("", " ", '"', '""', "*", "NEAR(", "AND", "x OR", "(ai", '"world" (AND', "self-driving", "col:ai"):
            assert written.execute(SEARCH.sql, {"words": words}).fetchall() is not None
        for words, is_found in (
            ("", False),
            ("cooperation", True),
            ('"World AI" cooperation', True),
            ("AI-cooperation", True),
        ):
            assert bool(written.execute(SEARCH.sql, {"words": words}).fetchall()) is is_found, words


def test_what_cannot_be_served_is_an_error_in_one_line(run: Run, tmp_path: Path) -> None:
    for name, content in (("text.sqlite", b"no database"), ("empty.sqlite", b"")):
        (tmp_path / name).write_bytes(content)
        done = run("serve", tmp_path / name, "--port", "0")
        said = f"Error: {tmp_path / name} is no database of `communique export --format sqlite`: "
        assert done.returncode == 2 and done.stderr.startswith(said) and done.stderr.count("\n") == 1
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = run("serve", CORPUS, "--port", port)
    assert (done.returncode, done.stderr) == (
        2,
        f"Error: cannot serve at 127.0.0.1, port {port}: Address already in use; choose another --port\n",
    )


def test_without_datasette_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("communique.serving.server.find_spec", lambda _: None)
    with pytest.raises(communique.CommuniqueError, match=r"pip install 'communique\[serve\]'"):
        communique.serving.refuse_missing()


@pytest.fixture(scope="module", params=["records", "database"])
def server(request: pytest.FixtureRequest, database: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Fetch]:
    """A server for the records or for a database, as a function that gives what is at a path, parsed if it is JSON."""
    temporary = tmp_path_factory.mktemp("temporary")
    what = CORPUS if request.param == "records" else database
    words = [sys.executable, "-m", "communique", "serve", str(what), "--port", "0"]
    environment = {**os.environ, "TMPDIR": str(temporary)}
    with subprocess.Popen(words, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        line = next((line for line in process.stderr if RUNNING in line), "")
        address = line.partition(RUNNING)[2].split(" ")[0]

        def fetch(path: str) -> Any:
            with urlopen(address + path) as answer:
                text = answer.read().decode()
            return json.loads(text) if ".json" in path else text

        try:
            assert address.startswith("http://127.0.0.1:"), line
            assert [*temporary.iterdir()]
            yield fetch
        finally:
            process.send_signal(signal.SIGINT)
            process.communicate(timeout=30)
    assert process.returncode == 130
    assert [*temporary.iterdir()] == []


@pytest.mark.slow
def test_datasette_shows_it(server: Fetch, database: Path) -> None:
    assert metadata(database)["title"] in server("/")
    assert all(
        f'href="/corpus/{name}"' in server("/") and f'href="/corpus/{name}"' in server("/corpus") for name in VIEWS
    )
    tables = {each["name"]: each for each in server("/corpus.json")["tables"]}
    with closing(sqlite3.connect(database)) as written:
        for name in empty_tables():
            assert written.execute(f"SELECT count(*) FROM {name}").fetchone() == (tables[name]["count"],)
    assert {name for name, each in tables.items() if not each["hidden"]} == {*empty_tables()}
    assert "How far the record itself has got." in server("/corpus/announcements")
    for name in VIEWS:
        assert "A row is" in server(f"/corpus/{name}")


@pytest.mark.slow
def test_foreign_keys_have_labels(server: Fetch) -> None:
    (row, *_) = server("/corpus/dates.json?_shape=array&_labels=on&announcement_id=cn-waico-proposal-2025")
    title = communique.load(CORPUS).announcements["cn-waico-proposal-2025"].title["en"]
    assert row["announcement_id"] == {"value": "cn-waico-proposal-2025", "label": title}
    assert title in server("/corpus/announcements/cn-waico-proposal-2025")


@pytest.mark.slow
def test_questions_are_answered_and_words_are_found(server: Fetch, database: Path) -> None:
    with closing(sqlite3.connect(database)) as written:
        for question in QUESTIONS:
            answer = server(f"/corpus/{question.name}.json")
            assert answer["rows"] == [[*row] for row in written.execute(question.sql)] and answer["error"] is None
            assert question.title.replace("'", "&#39;") in server(f"/corpus/{question.name}")
    assert server("/corpus/search-all-texts.json")["rows"] == []
    assert 'name="words"' in server("/corpus/search-all-texts")
    for words in ("", "world cooperation", '"world" (AND'):
        assert server(f"/corpus/search-all-texts.json?words={quote(words)}")["error"] is None
    found = server("/corpus/search-all-texts.json?words=Cooperation+Organization&_shape=array")
    assert "world-ai-cooperation-organization" in {each["parent_key"] for each in found}
