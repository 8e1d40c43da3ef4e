"""The metadata, read by programs that know the standards and nothing of ours; and that these would find an error."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import csvw
import frictionless
import pytest

import communique
from communique.exporting.views import tables_and_views
from support.folders import CORPUS, RECORDS

pytestmark = pytest.mark.slow

Edit = Callable[[str], str]


@pytest.fixture(scope="module", params=[CORPUS, RECORDS], ids=lambda folder: folder.name)
def export(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    to = tmp_path_factory.mktemp("metadata") / "out"
    communique.export(communique.load(request.param), ["csv", "metadata"], to)
    return to


@pytest.fixture
def spoilt(tmp_path: Path) -> Callable[[str, Edit], Path]:
    """A copy of an export with a change in a table, and with no checksums of the tables."""

    def spoil(table: str, edit: Edit) -> Path:
        to = tmp_path / "out"
        communique.export(communique.load(CORPUS), ["csv", "metadata"], to)
        file = to / "csv" / f"{table}.csv"
        file.write_bytes(edit(file.read_bytes().decode()).encode())
        package = json.loads((to / "datapackage.json").read_text(encoding="utf-8"))
        for resource in package["resources"]:
            del resource["hash"], resource["bytes"]
        (to / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")
        return to

    return spoil


def packaged(export: Path) -> frictionless.Report:
    report: frictionless.Report = frictionless.Package(str(export / "datapackage.json")).validate()
    return report


def test_frictionless_finds_no_error_in_any_table(export: Path) -> None:
    report = packaged(export)
    assert report.flatten(["name", "type", "note"]) == []
    assert {task.name for task in report.tasks} == set(tables_and_views())
    assert report.valid


def test_frictionless_finds_a_missing_row_by_their_number(spoilt: Callable[[str, Edit], Path]) -> None:
    report = packaged(spoilt("texts", lambda text: text[: text[:-2].rindex("\r\n") + 2]))
    assert [task.name for task in report.tasks if not task.valid] == ["texts"]
    assert report.flatten(["type"]) == [["row-count"]]


def test_frictionless_reads_the_types(export: Path) -> None:
    package = frictionless.Package(str(export / "datapackage.json"))
    row: dict[str, Any] = package.get_table_resource("dates").read_rows()[0].to_dict()
    assert type(row["shown"]) is bool and row["value_earliest"].year > 2000 and type(row["sources_at_least"]) is int


@pytest.mark.parametrize(
    ("table", "edit", "expected"),
    [
        ("dates", lambda text: text.replace('"announced"', '"anounced"', 1), "constraint-error"),
        ("dates", lambda text: text.replace(",TRUE,", ",maybe,", 1), "type-error"),
        ("actor_countries", lambda text: text + text.splitlines()[-1] + "\r\n", "primary-key"),
        ("roles", lambda text: text.replace(',"li-qiang",', ',"nobody",', 1), "foreign-key"),
        ("actors", lambda text: text.replace("type", "kind", 1), "incorrect-label"),
    ],
)
def test_frictionless_would_find_an_error(
    table: str, edit: Edit, expected: str, spoilt: Callable[[str, Edit], Path]
) -> None:
    found = {kind for (kind,) in packaged(spoilt(table, edit)).flatten(["type"])}
    assert expected in found


def test_frictionless_finds_a_changed_file_by_its_checksum(export: Path, tmp_path: Path) -> None:
    shutil.copytree(export, tmp_path / "out")
    with (tmp_path / "out" / "csv" / "registries.csv").open("ab") as file:
        file.write(b"\r\n")
    kinds = {kind for (kind,) in packaged(tmp_path / "out").flatten(["type"])}
    assert {"hash-count", "byte-count"} <= kinds


def on_the_web(export: Path) -> csvw.CSVW:
    return csvw.CSVW(str(export / "csv" / "csv-metadata.json"), validate=True)


def test_csvw_finds_no_error_in_any_table(export: Path) -> None:
    found = on_the_web(export)
    assert found.is_valid, [str(each.message) for each in found.warnings]
    assert {each.local_name for each in found.tables} == {f"{name}.csv" for name in tables_and_views()}


def test_csvw_reads_the_types(export: Path) -> None:
    (row, *_) = on_the_web(export).tablegroup.tabledict["dates.csv"].iterdicts()
    assert type(row["shown"]) is bool and type(row["sources_at_least"]) is int


@pytest.mark.parametrize(
    ("table", "edit", "expected"),
    [
        ("dates", lambda text: text.replace('"announced"', '"anounced"', 1), "invalid lexical value for string"),
        ("actor_countries", lambda text: text + text.splitlines()[-1] + "\r\n", "duplicate primary key"),
    ],
)
def test_csvw_would_find_an_error(table: str, edit: Edit, expected: str, spoilt: Callable[[str, Edit], Path]) -> None:
    with pytest.raises(ValueError, match=expected):
        on_the_web(spoilt(table, edit)).is_valid  # noqa: B018  it raises what it finds
