"""Sheets as people keep them in other programs, each made up, and what becomes of their rows."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from communique.adding.mapping import mapping_for
from communique.corpus.corpus import Corpus
from communique.intake.taking import Taken, Wishes, taken


def read(path: Path, corpus: Corpus, **wishes: Any) -> Taken:
    found = taken("sheet", path, corpus, Wishes(source_type="news", **wishes))
    assert found.findings == []
    return found


def written(folder: Path, text: str) -> Path:
    path = folder / "sheet.csv"
    path.write_text(text, encoding="utf-8")
    return path


def dates(record: dict[str, Any]) -> list[tuple[str, str]]:
    return [(each["role"], each["value"]) for each in record["dates"]]


def urls(record: dict[str, Any]) -> list[str]:
    return [each["url"] for each in record["sources"]]


def actors(record: dict[str, Any]) -> list[str]:
    return [each["actor"] for each in record.get("roles", ())]


def test_excel_with_a_merged_title_above_the_header(shipped: Corpus, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet: Any = book.active
    for row in (["Our tracker (internal)"], [], ["Policy name", "Date announced", "Policy type", "Source link"]):
        sheet.append(row)
    sheet.merge_cells("A1:D1")
    sheet.append(["A made-up fund", datetime(2025, 8, 11), "Funding", "https://example.org/fund"])
    book.save(tmp_path / "sheet.xlsx")
    (made,) = read(tmp_path / "sheet.xlsx", shipped).announcements
    assert (dates(made), made["types"], urls(made)) == (
        [("announced", "2025-08-11")], ["funding"], ["https://example.org/fund"],
    )  # fmt: skip


def test_notion_with_days_in_words_and_names_with_links(shipped: Corpus, tmp_path: Path) -> None:
    text = (
        "\ufeffName,Announcement date,Organisation,URL,Status\n"
        'A compact,"August 11, 2025 9:14 AM","Tesla, China",https://example.org/a,Done\n'
        'A pledge,"Aug 11, 2025 → Aug 12, 2025",China (https://www.notion.so/China-1),https://example.org/b,Next\n'
    )
    one, two = read(written(tmp_path, text), shipped).announcements
    assert (dates(one), actors(one)) == ([("announced", "2025-08-11")], ["tesla", "cn"])
    assert (dates(two), actors(two)) == ([("announced", "2025-08-11/2025-08-12")], ["cn"])


def test_google_sheets_with_links_on_several_lines_of_a_cell(shipped: Corpus, tmp_path: Path) -> None:
    text = (
        "Announcement,Date,Who announced?,Links\r\n"
        'A charter,8/13/2025,China,"https://example.org/a\n\nhttps://example.org/b"\r\n'
        "A pact,8/1/2025,Tesla,https://example.org/c\r\n"
    )
    one, two = read(written(tmp_path, text), shipped).announcements
    assert urls(one) == ["https://example.org/a", "https://example.org/b"]
    assert dates(two) == [("announced", "2025-08-01")]


def test_airtable_with_several_choices_in_a_cell(shipped: Corpus, tmp_path: Path) -> None:
    text = (
        "Title,Announced on,Actors,Type,Source URL,Last modified\n"
        'An institute,2025-08-11,"China,Tesla","Press release,Institution founding",https://example.org/i,8/12/2025\n'
        'A rule,2025-08-14,"""Ministry of Rules, Trade"",China",Executive act,https://example.org/j,\n'
    )
    found = read(written(tmp_path, text), shipped)
    one, two = found.announcements
    assert (one["types"], actors(one)) == (["press_release", "institution_founding"], ["cn", "tesla"])
    assert actors(two) == []
    assert found.unnamed == ['"Ministry of Rules, Trade",China']


def test_german_with_semicolons_and_days_with_dots(shipped: Corpus, tmp_path: Path) -> None:
    text = (
        "Titel;Datum;Akteur;Quelle;Anmerkung;Inkrafttreten\r\n"
        "Gesetz über KI;11.08.2025;China;https://example.org/g;geprüft;1. Januar 2026\r\n"
        "Strategie;3. März 2025;Tesla;https://example.org/s;;\r\n"
    )
    unsaid = taken("sheet", written(tmp_path, text), shipped, Wishes(source_type="news"))
    assert [each.line for each in unsaid.findings] == [2, 3]  # German, by its columns: nothing says that it is English
    one, two = read(tmp_path / "sheet.csv", shipped, language="de").announcements
    assert one["title"] == {"de": "Gesetz über KI"}
    assert dates(one) == [("announced", "2025-08-11"), ("entry_into_force", "2026-01-01")]
    assert dates(two) == [("announced", "2025-03-03")]


