"""Addresses behind the cells of workbooks: they are texts, and none of them is opened."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest
import yaml

from communique.importing.cells import NoValue
from communique.importing.limits import MAX_LINKS
from communique.importing.notes import Notes
from communique.importing.reader import ImportFailedError
from communique.importing.sheet import sheet
from support.command_line import Run


def workbook(path: Path, rows: list[list[Any]], links: dict[str, str]) -> Path:
    book = openpyxl.Workbook()
    found: Any = book.active
    for row in rows:
        found.append(row)
    for cell, url in links.items():
        found[cell].hyperlink = url
    book.save(path)
    return path


def columns(path: Path) -> dict[str, list[Any]]:
    table = sheet(path, Notes())
    return {name: [cells[place] for _, cells in table.rows] for place, name in enumerate(table.columns)}


def test_an_address_behind_a_cell_is_a_column_of_its_own(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["Title", "Source"],
        ["A plan", "Reuters"],
        ["A pact", None],
        ["A pledge", '=HYPERLINK("https://a.org/""3""?b=1&c","AP")'],
    ]
    found = columns(workbook(tmp_path / "a.xlsx", rows, {"B2": "https://example.org/1?a=1&b=ü#part"}))
    assert found["Source"] == ["Reuters", None, "AP"]
    assert found["Source (link)"] == ["https://example.org/1?a=1&b=ü#part", None, 'https://a.org/"3"?b=1&c']


def test_an_address_that_is_shown_is_no_second_one(tmp_path: Path) -> None:
    rows = [["Title", "Source"], ["A plan", "https://example.org"], ["A pact", "example.org/2"]]
    links = {"B2": "https://example.org/", "B3": "http://example.org/2"}
    assert columns(workbook(tmp_path / "a.xlsx", rows, links)).keys() == {"Title", "Source"}


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "C:\\a.doc", "../a.pdf", "mailto:a@b.org"],
)
def test_what_is_no_page_of_the_web_is_a_finding(run: Run, tmp_path: Path, url: str) -> None:
    workbook(tmp_path / "a.xlsx", [["Title", "Source"], ["A plan", "Reuters"]], {"B2": url})
    assert isinstance(columns(tmp_path / "a.xlsx")["Source (link)"][0], NoValue)
    done = run("import", "a.xlsx", "--as", "sheet", "--to", "in", cwd=tmp_path)
    assert (done.returncode, (tmp_path / "in").exists()) == (1, False)
    assert "a.xlsx#Sheet:2:2: " in done.stderr
    assert "no page of the web" in done.stderr


@pytest.mark.parametrize(
    "formula",
    ['=HYPERLINK(A2,"AP")', '=HYPERLINK("https://a.org/"&A2,"AP")', '=HYPERLINK("https://a.org/",A2)'],
)
def test_a_link_that_is_computed_is_a_formula(tmp_path: Path, formula: str) -> None:
    path = workbook(tmp_path / "a.xlsx", [["Title", "Source"], ["A plan", formula]], {})
    (found,) = columns(path)["Source"]
    assert isinstance(found, NoValue)
    assert found.found == "a formula"


def test_a_link_to_a_place_of_the_workbook_is_none(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", [["Title", "Source"], ["A plan", "see"]], {"B2": "#Sheet!A1"})
    assert "Source (link)" not in columns(path)


def test_more_links_than_a_sheet_may_have_are_refused(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", [["Title", "Source"], ["A plan", "x"]], {"B2": "https://example.org/"})
    with ZipFile(path) as book, ZipFile(tmp_path / "b.xlsx", "w") as other:
        for name in book.namelist():
            content = book.read(name)
            wide = f'<hyperlink ref="B2:ZZ{MAX_LINKS}"'.encode()
            other.writestr(name, re.sub(rb'<hyperlink [^>]*?ref="B2"', wide, content))
    with pytest.raises(ImportFailedError, match="linked cells"):
        sheet(tmp_path / "b.xlsx", Notes())


def test_links_become_sources_and_the_text_only_by_the_mapping(run: Run, tmp_path: Path) -> None:
    rows = [
        ["Title", "Date", "Source"],
        ["A plan", "2025-07-26", "Reuters"],
        ["A pact", "2025", "https://example.org/2"],
    ]
    workbook(tmp_path / "a.xlsx", rows, {"C2": "https://example.org/1"})
    arguments = ("import", "a.xlsx", "--as", "sheet", "--to", "in", "--source-type", "news")
    done = run(*arguments, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    plan, pact = (
        yaml.safe_load((tmp_path / "in" / "2025" / f"{each}-2025.yaml").read_text(encoding="utf-8"))
        for each in ("plan", "pact")
    )
    assert [each["url"] for each in (*plan["sources"], *pact["sources"])] == [
        "https://example.org/1",
        "https://example.org/2",
    ]
    assert "publisher" not in plan["sources"][0]
    assert plan["extensions"]["sheet"]["Source"] == "Reuters"
    assert "column 'Source (link)': 1 cell sources" in done.stderr
    assert "0 announcements new, 2 known" in run(*arguments, cwd=tmp_path).stdout


@pytest.mark.parametrize("mapping", [{"Outlet": "publisher", "Outlet (link)": "url"}, {"Outlet": "publisher"}])
def test_sources_are_added_by_the_addresses_behind_cells(run: Run, corpus_copy: Path, mapping: dict[str, str]) -> None:
    workbook(corpus_copy.parent / "a.xlsx", [["Outlet"], ["The Made-up Times"]], {"A2": "https://times.example.org/1"})
    lines = ["[source]", *(f'"{name}" = "{field}"' for name, field in mapping.items())]
    (corpus_copy.parent / "a.mapping.toml").write_text("\n".join(lines), encoding="utf-8")
    path = corpus_copy / "registry" / "made-up.yaml"
    where = ("--from", corpus_copy.parent / "a.xlsx", "--to", path, "--in", corpus_copy)
    done = run("add", "source", *where, "--type", "news")
    assert done.returncode == 0, done.stderr
    (added,) = yaml.safe_load(path.read_text(encoding="utf-8"))["sources"]
    assert (added["url"], added["publisher"]) == ("https://times.example.org/1", "The Made-up Times")
