"""The report of an import: it says of each cell where it is, and the records are as it says."""

from __future__ import annotations

import re
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import communique
from communique.corpus.corpus import Corpus
from communique.intake.taking import Taken, Wishes, taken
from support.command_line import Run
from support.folders import CORPUS

CELLS = {
    "Title": ["A plan", "A pact", "Ein Plan", "规划", ""],
    "Date": ["2025-07-26", "26 July 2025", "soon", "03/04/2025", "45864", ""],
    "Who": ["Tesla", "Nobody Ltd", "Tesla; Nobody Ltd", ""],
    "Type": ["speech", "law, unheard-of", "regulation", "bill", ""],
    "Link": ["https://example.org/a", "https://example.org/b https://example.org/c", "no link", "{known}", ""],
    "Language": ["en", "zh-Hans", "tongues", ""],
    "Note": ["One note.", "=1+1", ""],
    "Status": ["Done", "\u202e", ""],
}
SHEETS = st.lists(st.fixed_dictionaries({name: st.sampled_from(cells) for name, cells in CELLS.items()}), max_size=5)


@pytest.fixture(scope="module")
def small() -> Corpus:
    """A small corpus."""
    return communique.load(CORPUS)


def imported(rows: Sequence[dict[str, str]], corpus: Corpus) -> Taken:
    lines = ["\t".join(["Ref", *CELLS])]
    lines += ["\t".join([f"r{place}", *(row[name] for name in CELLS)]) for place, row in enumerate(rows, 2)]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "sheet.csv"
        path.write_text("\n".join([*lines, ""]), encoding="utf-8")
        return taken("sheet", path, corpus, Wishes(source_type="news"))


def is_there(record: dict[str, Any], column: str, cell: str, what: str) -> bool:
    """Whether the record has what the report says of a cell."""
    parts = ("Nobody Ltd", cell) if column == "Who" else (cell,)  # of several names, those that no actor has
    kept = record["extensions"]["sheet"].get(column) in parts
    cited = [one.get("source") for each in (*record["dates"], *record.get("roles", ())) for one in evidence(each)]
    urls = {each["url"] for each in record.get("sources", ())}
    mapped = {
        "title": cell in record["title"].values(),
        "dates, announced": record["dates"][0]["value"] == "2025-07-26",
        "roles, announcer": [each["actor"] for each in record.get("roles", ())] == ["tesla"],
        "types": record["types"] != ["other"],
        "sources": bool(set(cell.split()) & urls),
        "the language of the title": [*record["title"]] == [cell],
        "note": record.get("note") == cell,
    }
    said = [is_cited(cited, each) if each.startswith("evidence") else mapped[each] for each in whats(what)]
    return kept == (KEPT in what) and all(said) and bool(said or kept)


KEPT = "kept under extensions"


def whats(what: str) -> list[str]:
    return [each for each in what.split(", and ") if each != KEPT]


def evidence(item: dict[str, Any]) -> list[dict[str, Any]]:
    return [each for each in item.get("evidence", ()) if each.get("support") == "presumed"]


def is_cited(cited: Sequence[str | None], what: str) -> bool:
    return what.rpartition(", ")[2] in cited


@given(SHEETS)
def test_each_cell_is_where_the_report_says(small: Corpus, rows: list[dict[str, str]]) -> None:
    known = next(each.url or "" for each in small.sources.values() if each.url)
    filled = [{name: cell.replace("{known}", known) for name, cell in row.items()} for row in rows] or [
        {**dict.fromkeys(CELLS, ""), "Title": "A plan"}
    ]
    found = imported(filled, small)
    records = {each["extensions"]["sheet"]["Ref"]: each for each in found.announcements}
    lines = [*found.losses.lines()]
    for number, row in enumerate(filled, 2):
        record = records.get(f"r{number}")
        assert (record is None) == any(each.line == number for each in found.findings)
        for column, cell in row.items():
            what = found.losses.of(number, column).what
            if cell and record is None:
                assert what == "in a row that was refused"
            elif cell and record:
                assert is_there(record, column, cell, what), (column, cell, what, record)
    refused = len(filled) - len(records)
    assert [each for each in lines if each.startswith("refused: ")] == [] or refused
    counts: Counter[str] = Counter()
    for column, count in re.findall(r"^column '(.+?)': ([0-9]+) cells?\b", "\n".join(lines), re.MULTILINE):
        counts[column] += int(count)
    assert counts == Counter({name: n for name in CELLS if (n := sum(bool(row[name]) for row in filled))}) + Counter(
        Ref=len(filled)
    )


def test_a_known_page_is_cited_and_a_second_run_tells_what_the_records_have(
    corpus_copy: Path, run: Run, tmp_path: Path
) -> None:
    known = next(each for each in communique.load(corpus_copy).sources.values() if each.url)
    sheet = tmp_path / "a.csv"
    new = "https://example.org/new"
    rows = [f"A plan,2025,Nobody,{known.url}", f"A pact,2025,,{new}", f"A deal,2024,,{new}", f"A hint,,,{new}", ""]
    sheet.write_text("\n".join(["Title,Date,Who,Link", *rows]), encoding="utf-8")
    arguments = ("import", sheet, "--as", "sheet", "--to", corpus_copy / "in", "--source-type", "news")
    first = run(*arguments)
    assert first.returncode == 0, first.stderr
    made = communique.load(corpus_copy).announcements
    cited = {id: [one.source_id for one in made[id].dates[0].evidence] for id in made if id.endswith(("2024", "2025"))}
    (own,) = made["pact-2025"].sources
    assert (cited["plan-2025"], cited["pact-2025"], cited["deal-2024"]) == ([known.id], [], [own.id])
    assert made["hint"].extensions["sheet"]["Link"] == new
    assert "column 'Link': 1 cell kept under extensions: it is the source" in first.stderr
    assert "column 'Link': 1 cell sources" in first.stderr
    before = {path: path.read_bytes() for path in corpus_copy.rglob("*.*")}
    assert " 0 changed" not in run(*arguments).stdout
    assert {path: path.read_bytes() for path in corpus_copy.rglob("*.*")} == before
    draft = corpus_copy / "in" / "2025" / "plan-2025.yaml"
    draft.write_text(draft.read_text(encoding="utf-8").replace("'2025'", "'2026'"), encoding="utf-8")
    assert "column 'Date': 1 cell not taken: the record was there before" in run(*arguments).stderr


def test_refused_rows_are_said_to_be_refused(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("Title,Note\nA plan,=1\nA pact,x,y\n,z\n", encoding="utf-8")
    done = run("import", "a.csv", "--as", "sheet", "--to", "in", "--partial", cwd=tmp_path)
    assert "rows: 3\nrefused: 3 rows (row 2, 3, 4)\n" in done.stderr
    assert "column 'Title': 1 cell in a row that was refused" in done.stderr
    assert "column 'Note': 2 cells in a row that was refused" in done.stderr