@pytest.mark.parametrize(
    ("columns", "fields"),
    [
        ("Titre|Date d’annonce|Organisme|Lien|Remarques|Pays", "title|dates|actor|url|note|?"),
        ("Título|Fecha|Institución|Enlace|Observaciones", "title|dates|actor|url|note"),
        ("标题|发布日期|发布机构|链接|备注|类型|生效日期", "title|published|actor|url|note|types|entry_into_force"),
        ("Название|Дата|Ведомство|Ссылка", "title|dates|actor|url"),
        ("Official name|Link to document|URL|Country|Effective date", "title|url|sources|?|?"),
    ],
)
def test_columns_in_several_languages(columns: str, fields: str) -> None:
    found = mapping_for("announcement", columns.split("|"), Path("nowhere.toml"))
    assert "|".join(found.fields.values()) == fields


def test_the_words_of_types_are_kept_unless_they_are_those_of_the_code(shipped: Corpus, tmp_path: Path) -> None:
    cells = {
        "Executive act": (["executive_act"], None),
        "law, safety": (["legislative_act"], "law, safety"),
        "regulation": (["other"], "regulation"),
        "bill": (["legislative_act"], "bill"),
        "Gesetz; Erklärung": (["legislative_act", "declaration"], "Gesetz; Erklärung"),
        "Vertrag": (["treaty"], "Vertrag"),
        "STRATEGIE": (["strategy"], "STRATEGIE"),
        "Press_release; speech": (["press_release", "speech"], None),
    }
    rows = [f'Plan {place},"{cell}"' for place, cell in enumerate(cells)]
    made = read(written(tmp_path, "\n".join(["Title,Type", *rows, ""])), shipped).announcements
    found = [(each["types"], each["extensions"]["sheet"].get("Type")) for each in made]
    assert found == [*cells.values()]


@pytest.mark.parametrize(
    ("cell", "ids", "kept"),
    [
        ("China\nTesla", ["cn", "tesla"], None),
        ("China;Nobody Ltd\nTesla", ["cn", "tesla"], "Nobody Ltd"),
        ("Smith, John", [], "Smith, John"),
        ("Ministry of Rules, China", [], "Ministry of Rules, China"),
        ("Nobody Ltd, Tesla", ["tesla"], "Nobody Ltd, Tesla"),
        ("China, Tesla", ["cn", "tesla"], None),
    ],
)
def test_several_names_in_a_cell(cell: str, ids: list[str], kept: str | None, shipped: Corpus, tmp_path: Path) -> None:
    (made,) = read(written(tmp_path, f'Title,Date,Actor\nA plan,2025,"{cell}"\n'), shipped).announcements
    assert (actors(made), made["extensions"]["sheet"].get("Actor")) == (ids, kept)


@pytest.mark.parametrize("between", [" / ", "|", " | ", ", ", ";", "\n", " "])
def test_several_links_in_a_cell(between: str, shipped: Corpus, tmp_path: Path) -> None:
    links = ["https://example.org/a?one;two=1,2|3", "https://example.org/b"]
    (made,) = read(written(tmp_path, f'Title,Link\nA plan,"{between.join(links)}"\n'), shipped).announcements
    assert urls(made) == links


def test_days_as_people_write_them(shipped: Corpus, tmp_path: Path) -> None:
    cells = ["13.-15.06.2024", "26.06.25", "1er mars 2025", "May 21, 2024 (EST)", "May 21, 2024 (Asia/Tokyo)"]
    cells += ["31.02.2025"]
    text = "Title,Date\n" + "".join(f'Plan {at},"{each}"\n' for at, each in enumerate([*cells, "1.3.2025"]))
    found = read(written(tmp_path, text), shipped)
    first = [each["dates"][0] for each in found.announcements]
    assert [each["value"] for each in first] == [
        "2024-06-13/2024-06-15", "2025-06-26", "2025-03-01", "2024-05-21", "2024-05-21", "20XX", "2025-03-01",
    ]  # fmt: skip
    assert (first[3]["note"], first[4]["time_zone"]) == ("EST, in Date.", "Asia/Tokyo")
    assert any("there is no 31 February 2025" in line for line in found.losses.lines())


def test_a_year_of_two_digits_needs_to_be_certain(shipped: Corpus, tmp_path: Path) -> None:
    path = written(tmp_path, "Title,Date\nA plan,26.06.25\n")
    (unsure,) = read(path, shipped).announcements
    (sure,) = read(path, shipped, date_order="DMY").announcements
    assert (dates(unsure), dates(sure)) == ([("announced", "20XX")], [("announced", "2025-06-26")])
