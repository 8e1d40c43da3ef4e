"""`communique add ... --from` a sheet: columns are guessed, shown and kept; a row is taken or has a finding."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import yaml

from communique.adding.mapping import MappingError, mapping_for
from communique.adding.sheet_rows import SheetRows, rows_of
from support.command_line import Run

PEOPLE = "Name;Category;Country;Remarks;Size\r\nAda Walker;individual;Kenya;A note;\r\nBob Walker;person;KE;;\r\n"


def written(folder: Path, text: str, name: str = "sheet.csv") -> Path:
    path = folder / name
    path.write_bytes(b"\xef\xbb\xbf" + text.encode("utf-8"))
    return path


def workbook(folder: Path, *rows: list[Any]) -> Path:
    book = openpyxl.Workbook()
    sheet: Any = book.active
    for row in rows:
        sheet.append(row)
    book.save(folder / "sheet.xlsx")
    return folder / "sheet.xlsx"


def findings(found: SheetRows) -> list[str]:
    return [f"{each.line}:{each.column}: {each.message}" for each in found.remarks.findings]


@pytest.mark.parametrize(
    ("kind", "column", "field"),
    [
        ("source", "Link", "url"),
        ("source", "Web address", "url"),
        ("source", "Headline", "title"),
        ("source", "Source title", "title"),
        ("source", "Date", "published"),
        ("source", "Outlet", "publisher"),
        ("actor", "Category", "type"),
        ("actor", "COMMENTS", "note"),
        ("occasion", "When", "dates"),
        ("instrument", "Legal status", "bindingness"),
        ("actor", "Shoe size", "?"),
    ],
)
def test_columns_are_known_by_usual_names(tmp_path: Path, kind: str, column: str, field: str) -> None:
    assert mapping_for(kind, [column], tmp_path / "none.toml").fields == {column: field}


def test_rows_are_read_with_types(tmp_path: Path) -> None:
    found = rows_of(
        "source",
        workbook(
            tmp_path,
            ["Link", "Date", "Type"],
            ["https://a.example/1", datetime(2025, 7, 26), "newspaper"],
            ["https://a.example/2", "26 July 2025", None],
            ["https://a.example/3", 2025, "official"],
            ["https://a.example/4", 45864, "official"],
            ["https://a.example/5", None, 1.5],
        ),
    )
    assert found.rows == [
        (2, {"url": "https://a.example/1", "published": "2025-07-26", "type": "news"}),
        (3, {"url": "https://a.example/2", "published": "2025-07-26"}),
        (4, {"url": "https://a.example/3", "published": "2025", "type": "official"}),
    ]
    assert findings(found) == [
        "5:2: row 5, column Date: found the number 45864, expected a date",
        "6:3: row 6, column Type: found '1.5', expected a source type code",
    ]


def test_every_row_that_cannot_be_taken_has_its_row_and_column(tmp_path: Path) -> None:
    text = "Name,Type,Country,Size\nA,thing,KE,\nB,person,Korea,\n=1+1,person,KE,\n,person,KE,4\n"
    assert findings(rows_of("actor", written(tmp_path, text))) == [
        "1:1: the column 'Size' is not understood",
        "2:2: row 2, column Type: found 'thing', expected an actor type code",
        "3:3: row 3, column Country: found 'Korea', expected a country",
        "4:1: row 4, column Name: found a formula, expected a text",
        "5:1: row 5, column Name: it is empty",
    ]


def test_two_columns_of_one_name_are_refused(tmp_path: Path) -> None:
    found = rows_of("actor", written(tmp_path, "Name,NAME,Type\nA,B,person\n"))
    assert found.rows == []
    assert "1:2: sheet, row 1: there are several columns 'NAME'" in findings(found)


def test_a_mapping_that_cannot_be_kept_is_shown_only(run: Run, corpus_copy: Path) -> None:
    sheet = written(corpus_copy.parent, "Name,Type\nAda Walker,person\n")
    mapping = corpus_copy.parent / "no folder" / "mapping.toml"
    done = run("add", "actor", "--from", sheet, "--mapping", mapping, "--in", corpus_copy)
    assert done.returncode == 0, done.stderr
    assert "column 'Type': type" in done.stderr and "the mapping of columns is not kept: cannot write" in done.stderr


def test_a_sheet_needs_the_column_that_says_what_it_is(tmp_path: Path) -> None:
    found = rows_of("actor", written(tmp_path, "Type\nperson\n"))
    assert (found.rows, findings(found)) == ([], ["1:1: no column is the name"])


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[actor\n", "invalid TOML"),
        ("actor = 1\n", "actor is no table"),
        ('[actor]\nName = "nam"\n', "'Name' is 'nam'; the fields are"),
        ("[actor]\nName = []\n", "the fields are"),
        ('[actor]\nName = "name"\nOther = "name"\n', "are both name"),
    ],
)
def test_a_mapping_that_cannot_be_read_is_refused(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "sheet.mapping.toml").write_text(text, encoding="utf-8")
    with pytest.raises(MappingError, match=message):
        rows_of("actor", written(tmp_path, PEOPLE))


def test_the_mapping_is_kept_and_read_the_next_time(run: Run, corpus_copy: Path) -> None:
    sheet = written(corpus_copy.parent, PEOPLE.replace("A note;", "A note;44"))
    target = corpus_copy / "registry" / "more.yaml"
    target.write_text("schema_version: 0.3.0\nkind: registry\nid: more\n", encoding="utf-8")
    before = target.read_bytes()
    command = ("add", "actor", "--from", sheet, "--to", target, "--in", corpus_copy)
    first = run(*command)
    assert (first.returncode, target.read_bytes()) == (1, before)
    assert "column 'Category': type" in first.stderr and "'Size' is not understood" in first.stderr
    mapping = corpus_copy.parent / "sheet.mapping.toml"
    assert not mapping.exists() and "(--write-mapping begins that file)" in first.stderr
    assert run(*command, "--write-mapping").returncode == 0 and target.read_bytes() == before
    mapping.write_text(mapping.read_text(encoding="utf-8").replace('"?"', '"-"'), encoding="utf-8")
    assert "is there already" in run(*command, "--write-mapping").stderr
    second = run(*command)
    assert (second.returncode, second.stdout.splitlines()[-1]) == (0, "2 actors added, 0 known")
    assert yaml.safe_load(target.read_text(encoding="utf-8"))["actors"] == [
        {"id": "ada-walker", "type": "person", "country": "KE", "name": {"en": "Ada Walker"}, "note": "A note"},
        {"id": "bob-walker", "type": "person", "country": "KE", "name": {"en": "Bob Walker"}},
    ]
    after = target.read_bytes()
    assert run(*command).stdout.splitlines()[-1] == "0 actors added, 2 known"
    assert target.read_bytes() == after


def test_sources_may_be_in_a_sheet(run: Run, corpus_copy: Path) -> None:
    text = "Link\tType\tOutlet\nhttps://new.example/2025/07/26/a-plan\tnews\tNew Daily\n"
    sheet = written(corpus_copy.parent, text, "sheet.tsv")
    done = run("add", "source", "--from", sheet, "--in", corpus_copy, "--dry-run")
    assert done.returncode == 0, done.stderr
    assert "+  publisher: New Daily" in done.stdout and "+  published: '2025-07-26'" in done.stdout
    assert not (corpus_copy.parent / "sheet.mapping.toml").exists()


def test_a_sheet_with_a_broken_row_is_refused_as_a_whole(run: Run, corpus_copy: Path) -> None:
    sheet = written(corpus_copy.parent, "Name,Type\nA Walker,person\nB,person,KE\n")
    files = {path: path.read_bytes() for path in corpus_copy.rglob("*.*")}
    done = run("add", "actor", "--from", sheet, "--in", corpus_copy)
    assert done.returncode == 1 and f"{sheet}:3:3: error CQ118" in done.stderr
    assert {path: path.read_bytes() for path in corpus_copy.rglob("*.*")} == files


def test_a_hostile_file_is_one_line(run: Run, corpus_copy: Path) -> None:
    path = corpus_copy.parent / "sheet.xlsx"
    path.write_bytes(b"PK\x03\x04 no workbook")
    done = run("add", "actor", "--from", path, "--in", corpus_copy)
    assert done.returncode == 2
    assert done.stderr.startswith("Error: ") and done.stderr.count("\n") == 1
