"""A small corpus in two versions, and releases of it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from click.testing import CliRunner, Result

from communique.cli import cli
from communique.exporting.tables import ROOTS
from communique.models import SCHEMA_VERSION

from .written_corpus import DATASET, LAW, REPORT, announcement, registry, write

Json = Any
Edit = Callable[[dict[str, Json]], object]

ALWAYS = "csv,jsonl,metadata"
"""The formats that every release has; fewer take less time."""

STATEMENT = {
    "id": "plan",
    "nature": "attributed_statement",
    "speaker": "p",
    "modality": "asserted",
    "evidence": ["report"],
}
REVISION = {"date": "2026-11-24", "change": "created", "by": "Somebody", "reason": "First."}


def _files() -> dict[str, Json]:
    statement = {**STATEMENT, "text": {"en": "A plan comes."}}
    sources = [REPORT, {**REPORT, "id": "spare", "publisher": "Daily"}]
    actors = [{"id": "p", "type": "person", "name": {"en": "Ada Example"}}]
    files = {
        "dataset": {**DATASET, "description": {"en": "Acts."}, "revisions": [REVISION]},
        "a": announcement("a", title={"en": "The first act"}, statements=[statement]),
        "b": announcement("b", title={"en": "A *starred* act"}),
        "all": registry("all", sources=sources, actors=actors, instruments=[LAW]),
    }
    for each in files.values():
        each["schema_version"] = SCHEMA_VERSION
    return deepcopy(files)


def corpus(folder: Path, *edits: Edit, version: str = "0.1.0") -> Path:
    """A new folder with the corpus, after edits of the data of its files."""
    files = _files()
    files["dataset"]["version"] = version
    for edit in edits:
        edit(files)
    folder.mkdir()
    return write(folder, files)


def release(*arguments: object) -> Result:
    """`communique release` with these arguments, after which it cannot say anything that is no message."""
    done = CliRunner().invoke(cli, ["release", *map(str, arguments)])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done


def released(folder: Path, records: Path, version: str = "0.1.0", *options: object) -> Path:
    """The folder of a release with few formats."""
    done = release(version, records, "--to", folder, "--format", ALWAYS, *options)
    assert done.exit_code == 0, done.output
    return folder


def unpacked(release: Path, to: Path) -> Path:
    """The export in the zip file of a release."""
    (file,) = release.glob("*.zip")
    with ZipFile(file) as zip_file:
        assert zip_file.testzip() is None
        zip_file.extractall(to)
    return to


def json_lines(path: Path) -> list[Json]:
    """The values of a file of JSON Lines."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def things(export: Path) -> Iterator[tuple[tuple[str, str], Json]]:
    """Everything in the JSON Lines of an export that has an id of its own, by table and id."""
    for table in ROOTS:
        path = export / "jsonl" / f"{table}.jsonl"
        yield from (((table, each["id"]), each) for each in json_lines(path))
