"""Whatever a file is, it is read or refused in one line."""

from __future__ import annotations

import json
import shutil
import sqlite3
import zipfile
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from communique import importing
from communique.importing import ImportFailedError, limits, table_files, table_import


@pytest.fixture
def copy(export: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(export, tmp_path / "out"))


def refused(path: Path, format: str | None = None) -> str:
    with pytest.raises(ImportFailedError) as caught:
        importing.read(path, format)
    message = str(caught.value)
    assert "\n" not in message
    return message


def messages(path: Path, format: str | None = None) -> list[str]:
    return [finding.message for finding in importing.read(path, format).findings]


@pytest.mark.parametrize("name", ["corpus.sqlite", "corpus.xlsx", "corpus.json"])
def test_a_truncated_or_damaged_file_is_refused_or_read(name: str, copy: Path) -> None:
    content, chance = (copy / name).read_bytes(), Random(1)
    damaged = [content[: len(content) // 2], content[:1], b"\0" * 5000, content[:100] + b"\xff" * 50 + content[150:]]
    for _ in range(5):
        spoilt = bytearray(content)
        for _ in range(20):
            spoilt[chance.randrange(len(spoilt))] = chance.randrange(256)
        damaged.append(bytes(spoilt))
    seen = 0
    for each in damaged:
        (copy / name).write_bytes(each)
        try:
            importing.read(copy / name)
        except ImportFailedError as error:
            seen += "\n" not in str(error)
    assert seen >= 3


def test_a_damaged_parquet_file_is_refused(copy: Path) -> None:
    (copy / "parquet" / "dates.parquet").write_bytes(b"PAR1" + b"\xff" * 100 + b"PAR1")
    assert "damaged Parquet" in refused(copy / "parquet")


def test_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with zipfile.ZipFile(tmp_path / "bomb.xlsx", "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("xl/worksheets/sheet1.xml", b" " * 3_000_000)
    monkeypatch.setattr("communique.importing.xlsx_reader.MAX_EXPORT", 2_000_000)
    assert refused(tmp_path / "bomb.xlsx").endswith("unpacks to more than 2,000,000 bytes")


def test_too_many_rows_are_refused(export: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table_import, "MAX_ROWS", 40)
    assert "too many rows" in refused(export, "csv")
    assert "too many rows" in refused(export, "sqlite")


def test_a_large_file_is_refused(export: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert limits.MAX_EXPORT > 10**8
    monkeypatch.setattr(table_files, "MAX_EXPORT", 1000)
    for format in ("csv", "json", "jsonl", "sqlite", "xlsx", "parquet"):
        assert "larger than 1,000 bytes" in refused(export, format)


def test_a_view_in_place_of_a_table_is_not_run(copy: Path) -> None:
    endless = "WITH RECURSIVE x(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM x) SELECT n FROM x"
    database = sqlite3.connect(copy / "corpus.sqlite")
    database.executescript(f"DROP TABLE dates; CREATE VIEW dates AS {endless};")
    database.close()
    assert "no table dates" in refused(copy / "corpus.sqlite")


def test_a_missing_table_is_not_taken_for_an_empty_one(copy: Path) -> None:
    (copy / "csv" / "dates.csv").unlink()
    assert "no dates.csv" in refused(copy / "csv")
    (copy / "jsonl" / "sources.jsonl").unlink()
    assert "no sources.jsonl" in refused(copy / "jsonl")


Edit = Callable[[str], str]
SPOILT_CSV: dict[str, tuple[str, Edit, str]] = {
    "another name of a column": ("dates", lambda text: text.replace('"role"', '"rolle"'), "unknown column 'rolle'"),
    "a quote left open": ("dates", lambda text: text + '"', "it is not CSV in UTF-8"),
    "a parent that does not exist": (
        "dates",
        lambda text: text.replace('"cn-waico-proposal-2025"', '"nobody"', 1),
        "it belongs to 'nobody' in announcements",
    ),
    "a word for a number": ("passages", lambda text: text.replace(",1,", ",one,", 1), "expected a whole number"),
    "an unknown table": ("definitions", lambda text: text.replace('"actors"', '"actorz"', 1), "is not in actorz"),
    "another text beside": ("actors", lambda text: text.replace('"China"', '"Chyna"'), "differs from the one in"),
    "a definition that no record has": (
        "definitions",
        lambda text: text[: text.index("\r\n") + 2],
        "no record defines",
    ),
}


@pytest.mark.parametrize("name", SPOILT_CSV)
def test_spoilt_csv_is_a_finding_or_a_refusal(name: str, copy: Path) -> None:
    table, edit, message = SPOILT_CSV[name]
    path = copy / "csv" / f"{table}.csv"
    before = path.read_bytes().decode()
    assert edit(before) != before
    path.write_bytes(edit(before).encode())
    try:
        found = messages(copy / "csv")
    except ImportFailedError as error:
        found = [str(error)]
    assert any(message in each for each in found), found


def test_deeply_nested_json_is_a_finding_or_a_refusal(copy: Path) -> None:
    deep = "[" * 100_000 + "]" * 100_000
    (copy / "jsonl" / "actors.jsonl").write_text(f'{{"id": "x", "note": {deep}}}\n', encoding="utf-8")
    assert any("nested more than" in each for each in messages(copy / "jsonl"))
    path = copy / "corpus.json"
    path.write_text(path.read_text(encoding="utf-8").replace('"actors": [', f'"actors": [{deep}, '), encoding="utf-8")
    assert "not the JSON of an export" in refused(path)


def test_a_finding_of_json_lines_has_its_line_and_column(copy: Path) -> None:
    path = copy / "jsonl" / "actors.jsonl"
    lines = path.read_text(encoding="utf-8").splitlines()
    lines[2] = '{"id": "x", "id": "y"}'
    path.write_text("\n".join(lines), encoding="utf-8")
    finding = next(each for each in importing.read(copy / "jsonl").findings if each.line == 3)
    assert (finding.path, finding.column, finding.name) == (str(path), 13, "duplicate-key")


def test_tables_for_a_spreadsheet_are_refused_in_words(tmp_path: Path) -> None:
    """They have the names of the tables of csv."""
    (tmp_path / "csv-excel").mkdir()
    (tmp_path / "csv-excel" / "announcements.csv").write_text("id\ttitle\n", encoding="utf-16")
    assert "has the format csv-excel" in (why := refused(tmp_path / "csv-excel")) and "take csv, jsonl or json" in why


def test_a_path_that_is_no_export_is_refused(tmp_path: Path, export: Path) -> None:
    (tmp_path / "record.json").write_text(json.dumps({"schema_version": "0.3.0", "kind": "registry"}))
    for path in (tmp_path, tmp_path / "record.json", tmp_path / "nothing"):
        assert "no export that can be read back" in refused(path)
    assert "unknown format" in refused(export, "pdf")
