"""Exports: joinable, lossless, byte-identical, whole or not at all, and readable by programs that are not ours."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import duckdb
import pandas
import pytest
from conftest import CORPUS, RECORD, Run

import communique
from communique import Corpus, ExportError
from communique.exporting.csv_format import write
from communique.exporting.tables import ROOTS, TEXTS, Column, Table, build, plans
from communique.models import ENTITY_FIELDS, Assertion, Evidence, walk
from communique.text.inflection import singular


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return communique.load(CORPUS)


@pytest.fixture(scope="module")
def folder(corpus: Corpus, tmp_path_factory: pytest.TempPathFactory) -> Path:
    to = tmp_path_factory.mktemp("export") / "out"
    communique.export(corpus, ["json", "jsonl", "csv"], to)
    return to


def table(folder: Path, name: str) -> pandas.DataFrame:
    return pandas.read_csv(folder / "csv" / f"{name}.csv")


def test_csv_is_rfc_4180_in_utf_8(folder: Path) -> None:
    for path in sorted((folder / "csv").glob("*.csv")):
        content = path.read_bytes()
        assert not content.startswith(b"\xef\xbb\xbf") and content.endswith(b"\r\n")
        rows = list(csv.reader(io.StringIO(content.decode("utf-8"), newline=""), strict=True))
        assert {len(row) for row in rows} == {len(rows[0])}, path.name
        assert len(set(rows[0])) == len(rows[0])


def test_texts_are_quoted_and_nothing_else(folder: Path) -> None:
    columns = {table.name: table.columns for table in build({})}
    for path in sorted((folder / "csv").glob("*.csv")):
        header, *rows = raw_cells(path.read_bytes().decode("utf-8"))
        assert [cell.strip('"') for cell in header] == [column.name for column in columns[path.stem]]
        assert all(cell.startswith('"') for cell in header)
        for row in rows:
            for column, cell in zip(columns[path.stem], row, strict=True):
                assert not cell or cell.startswith('"') is (column.type == "string"), (path.name, column.name, cell)
                assert column.type != "boolean" or cell in ("TRUE", "FALSE", "")


def raw_cells(content: str) -> list[list[str]]:
    """The cells as they are written, quotes and all."""
    return [re.findall(r'(?:^|(?<=,))("(?:[^"]|"")*"|[^,"]*)(?=,|$)', line) for line in lines_of(content)]


def lines_of(content: str) -> list[str]:
    """The rows: lines that end outside quotes."""
    return re.findall(r'((?:"(?:[^"]|"")*"|[^"\r])*)\r\n', content)


@pytest.mark.parametrize("name", ["dates", "occasion_dates", "measures", "statements", "roles"])
def test_other_programs_read_booleans_as_booleans(folder: Path, name: str) -> None:
    assert str(table(folder, name).shown.dtype) == "bool"
    read = duckdb.read_csv(str(folder / "csv" / f"{name}.csv"))
    types = dict(zip(read.columns, map(str, read.types), strict=True))
    assert types["shown"] == types["competes"] == "BOOLEAN"


LATE = ["one, two", 'he said "no"', "first line\nsecond line", "a; b", "it's, 'so'", "#, not a comment"]


@pytest.mark.parametrize("late", LATE)
def test_the_first_comma_may_come_after_all_rows_that_a_sniffer_looks_at(late: str, tmp_path: Path) -> None:
    columns = (Column("key", "string", ""), Column("text", "string", ""), Column("count", "integer", ""))
    rows: list[dict[str, Any]] = [{"key": f"k{row}", "text": f"Point {row}", "count": row} for row in range(21_000)]
    rows.append({"key": "last", "text": late, "count": None})
    (tmp_path / "late.csv").write_bytes(write(Table("late", "", columns, rows)).encode())
    read = duckdb.read_csv(str(tmp_path / "late.csv"))
    assert read.fetchall()[-1] == ("last", late, None)
    assert [str(each) for each in read.types] == ["VARCHAR", "VARCHAR", "BIGINT"]
    with (tmp_path / "late.csv").open(newline="", encoding="utf-8") as file:
        assert list(csv.reader(file, strict=True))[-1] == ["last", late, ""]


@pytest.mark.parametrize("late", [12.5, 1e-7, -0.5])
def test_the_first_fraction_may_come_late_too(late: float, tmp_path: Path) -> None:
    columns = (Column("key", "string", ""), Column("value", "number", ""))
    rows: list[dict[str, Any]] = [{"key": "many", "value": 10**14 + row} for row in range(21_000)]
    (tmp_path / "late.csv").write_bytes(
        write(Table("late", "", columns, [*rows, {"key": "x", "value": late}])).encode()
    )
    read = [value for _, value in duckdb.read_csv(str(tmp_path / "late.csv")).fetchall()]
    assert read == [*(row["value"] for row in rows), late]
    assert write(Table("whole", "", columns, rows[:1])).endswith('"many",100000000000000\r\n')


def test_a_text_that_looks_like_a_formula_is_exported_as_it_is(tmp_path: Path) -> None:
    rows: list[dict[str, Any]] = [{"text": text} for text in ("=1+1", "@SUM(A1)", "-2+3", "+4")]
    written = write(Table("texts", "", (Column("text", "string", ""),), rows))
    assert [row[0] for row in csv.reader(io.StringIO(written))][1:] == [row["text"] for row in rows]


def test_another_program_reads_numbers_dates_and_texts(folder: Path) -> None:
    quantities = table(folder, "quantities").set_index("subject")
    assert quantities.loc["products shown", "value"] == 3000
    assert quantities.loc["products shown", "comparator"] == "more_than"
    dates = table(folder, "dates")
    assert list(pandas.to_datetime(dates[dates.shown].value_earliest).dt.day_name()) == ["Saturday", "Monday"]
    assert "世界人工智能合作组织" in set(table(folder, "texts").text)


def test_tables_join(folder: Path) -> None:
    for name, plan in plans().items():
        rows = table(folder, name)
        for parent in plan.parents if len(plan.parents) == 1 else ():
            key = "id" if parent in ROOTS else "key"
            assert set(rows[f"{singular(parent)}_{key}"]) <= set(table(folder, parent)[key]), name
        if len(plan.parents) > 1:
            for owner, group in rows.groupby("parent_table"):
                owners = table(folder, str(owner))
                keys = set(owners["key"] if "key" in owners else owners["id"])
                assert set(group.parent_key) <= keys, (name, owner)


def test_keys_are_unique(folder: Path) -> None:
    for name in plans():
        rows = table(folder, name)
        for column in ("key", "id"):
            if column in rows and name not in ("registries",):
                assert rows[column].is_unique, (name, column)


def test_references_lead_somewhere(folder: Path) -> None:
    ids = {name: set(table(folder, name).id) for name in ("actors", "instruments", "occasions", "sources")}
    assert set(table(folder, "roles").actor_id) <= ids["actors"]
    assert set(table(folder, "measures").instrument_id) <= ids["instruments"]
    assert set(table(folder, "evidence").source_id) <= ids["sources"]
    assert set(table(folder, "roles").occasion_id.dropna()) <= ids["occasions"]


def test_nothing_is_lost_and_nothing_counted_twice(corpus: Corpus) -> None:
    tables = communique.tables(corpus)
    nodes = [model for entry in corpus.entries for _, model in walk(entry.record)]
    assert len(tables["evidence"]) == sum(isinstance(node, Evidence) for node in nodes)
    assertions = sum(isinstance(node, Assertion) for node in nodes)
    assert sum("shown" in row for rows in tables.values() for row in rows) == assertions
    assert len(tables["actors"]) == len(corpus.actors)


def test_every_row_fills_every_column_of_its_table(corpus: Corpus) -> None:
    for each in build(corpus.roots):
        names = {column.name for column in each.columns}
        assert all(set(row) == names for row in each.rows), each.name
        assert all(column.description for column in each.columns)
        assert each.counts


def test_one_value_of_each_identity_is_shown(corpus: Corpus) -> None:
    rows = communique.tables(corpus)["dates"]
    shown = Counter((row["announcement_id"], row["role"], row["scope_part"]) for row in rows if row["shown"])
    assert len(rows) == 4 and list(shown.values()) == [1, 1]


def test_keys_do_not_depend_on_the_place_in_a_list(corpus_copy: Path, corpus: Corpus) -> None:
    path = corpus_copy / "2025" / RECORD.name
    text = path.read_text(encoding="utf-8")
    head, _, rest = text.partition("quantities:\n")
    items, _, tail = rest.partition("\nrelations:\n")
    first, _, others = items.partition("\n- subject: products")
    path.write_text(f"{head}quantities:\n- subject: products{others}\n{first}\nrelations:\n{tail}", encoding="utf-8")
    moved = communique.tables(communique.load(corpus_copy))["quantities"]
    assert [row["subject"] for row in moved] != [row["subject"] for row in communique.tables(corpus)["quantities"]]
    assert {row["key"] for row in moved} == {row["key"] for row in communique.tables(corpus)["quantities"]}


def test_pandas_takes_the_tables(corpus: Corpus) -> None:
    frame = pandas.DataFrame(communique.tables(corpus)["statements"])
    assert set(frame[frame.nature == "inference"].speaker_id) == {"pukmedia"}


def test_json_keeps_references_and_holds_everything_once(folder: Path, corpus: Corpus) -> None:
    whole = json.loads((folder / "corpus.json").read_text(encoding="utf-8"))
    announcement = whole["announcements"][0]
    assert announcement["roles"][0]["actor"] == "cn"
    assert "sources" not in announcement
    assert [each["id"] for each in whole["actors"]] == list(corpus.actors)
    assert whole["dataset"]["licence"] == "CC-BY-4.0"
    lines = (folder / "jsonl" / "announcements.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line) for line in lines] == whole["announcements"]


def test_exported_announcements_are_valid_records(folder: Path, corpus: Corpus) -> None:
    for announcement in json.loads((folder / "corpus.json").read_text(encoding="utf-8"))["announcements"]:
        original = corpus.announcements[announcement["id"]]
        defined = {
            name: [each.model_dump(mode="json") for each in getattr(original, name)]
            for name in ENTITY_FIELDS
            if getattr(original, name)
        }
        assert type(original).model_validate({**announcement, **defined}) == original


def test_embedded_references_are_resolved(corpus: Corpus, tmp_path: Path) -> None:
    communique.export(corpus, "json", tmp_path / "out", embed=True)
    announcement = json.loads((tmp_path / "out" / "corpus.json").read_text(encoding="utf-8"))["announcements"][0]
    ministry = next(role for role in announcement["roles"] if role["role"] == "issuer")["actor"]
    assert ministry["part_of"]["part_of"]["country"] == "CN"
    assert announcement["dates"][0]["evidence"][0]["source"]["publisher"] == "PUKmedia"
    assert announcement["occasion"]["series"]["name"]["en"].startswith("World")


DAYS = [
    (["{role: announced, value: '2025-07-26'}"], ("2025-07-26", False)),
    (["{role: announced, value: '2025-07-26'}", "{role: announced, value: '2025-07-25'}"], ("2025-07-26", True)),
    (
        ["{role: announced, value: '2025-07-26'}", "{role: announced, value: '2025-07-25', rank: preferred}"],
        ("2025-07-25", False),
    ),
    (["{role: announced, value: '2025-07'}", "{role: announced, value: '2025-07-25'}"], ("2025-07", False)),
    (["{role: announced, value: '2025-07-26', rank: deprecated, note: Wrong.}"], (None, None)),
    (
        ["{role: announced, value: '2025-07-26T23:00:00-05:00'}", "{role: announced, value: '2025-07-27T04:00:00Z'}"],
        ("2025-07-26T23:00:00-05:00", False),
    ),
]


@pytest.mark.parametrize(("dates", "expected"), DAYS)
def test_a_day_that_is_open_to_dispute_is_told_as_such(
    dates: list[str], expected: tuple[str | None, bool | None], tmp_path: Path
) -> None:
    (tmp_path / "pact.yaml").write_text(
        "schema_version: 0.2.0\nkind: announcement\nid: pact\ntitle: {en: Pact}\ntypes: [speech]\nstatus: draft\n"
        "dates:\n" + "".join(f"- {each}\n" for each in dates) + "measures:\n"
        "- {instrument: a, action: establish, stage: proposed, modality: planned}\n"
        "- {instrument: a, action: sign, stage: signed, modality: asserted, date: '2025-07-28'}\n"
        "instruments:\n- {id: a, type: law, name: {en: A}}\n"
    )
    tables = communique.tables(communique.load(tmp_path))
    (row,) = tables["announcements"]
    assert (row["day"], row["day_competes"]) == expected
    planned, signed = tables["measures"]
    assert (planned["day"], planned["day_competes"]) == expected
    assert planned["day_basis"] == ("announcement" if expected[0] else None)
    assert (signed["day"], signed["day_competes"], signed["day_basis"]) == ("2025-07-28", False, "measure")


def test_what_is_denied_has_no_day(tmp_path: Path) -> None:
    measures = [("denied", ""), ("denied", ", date: '2025-07-28'"), ("hypothetical", ""), ("planned", "")]
    (tmp_path / "pact.yaml").write_text(
        "schema_version: 0.2.0\nkind: announcement\nid: pact\ntitle: {en: Pact}\ntypes: [speech]\nstatus: draft\n"
        "dates:\n- {role: signed, value: '2025-07-26'}\nmeasures:\n"
        + "".join(
            f"- {{instrument: a, action: sign, stage: signed, modality: {modality}{date}}}\n"
            for modality, date in measures
        )
        + "instruments:\n- {id: a, type: law, name: {en: A}}\n"
    )
    rows = communique.tables(communique.load(tmp_path))["measures"]
    assert [(row["day"], row["day_basis"], row["day_competes"]) for row in rows] == [
        (None, None, None),
        (None, None, None),
        ("2025-07-26", "announcement", False),
        ("2025-07-26", "announcement", False),
    ]


def contents(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_the_same_input_gives_the_same_bytes(run: Run, tmp_path: Path) -> None:
    for name in ("one", "two"):
        assert run("export", CORPUS, "--to", tmp_path / name).returncode == 0
    assert contents(tmp_path / "one") == contents(tmp_path / "two")
    manifest = json.loads((tmp_path / "one" / "manifest.json").read_text())
    listed = {entry["path"]: entry["sha256"] for entry in manifest["files"]}
    assert listed == {name: digest for name, digest in contents(tmp_path / "one").items() if name != "manifest.json"}


def test_invalid_records_publish_nothing_and_leave_the_old_export(run: Run, tmp_path: Path, corpus_copy: Path) -> None:
    to = tmp_path / "out"
    assert run("export", corpus_copy, "--to", to).returncode == 0
    before = contents(to)
    path = corpus_copy / "2025" / RECORD.name
    path.write_text(path.read_text(encoding="utf-8").replace("status: reviewed", "status: revewed"), encoding="utf-8")
    done = run("export", corpus_copy, "--to", to)
    assert (done.returncode, done.stdout) == (1, "")
    assert "CQ208" in done.stderr and "Nothing was exported" in done.stderr
    assert contents(to) == before
    assert run("export", corpus_copy, "--to", tmp_path / "new").returncode == 1
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("spoiler", ["notes.xlsx", "csv/mine.csv"])
def test_files_of_others_are_never_replaced(spoiler: str, run: Run, tmp_path: Path) -> None:
    to = tmp_path / "out"
    assert run("export", CORPUS, "--to", to).returncode == 0
    (to / spoiler).write_text("mine")
    before = contents(to)
    done = run("export", CORPUS, "--to", to, "--format", "json")
    assert done.returncode == 2 and spoiler in done.stderr
    assert contents(to) == before


def test_a_failing_write_leaves_the_old_export(corpus: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    to = tmp_path / "out"
    communique.export(corpus, "json", to)
    before = contents(to)
    write = Path.write_bytes
    written: list[Any] = []

    def full_disk(self: Path, data: bytes) -> int:
        written.append(self)
        if len(written) > 3:
            raise OSError(28, "No space left on device")
        return write(self, data)

    monkeypatch.setattr(Path, "write_bytes", full_disk)
    with pytest.raises(ExportError, match="No space left"):
        communique.export(corpus, ["csv"], to)
    assert contents(to) == before
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_an_unknown_format_is_refused(corpus: Corpus, tmp_path: Path, run: Run) -> None:
    with pytest.raises(ExportError, match="xls"):
        communique.export(corpus, "xls", tmp_path / "out")
    assert run("export", CORPUS, "--to", tmp_path / "out", "--format", "xls").returncode == 2


def test_texts_has_every_language(corpus: Corpus) -> None:
    rows = [row for row in communique.tables(corpus)[TEXTS] if row["parent_key"] == "cn"]
    assert {(row["language"], row["text"]) for row in rows} == {("en", "China"), ("zh-Hans", "中国")}
