"""`communique import` of other people's data: what becomes of it, what is lost, and what a second run does."""

from __future__ import annotations

import re
import shutil
import tomllib
from datetime import datetime, time
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import yaml

import communique
from communique.authoring.confirmation import unconfirmed
from communique.intake.layouts import recognised
from communique.models import SCHEMA_VERSION
from support.command_line import Run

SAMPLES = Path(__file__).parent / "samples"
SHEET = (
    "Title;Date;Who;Type;Link;Details;Remarks\r\n"
    "A made-up plan;26 July 2025;Tesla;action plan;https://www.gov.cn/made-up;free words;a note\r\n"
    "A made-up pledge;spring or so;Nobody Ltd;pledge-ish;https://example.org/made-up;;\r\n"
)


def record(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return found


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def errors(folder: Path) -> list[str]:
    return [each.message for each in communique.validate(folder) if each.severity == "error"]


@pytest.mark.parametrize(
    ("name", "layout"),
    [
        ("agora", "agora"),
        ("oecd.csv", "oecd"),
        ("aiid/incidents.csv", "aiid"),
        ("aiid/reports.csv", "aiid"),
        ("zotero.csv", "zotero"),
        ("library.ris", "ris"),
        ("library.json", "csl-json"),
    ],
)
def test_layouts_are_recognised_by_their_columns(name: str, layout: str) -> None:
    assert recognised(SAMPLES / name) == layout


def test_a_sheet_and_an_export_are_not_taken_for_the_data_of_a_tracker(tmp_path: Path, run: Run) -> None:
    (tmp_path / "sheet.csv").write_text(SHEET, encoding="utf-8")
    done = run("import", "sheet.csv", "--to", "drafts", cwd=tmp_path)
    assert done.returncode == 2
    assert "--as: agora" in done.stderr


def test_a_sheet_becomes_drafts(corpus_copy: Path, run: Run, tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.csv"
    sheet.write_bytes(b"\xef\xbb\xbf" + SHEET.encode("utf-8"))
    arguments = ("import", sheet, "--as", "sheet", "--to", corpus_copy / "in", "--source-type", "news")
    done = run(*arguments)
    assert done.returncode == 0, done.stderr
    plan = record(corpus_copy / "in" / "2025" / "made-up-plan-2025.yaml")
    assert (plan["status"], plan["types"], plan["title"]) == ("draft", ["action_plan"], {"en": "A made-up plan"})
    assert plan["dates"] == [{"role": "announced", "value": "2025-07-26"}]
    assert plan["roles"] == [{"actor": "tesla", "role": "announcer"}]
    assert [(each["type"], each["access"]) for each in plan["sources"]] == [("official", "not_read")]
    assert (plan["note"], plan["extensions"]["sheet"]["Details"]) == ("a note", "free words")
    pledge = record(corpus_copy / "in" / "made-up-pledge.yaml")
    assert (pledge["types"], pledge["dates"][0]["value"]) == (["other"], "20XX")
    assert "note" not in pledge
    kept = pledge["extensions"]["sheet"]
    assert (kept["Date"], kept["Who"], kept["Type"]) == ("spring or so", "Nobody Ltd", "pledge-ish")
    assert "roles" not in pledge
    assert errors(corpus_copy) == []
    assert len(unconfirmed((corpus_copy / "in" / "made-up-pledge.yaml").read_text(encoding="utf-8"))) == 4
    report = (corpus_copy / "in" / "sheet.csv.import.txt").read_text(encoding="utf-8")
    assert "column 'Date': 1 cell kept under extensions: no certain date (row 3)" in report
    before = contents(corpus_copy)
    assert "0 announcements new, 2 known" in run(*arguments).stdout
    assert contents(corpus_copy) == before


def test_an_added_row_adds_only_that(corpus_copy: Path, run: Run, tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.csv"
    arguments = ("import", sheet, "--as", "sheet", "--to", corpus_copy / "in", "--source-type", "news")
    sheet.write_text(SHEET, encoding="utf-8")
    run(*arguments)
    edited = corpus_copy / "in" / "2025" / "made-up-plan-2025.yaml"
    edited.write_text(edited.read_text(encoding="utf-8").replace("A made-up plan", "Edited"), encoding="utf-8")
    before = contents(corpus_copy)
    head, _, rest = SHEET.partition("\r\n")
    new = "A made-up plan;2025;;;;;"  # the same title and year, above the others
    sheet.write_text("\r\n".join([head, new, rest]), encoding="utf-8")
    assert "1 draft new, 2 known" in run(*arguments).stdout
    after = contents(corpus_copy)
    assert {name for name in after if name not in before} == {
        str(corpus_copy / "in" / "2025" / "made-up-plan-2025-2.yaml")
    }
    changed = {name for name in before if after[name] != before[name]}
    assert changed == {str(corpus_copy / "in" / "sheet.csv.import.txt")}


def test_a_corrected_mapping_counts(run: Run, tmp_path: Path) -> None:
    (tmp_path / "sheet.csv").write_text("Headline,Kind of day\nA made-up plan,2025-07-26\n", encoding="utf-8")
    run("import", "sheet.csv", "--as", "sheet", "--to", "guessed", "--dry-run", cwd=tmp_path)
    assert not (tmp_path / "guessed").exists()
    run("import", "sheet.csv", "--as", "sheet", "--to", "guessed", cwd=tmp_path)
    mapping = tmp_path / "sheet.mapping.toml"
    mapping.write_text(mapping.read_text(encoding="utf-8").replace('"?"', '"adopted"'), encoding="utf-8")
    run("import", "sheet.csv", "--as", "sheet", "--to", "mapped", cwd=tmp_path)
    dates = record(tmp_path / "mapped" / "2025" / "made-up-plan-2025.yaml")["dates"]
    assert dates == [{"role": "adopted", "value": "2025-07-26"}]


@pytest.mark.parametrize(
    ("head", "cells", "dates", "place"),
    [
        ("Date,Entry into force", "soon,2027-01-01", [("announced", "20XX"), ("entry_into_force", "2027-01-01")], ""),
        ("Date,Adopted", ",2025-07-26", [("announced", "20XX"), ("adopted", "2025-07-26")], ""),
        ("Date,Adopted", "2026,2025-07-26", [("announced", "2026"), ("adopted", "2025-07-26")], "2026"),
        ("Deadline", "2027-01-01", [("announced", "20XX"), ("deadline", "2027-01-01")], ""),
        ("Adopted,Deadline", "2025-07-26,2027", [("adopted", "2025-07-26"), ("deadline", "2027")], "2025"),
    ],
)
def test_no_other_day_becomes_the_one_of_the_announcement(
    head: str, cells: str, dates: list[tuple[str, str]], place: str, run: Run, tmp_path: Path
) -> None:
    (tmp_path / "sheet.csv").write_text(f"Title,{head}\nA made-up plan,{cells}\n", encoding="utf-8")
    done = run("import", "sheet.csv", "--as", "sheet", "--to", "in", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    (made,) = (tmp_path / "in").rglob("*.yaml")
    assert made.relative_to(tmp_path / "in") == Path(place, f"made-up-plan{'-' * bool(place)}{place}.yaml")
    assert [(each["role"], each["value"]) for each in record(made)["dates"]] == dates


def test_another_type_in_the_row_is_another_type_in_the_draft(run: Run, tmp_path: Path) -> None:
    for type in ("strategy", "action plan"):
        (tmp_path / "sheet.csv").write_text(f"id,Title,Type\nplan,A made-up plan,{type}\n", encoding="utf-8")
        done = run("import", "sheet.csv", "--as", "sheet", "--to", "in", cwd=tmp_path)
        assert done.returncode == 0, done.stderr
    assert "types: [action_plan]  # confirm\n" in (tmp_path / "in" / "plan.yaml").read_text(encoding="utf-8")


def test_a_row_that_cannot_be_taken_is_a_finding_and_nothing_is_written(run: Run, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet: Any = book.active
    for row in (["Title", "Link"], ["A plan", "=HYPERLINK(1)"], ["A pledge", None], [None, "https://example.org/x"]):
        sheet.append(row)
    book.save(tmp_path / "sheet.xlsx")
    arguments = ("import", "sheet.xlsx", "--as", "sheet", "--to", "in", "--source-type", "news")
    done = run(*arguments, cwd=tmp_path)
    assert done.returncode == 1
    assert "sheet.xlsx#Sheet:2:2: error CQ118 row 2, column Link: found a formula" in done.stderr
    assert "row 4 has no title" in done.stderr
    assert not (tmp_path / "in").exists()
    assert run(*arguments, "--partial", cwd=tmp_path).returncode == 1
    assert [path.name for path in (tmp_path / "in").glob("*.yaml")] == ["pledge.yaml"]


def test_a_formula_counts_only_in_a_column_that_is_taken(run: Run, tmp_path: Path) -> None:
    (tmp_path / "sheet.csv").write_text("Title,Link,Days since\nA plan,=A1,=NOW()-B2\n", encoding="utf-8")
    arguments = ("import", "sheet.csv", "--as", "sheet", "--to", "in")
    done = run(*arguments, cwd=tmp_path)
    assert done.returncode == 1 and done.stderr.count("CQ118") == 1
    assert '"Link" = "-" in sheet.mapping.toml' in done.stderr
    mapping = '[announcement]\n"Title" = "title"\n"Link" = "-"\n'
    (tmp_path / "sheet.mapping.toml").write_text(mapping, encoding="utf-8")
    done = run(*arguments, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "column 'Days since': 1 cell dropped: a formula (row 2)" in done.stderr
    assert "Days since" not in record(tmp_path / "in" / "plan.yaml")["extensions"]["sheet"]


def test_agora_says_what_its_days_mean(corpus_copy: Path, run: Run) -> None:
    done = run("import", SAMPLES / "agora", "--to", corpus_copy / "in")
    assert done.returncode == 0, done.stderr
    enacted = record(corpus_copy / "in" / "agora-9001.yaml")
    assert [(each["role"], each["value"], each["evidence"]) for each in enacted["dates"]] == [
        ("submitted", "2023-01-10", ["agora-9001-entry"]),
        ("adopted", "2024-05-01", ["agora-9001-entry"]),
    ]
    assert [(each["actor"], each["role"]) for each in enacted["roles"]] == [("cn", "issuer")]
    kept = enacted["extensions"]["agora"]
    assert (kept["key"], kept["Harms: Discrimination"], kept["Tags"]) == ("9001", "True", "one; two")
    defunct = record(corpus_copy / "in" / "agora-9002.yaml")
    assert defunct["dates"][0]["value"] == "20XX"
    assert defunct["extensions"]["agora"]["Most recent activity date"] == "2024-06-01"
    assert errors(corpus_copy) == []


def test_rows_of_one_initiative_are_one_draft(corpus_copy: Path, run: Run) -> None:
    done = run("import", SAMPLES / "oecd.csv", "--to", corpus_copy / "in")
    assert done.returncode == 0, done.stderr
    found = record(corpus_copy / "in" / "oecd-ai-900001.yaml")
    kept = found["extensions"]["oecd-ai"]
    assert kept["further_rows"] == [{"Policy instrument ID": "2", "Policy instrument name": "Second instrument"}]
    assert (kept["Start date"], found["dates"][0]["value"]) == ("2017.0", "20XX")
    assert [(each["actor"], each["role"]) for each in found["roles"]] == [("tesla", "mentioned")]
    assert errors(corpus_copy) == []


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("aiid/incidents.csv", {"aiid-incident-90001": ("database", "https://incidentdatabase.ai/cite/90001")}),
        ("aiid/reports.csv", {"aiid-report-90007": ("blog", "https://example.org/leak")}),
        (
            "zotero.csv",
            {
                "zotero-abcd1234": ("news", "https://example.org/news"),
                "zotero-efgh5678": ("academic", "https://doi.org/10.1000/xyz"),
            },
        ),
        ("library.json", {"csl-abcd1234": ("academic", "https://example.org/paper")}),
    ],
)
def test_a_library_becomes_sources(run: Run, tmp_path: Path, name: str, expected: dict[str, Any]) -> None:
    arguments = ("import", SAMPLES / name, "--to", "in", "--source-type", "blog")
    done = run(*arguments, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    (registry,) = (tmp_path / "in").glob("*.yaml")
    assert {each["id"]: (each["type"], each["url"]) for each in record(registry)["sources"]} == expected
    assert "made-up text" not in registry.read_text(encoding="utf-8")
    assert "papers" not in registry.read_text(encoding="utf-8")
    assert errors(tmp_path / "in") == []
    before = contents(tmp_path / "in")
    assert "0 sources new" in run(*arguments, cwd=tmp_path).stdout
    assert contents(tmp_path / "in") == before


def test_a_new_reference_is_added_behind_the_others(run: Run, tmp_path: Path) -> None:
    library = tmp_path / "library.ris"
    shutil.copy(SAMPLES / "library.ris", library)
    run("import", library, "--to", "in", cwd=tmp_path)
    registry = tmp_path / "in" / "ris-sources.yaml"
    text = registry.read_text(encoding="utf-8").replace("sources:", "# mine\nsources:")
    registry.write_text(text, encoding="utf-8")
    first = [each["title"] for each in record(registry)["sources"]]
    assert first == ["A made-up paper with a long title", "A made-up report"]
    new = "TY  - NEWS\r\nTI  - Another\r\nUR  - https://example.org/other\r\nKW  - new\r\nER  - \r\n"
    library.write_text(new + library.read_text(encoding="utf-8"), encoding="utf-8")
    assert "1 source new, 2 known" in run("import", library, "--to", "in", cwd=tmp_path).stdout
    assert [each["title"] for each in record(registry)["sources"]] == [*first, "Another"]
    assert "# mine" in registry.read_text(encoding="utf-8")
    assert [kept.get("KW") for kept in record(registry)["extensions"]["ris"].values()] == ["ai", "new"]


def test_a_page_that_the_corpus_knows_is_not_defined_again(corpus_copy: Path, run: Run, tmp_path: Path) -> None:
    known = next(each.url for each in communique.load(corpus_copy).sources.values() if each.url)
    library = tmp_path / "library.ris"
    library.write_text(f"TY  - NEWS\nTI  - Known\nUR  - {known}?utm_source=x\nER  - \n", encoding="utf-8")
    done = run("import", library, "--to", corpus_copy / "in")
    assert "0 sources new, 1 known" in done.stdout


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("cut.ris", b"TY  - NEWS\nTI  - A\n", "line 1: the reference has no end"),
        ("no.ris", b"hello\n", "line 1: it is not RIS"),
        ("deep.json", b"[" * 100_000, "is not JSON"),
        ("other.json", b'{"a": 1}', "is not CSL-JSON"),
        ("binary.csv", bytes(range(256)) * 4, "it is not"),
        ("empty.csv", b"", "is empty"),
        ("head.csv", b"title,date\n", "has no rows"),
        ("wide.csv", ",".join(f"c{number}" for number in range(600)).encode() + b"\n1\n", "too many columns"),
        ("long.csv", b"title\n" + b"a\n" * 100_000, "too many rows"),
        ("bomb.xlsx", b"PK\x03\x04nothing", "is damaged, or no Excel workbook"),
    ],
)
def test_hostile_files_are_refused_in_one_line(
    run: Run, tmp_path: Path, name: str, content: bytes, message: str
) -> None:
    (tmp_path / name).write_bytes(content)
    layout = {".ris": "ris", ".json": "csl-json"}.get(Path(name).suffix, "sheet")
    done = run("import", name, "--as", layout, "--to", "in", cwd=tmp_path)
    assert done.returncode == 2
    (line,) = done.stderr.splitlines()
    assert message in line
    assert not (tmp_path / "in").exists()


def test_days_of_a_workbook_are_dates(run: Run, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet: Any = book.active
    for row in (["Title", "Date", "Number", "Since"], ["A plan", datetime(2025, 7, 26), 45864, datetime(2025, 7, 1)]):
        sheet.append(row)
    book.save(tmp_path / "sheet.xlsx")
    done = run("import", "sheet.xlsx", "--as", "sheet", "--to", "in", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    found = record(tmp_path / "in" / "2025" / "plan-2025.yaml")
    assert found["dates"] == [{"role": "announced", "value": "2025-07-26"}]
    assert {name: found["extensions"]["sheet"][name] for name in ("Number", "Since")} == {
        "Number": 45864,
        "Since": "2025-07-01",
    }


def test_a_cell_with_signs_that_no_text_has_is_a_finding(run: Run, tmp_path: Path) -> None:
    cells = ["A plan", "x\x00\x07\u202e # no comment", "key: [value", "https://example.org/\u202ex"]
    (tmp_path / "sheet.csv").write_text("Title,Details,More,Link\n" + ",".join(cells) + "\n", encoding="utf-8")
    arguments = ("import", "sheet.csv", "--as", "sheet", "--to", "in", "--source-type", "news")
    done = run(*arguments, cwd=tmp_path)
    assert done.returncode == 1
    for column in ("Details", "Link"):
        assert f"row 2, column {column}: the cell has the invisible character U+" in done.stderr
    assert "column More" not in done.stderr


@pytest.mark.parametrize(
    ("date", "column", "message"),
    [
        ("45864", "Date", "found the number 45864, expected a date"),
        ("#REF!", "Date", "found an error of the spreadsheet"),
    ],
)
def test_a_day_that_lost_its_format_is_a_finding(
    run: Run, tmp_path: Path, date: str, column: str, message: str
) -> None:
    (tmp_path / "a.csv").write_text(f"Title;Date\r\nA plan;{date}\r\n", encoding="utf-8")
    done = run("import", "a.csv", "--as", "sheet", "--to", "in", cwd=tmp_path)
    assert done.returncode == 1
    assert f"row 2, column {column}: {message}" in done.stderr
    assert not (tmp_path / "in").exists()


def test_a_truth_value_is_no_text(run: Run, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet: Any = book.active
    for row in (["Title", "Note", "Who", "Done"], ["A plan", True, time(12, 30), False]):
        sheet.append(row)
    book.save(tmp_path / "a.xlsx")
    done = run("import", "a.xlsx", "--as", "sheet", "--to", "in", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    found = record(tmp_path / "in" / "plan.yaml")
    kept = {name: found["extensions"]["sheet"][name] for name in ("Note", "Who", "Done")}
    assert kept == {"Note": True, "Who": "12:30:00", "Done": False}
    assert "column 'Note': 1 cell kept under extensions: no text, number or date (row 2)" in done.stderr


def test_numbers_and_signs_that_no_record_has_are_findings(run: Run, tmp_path: Path) -> None:
    item = '"id": "a", "type": "article-newspaper", "title": "T", "URL": "https://example.org/1"'
    text = f'[{{{item}, "half": "\\ud800", "endless": 1e999, "long": {"9" * 5000}}}]'
    (tmp_path / "a.json").write_text("\ufeff" + text, encoding="utf-8")
    done = run("import", "a.json", "--as", "csl-json", "--to", "in", cwd=tmp_path)
    assert done.returncode == 1
    assert "column half: the cell has half a character, U+D800" in done.stderr
    assert "column endless: found inf, expected a number" in done.stderr
    assert "column long" not in done.stderr


def test_utf_16_and_ragged_rows(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes("Title\tDate\r\nEin Plan für KI\t2025\r\n".encode("utf-16"))
    assert run("import", "a.csv", "--as", "sheet", "--to", "a", cwd=tmp_path).returncode == 0
    assert [path.name for path in (tmp_path / "a").rglob("*.yaml")] == ["ein-plan-fur-ki-2025.yaml"]
    (tmp_path / "b.csv").write_text("Title,Date\nA plan,2025,more\n", encoding="utf-8")
    done = run("import", "b.csv", "--as", "sheet", "--to", "b", cwd=tmp_path)
    assert done.returncode == 1
    assert "row 2: it has 3 cells" in done.stderr


def test_no_file_of_the_user_is_written_over(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("Title,Date\nA plan,2025\n", encoding="utf-8")
    own = tmp_path / "in" / "2025" / "plan-2025.yaml"
    own.parent.mkdir(parents=True)
    own.write_text("mine", encoding="utf-8")
    done = run("import", "a.csv", "--as", "sheet", "--to", "in", cwd=tmp_path)
    assert done.returncode in (1, 2)
    assert own.read_text(encoding="utf-8") == "mine"
    (tmp_path / "report.txt").write_text("mine", encoding="utf-8")
    done = run("import", "a.csv", "--as", "sheet", "--to", "new", "--report", "report.txt", cwd=tmp_path)
    assert "is no report of an import" in done.stderr
    assert not (tmp_path / "new").exists()


def test_a_date_with_two_meanings_is_a_finding_unless_the_column_or_an_option_decides(run: Run, tmp_path: Path) -> None:
    sheet = tmp_path / "a.csv"
    sheet.write_text("Title,Date\nA plan,03/04/2025\nA pact,05/06/2025\n", encoding="utf-8")
    arguments = ("import", sheet, "--as", "sheet", "--to")
    done = run(*arguments, tmp_path / "a")
    assert done.returncode == 1
    assert "row 2, column Date: '03/04/2025' can mean 2025-04-03 or 2025-03-04" in done.stderr
    assert not (tmp_path / "a").exists()
    assert run(*arguments, tmp_path / "b", "--date-order", "MDY").returncode == 0
    assert record(tmp_path / "b" / "2025" / "plan-2025.yaml")["dates"][0]["value"] == "2025-03-04"
    sheet.write_text("Title,Date\nA plan,03/04/2025\nA pact,26/07/2025\n", encoding="utf-8")
    assert run(*arguments, tmp_path / "c").returncode == 0
    decided = record(tmp_path / "c" / "2025" / "plan-2025.yaml")["dates"][0]
    assert decided["value"] == "2025-04-03"
    assert decided["note"] == "The row has 03/04/2025, read in the order DMY."
    done = run(*arguments, tmp_path / "d", "--date-order", "MDY")
    assert (done.returncode, "row 3, column Date: '26/07/2025' is no date in the order MDY" in done.stderr) == (1, True)


def test_a_mapping_is_written_with_the_records_or_when_it_is_asked_for(run: Run, tmp_path: Path) -> None:
    sheet, mapping = tmp_path / "a.csv", tmp_path / "a.mapping.toml"
    sheet.write_text("Title,Link\n=A1,https://example.org/plan\n", encoding="utf-8")
    arguments = ("import", sheet, "--as", "sheet", "--to", tmp_path / "in")
    done = run(*arguments)
    assert (done.returncode, "column 'Title': title" in done.stderr) == (1, True)
    assert not mapping.exists()
    sheet.write_text("Title,Link\nA plan,https://example.org/plan\n", encoding="utf-8")
    assert run(*arguments, "--write-mapping").returncode == 0
    assert tomllib.loads(mapping.read_text(encoding="utf-8")) == {"announcement": {"Title": "title", "Link": "url"}}
    assert not (tmp_path / "in").exists()
    assert "is there already" in run(*arguments, "--write-mapping").stderr
    mapping.unlink()
    assert run(*arguments).returncode == 0
    assert mapping.exists()


@pytest.mark.parametrize(("more", "type"), [((), "unknown"), (("--source-type", "news"), "news")])
def test_a_page_of_which_nothing_is_known_is_of_unknown_type(
    run: Run, tmp_path: Path, more: tuple[str, ...], type: str
) -> None:
    (tmp_path / "a.csv").write_text("Title,Link\nA plan,https://example.org/plan\n", encoding="utf-8")
    assert run("import", "a.csv", "--as", "sheet", "--to", "in", *more, cwd=tmp_path).returncode == 0
    (record,) = [yaml.safe_load(each.read_bytes()) for each in (tmp_path / "in").rglob("*.yaml")]
    assert [each["type"] for each in record["sources"]] == [type]


def test_a_registry_of_an_older_schema_is_raised_by_a_second_run(run: Run, tmp_path: Path) -> None:
    entry = "TY  - ELEC\nTI  - Page {0}\nUR  - https://example.org/{0}\nER  - \n"
    (tmp_path / "a.ris").write_text(entry.format(1), encoding="utf-8")
    assert run("import", "a.ris", "--as", "ris", "--to", "in", "--source-type", "news", cwd=tmp_path).returncode == 0
    (registry,) = (tmp_path / "in").glob("*.yaml")
    older = registry.read_text(encoding="utf-8").replace(SCHEMA_VERSION, "0.3.1")
    registry.write_text(older, encoding="utf-8")
    (tmp_path / "a.ris").write_text(entry.format(1) + entry.format(2), encoding="utf-8")
    assert run("import", "a.ris", "--as", "ris", "--to", "in", cwd=tmp_path).returncode == 0
    found = yaml.safe_load(registry.read_bytes())
    assert (found["schema_version"], [each["type"] for each in found["sources"]]) == (
        SCHEMA_VERSION,
        ["news", "unknown"],
    )


def test_a_sheet_without_a_title_is_one_line(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("What,Date\nA plan,2025\nA pact,2025\n", encoding="utf-8")
    done = run("import", "a.csv", "--as", "sheet", "--to", "in", cwd=tmp_path)
    assert done.returncode == 2
    assert "no column is taken for the title" in done.stderr.splitlines()[-1]
    assert not (tmp_path / "a.mapping.toml").exists()


def changed_lines(before: str, after: str) -> list[str]:
    pairs = zip(before.splitlines(), after.splitlines(), strict=True)
    return [new.split(":")[0].strip(" -") for old, new in pairs if old != new]


def test_a_changed_row_changes_only_its_lines_and_nothing_that_a_person_edited(
    corpus_copy: Path, run: Run, tmp_path: Path
) -> None:
    data = tmp_path / "documents.csv"
    shutil.copy(SAMPLES / "agora" / "documents.csv", data)
    arguments = ("import", data, "--as", "agora", "--to", corpus_copy / "in")
    run(*arguments)
    before = contents(corpus_copy)
    draft = corpus_copy / "in" / "agora-9001.yaml"
    text = draft.read_text(encoding="utf-8")
    data.write_text(data.read_text(encoding="utf-8").replace("2024-05-01", "2024-05-07"), encoding="utf-8")
    done = run(*arguments)
    assert (done.returncode, "0 announcements new, 2 known, 1 changed" in done.stdout) == (0, True)
    after = contents(corpus_copy)
    assert {name for name in after if after[name] != before.get(name)} == {str(draft)}
    assert changed_lines(text, draft.read_text(encoding="utf-8")) == ["value", "row", "dates"]
    assert " changed;" not in run(*arguments).stdout
    edited = draft.read_text(encoding="utf-8").replace("'2024-05-07'", "'2024-05-08'")
    draft.write_text(edited, encoding="utf-8")
    data.write_text(data.read_text(encoding="utf-8").replace("2024-05-07", "2024-05-09"), encoding="utf-8")
    done = run(*arguments)
    assert done.returncode == 1
    assert "row 2: the row has changed since its import, and so has dates" in done.stderr
    assert draft.read_text(encoding="utf-8") == edited
    own = re.sub(r"dates: [^,}\n]+", "dates: '-'", edited)
    draft.write_text(own, encoding="utf-8")
    assert run(*arguments).returncode == 0
    assert changed_lines(own, draft.read_text(encoding="utf-8")) == ["row"]


def test_what_is_confirmed_stays_and_the_id_of_a_sheet_is_the_key(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("ID,Title,Date,Note\na-plan,A plan,2025,one\n", encoding="utf-8")
    arguments = ("import", "a.csv", "--as", "sheet", "--to", "in")
    assert run(*arguments, cwd=tmp_path).returncode == 0
    draft = tmp_path / "in" / "a-plan.yaml"
    (tmp_path / "a.csv").write_text("ID,Title,Date,Note\na-plan,A plan,2026,two\n", encoding="utf-8")
    marked = draft.read_text(encoding="utf-8")
    draft.write_text(marked.replace("'2025'}  # confirm", "'2025'}"), encoding="utf-8")
    done = run(*arguments, cwd=tmp_path)
    assert (done.returncode, "so has dates in" in done.stderr) == (1, True)
    draft.write_text(marked, encoding="utf-8")
    assert run(*arguments, cwd=tmp_path).returncode == 0
    found = record(draft)
    assert (found["dates"][0]["value"], found["note"]) == ("2026", "two")
    assert len(unconfirmed(draft.read_text(encoding="utf-8"))) == 3


def test_paths_with_typing_errors_are_refused(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("Title\nA plan\n", encoding="utf-8")
    (tmp_path / "records").mkdir()
    begin = ("import", "a.csv", "--as", "sheet", "--to")
    done = run(*begin, "record/2025", cwd=tmp_path)
    assert (done.returncode, "the last that is there is" in done.stderr, "it has records" in done.stderr) == (
        2,
        True,
        True,
    )
    done = run(*begin, "records", "--mapping", "a.maping.toml", cwd=tmp_path)
    assert (done.returncode, "there is no file a.maping.toml" in done.stderr) == (2, True)
    assert not (tmp_path / "a.maping.toml").exists()
    done = run(*begin, "record", cwd=tmp_path)
    assert (done.returncode, "record is a new folder, and not in records" in done.stderr) == (0, True)


def test_a_mapping_of_columns_that_are_not_there_is_refused(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("Title,When\nA plan,2025\n", encoding="utf-8")
    mapping = '[announcement]\n"Title" = "title"\n"Day" = "dates"\n"Old" = "?"\n'
    (tmp_path / "a.mapping.toml").write_text(mapping, encoding="utf-8")
    done = run("import", "a.csv", "--as", "sheet", "--to", "in", cwd=tmp_path)
    assert (done.returncode, "has no column 'Day'; it has 'Title', 'When'" in done.stderr) == (2, True)


def test_lines_above_the_header_are_passed_over_and_the_header_is_named(run: Run, tmp_path: Path) -> None:
    text = "Our tracker\nAs of May 2025\n\nTitle;Date\nA plan, a pact, a deal;2025\n"
    (tmp_path / "a.csv").write_text(text, encoding="utf-8")
    done = run("import", "a.csv", "--as", "sheet", "--to", "in", cwd=tmp_path)
    assert (done.returncode, "names of the columns: row 4" in done.stderr) == (0, True), done.stderr


def test_each_file_has_a_report_of_its_own(run: Run, tmp_path: Path) -> None:
    for name in ("library.ris", "library.json"):
        assert run("import", SAMPLES / name, "--to", "in", "--source-type", "blog", cwd=tmp_path).returncode == 0
    assert {path.name for path in (tmp_path / "in").glob("*.txt")} == {
        "library.ris.import.txt",
        "library.json.import.txt",
    }


def test_what_a_file_lacks_to_be_recognised_is_named(run: Run, tmp_path: Path) -> None:
    text = (SAMPLES / "oecd.csv").read_text(encoding="utf-8").replace("Platform URL", "Platform", 1)
    (tmp_path / "oecd.csv").write_text(text, encoding="utf-8")
    for more in (["--as", "oecd"], [], ["--dry-run"]):
        done = run("import", "oecd.csv", "--to", "in", *more, cwd=tmp_path)
        assert "Platform URL" in done.stderr and "English name" not in done.stderr
        assert more[:1] == ["--as"] or "--as: agora" in done.stderr


@pytest.mark.parametrize("name", ["library.ris", "library.json"])
def test_the_given_name_of_an_author_comes_first(name: str, run: Run, tmp_path: Path) -> None:
    run("import", SAMPLES / name, "--to", "in", cwd=tmp_path)
    (registry,) = (tmp_path / "in").glob("*.yaml")
    assert "Jane Doe" in record(registry)["sources"][0]["authors"]
