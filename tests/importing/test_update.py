"""A colleague edits an exported workbook, and the edits come back into the records."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from random import Random
from typing import Any

import pytest
import yaml

import communique
from communique import importing
from communique.corpus.corpus import Corpus
from communique.exporting.tables import plans
from communique.files.atomic_write import WriteError, replace_files
from communique.importing.stated_columns import owner_columns, stated_columns
from communique.importing.table_files import READ_TABLES
from communique.importing.updating import Update, propose
from communique.models import SAME_STRUCTURE, SCHEMA_VERSION
from support.command_line import Run
from support.edited_workbook import EditedWorkbook
from support.folders import CORPUS, EXAMPLES, ROOT, copied

BILL = "example-bill-2026"
FILE = Path("2026", f"{BILL}.yaml")
Edit = Callable[[EditedWorkbook], None]


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return communique.load(CORPUS)


@pytest.fixture(scope="module")
def workbook(corpus: Corpus, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The workbook of the small corpus, without the sheets that are not read back, which take time."""
    folder = tmp_path_factory.mktemp("export")
    communique.export(corpus, "xlsx", folder)
    book = EditedWorkbook(folder / "corpus.xlsx")
    for name in {*book.book.sheetnames} - {*READ_TABLES, "About", "timeline"}:
        del book.book[name]
    return book.save(folder / "corpus.xlsx")


@pytest.fixture
def propose_after(corpus: Corpus, workbook: Path, tmp_path: Path) -> Callable[[Edit], Update]:
    """What an edit would change. Files are named from the folder of the corpus."""

    def proposed(edit: Edit) -> Update:
        book = EditedWorkbook(workbook)
        edit(book)
        return propose(corpus, book.save(tmp_path / "edited.xlsx"))

    return proposed


def lines_of(update: Update) -> list[tuple[str, str, Any, Any]]:
    return [
        (each.change.kind, each.pointer, each.change.old, each.change.new)
        for file in update.files
        for each in file.differences
    ]


def data(update: Update) -> Any:
    (file,) = update.files
    return yaml.load(file.after, Loader=yaml.CSafeLoader)


def test_a_record_in_a_version_of_other_words_is_updated(workbook: Path, tmp_path: Path) -> None:
    corpus = communique.load(EXAMPLES / SAME_STRUCTURE[0])
    book = EditedWorkbook(workbook)
    book.set("announcements", book.first("announcements", BILL), note="Another note.")
    (file,) = propose(corpus, book.save(tmp_path / "edited.xlsx")).files
    assert not file.refused
    text = file.after.decode()
    assert f"schema_version: {SAME_STRUCTURE[0]}\n" in text and "note: Another note." in text


@pytest.mark.slow
def test_a_workbook_that_nobody_edited_changes_nothing(corpus: Corpus, tmp_path: Path) -> None:
    communique.export(corpus, "xlsx", tmp_path)
    assert propose(corpus, tmp_path / "corpus.xlsx") == Update([], [])


def test_edits_become_changes_of_the_files(propose_after: Callable[[Edit], Update]) -> None:
    """Of each kind one: a cell is edited, filled or emptied, a row is deleted or added, a text in any language."""

    def edit(book: EditedWorkbook) -> None:
        row = book.row("dates", announcement_id=BILL, value="2026-03-03", role="submitted")
        book.set("dates", row, note="The day of the page, it seems.", confidence="likely")
        book.set("announcements", book.row("announcements", id=BILL), url=None, title="A bill")
        book.add("texts", record_id=BILL, parent_table="announcements", parent_key=BILL, field="title", language="fr",
                 text="Un projet")  # fmt: skip
        book.set("money", book.row("money", announcement_id=BILL, amount=200_000_000_000), amount=1.5)
        book.delete("roles", book.row("roles", announcement_id=BILL, role="licensee"))

    update = propose_after(edit)
    assert update.is_possible
    found = {pointer: (kind, old, new) for kind, pointer, old, new in lines_of(update)}
    assert found.pop("/roles/4")[0] == "removed"
    assert found == {
        "/dates/2/note": ("changed", "The day of the page.", "The day of the page, it seems."),
        "/dates/2/confidence": ("added", None, "likely"),
        "/url": ("removed", "https://example.org/bills/1", None),
        "/title/en": ("changed", "A made-up bill goes before a made-up assembly", "A bill"),
        "/title/fr": ("added", None, "Un projet"),
        "/money/0/amount": ("changed", 200_000_000_000, 1.5),
    }
    (file,) = update.files
    old, new = file.before.decode().split("\n"), file.after.decode().split("\n")
    assert set(new) - set(old) == {
        "title: {en: A bill, fr: Un projet}",
        "  note: The day of the page, it seems.",
        "  confidence: likely",
        "  amount: 1.5",
    }
    assert {each.origin and each.origin.path.rpartition("#")[2] for each in file.differences} == {
        None, "announcements", "dates", "texts", "money",
    }  # fmt: skip


def test_an_added_row_may_have_parts(propose_after: Callable[[Edit], Update]) -> None:
    def edit(book: EditedWorkbook) -> None:
        key = f"{BILL}/first-reading"
        book.add("dates", key=key, announcement_id=BILL, role="announced", value=datetime(2026, 3, 4), rank="normal")
        book.add("evidence", record_id=BILL, parent_table="dates", parent_key=key, position=1,
                 source_id="example-herald")  # fmt: skip
        book.add("dates", announcement_id=BILL, role="signed", value=2027, note="No key, no evidence.")

    update = propose_after(edit)
    assert update.is_possible
    assert data(update)["dates"][-2:] == [
        {"id": "first-reading", "role": "announced", "value": "2026-03-04", "evidence": ["example-herald"]},
        {"role": "signed", "value": "2027", "note": "No key, no evidence."},
    ]


def test_order_and_what_is_missing_change_nothing(propose_after: Callable[[Edit], Update]) -> None:
    def edit(book: EditedWorkbook) -> None:
        for name in ("dates", "evidence", "definitions", "announcement_types"):
            rows = list(book.book[name].iter_rows(min_row=2, values_only=True))
            for number, row in enumerate(reversed(rows), start=2):
                book.set(name, number, **dict(zip(book.columns(name), row, strict=True)))
        del book.book["roles"]
        book.book["dates"].delete_cols(book.columns("dates")["note"])

    assert propose_after(edit) == Update([], [])


def test_what_cannot_be_edited_is_an_error(propose_after: Callable[[Edit], Update]) -> None:
    cases: list[tuple[str, str, Any, str]] = [
        ("dates", "sources_at_least", 7, "sources_at_least is computed, and cannot be edited"),
        ("dates", "value_earliest", datetime(2020, 1, 2), "value_earliest is computed, and cannot be edited"),
        ("announcements", "day", datetime(2020, 1, 3), "day is computed, and cannot be edited"),
        ("dates", "announcement_id", "cn-waico-proposal-2025", "announcement_id says where the row belongs"),
        ("votes", "key", f"{BILL}/0123456789ab", f"no row has the key '{BILL}/0123456789ab'"),
        ("money", "amount", "many", "found 'many', expected a number"),
        ("dates", "note", "=1+1", "found a formula"),
        ("dates", "value", datetime(2026, 3, 1), "found the day 2026-03-01"),
        ("dates", "as_stated", "x" * 32_767, "found a text that fills the cell"),
        ("announcements", "title", None, "the text and its language can only be changed"),
        ("timeline", "title", "Another title", "title is computed, and cannot be edited"),
        ("money", "colour", "red", "money: unknown column 'colour'"),
    ]
    row = {"dates": f"{BILL}/deadline-in-america"}

    def edit(book: EditedWorkbook) -> None:
        book.book["money"].cell(1, book.book["money"].max_column + 1).value = "colour"
        for sheet, column, value, _ in cases:
            number = book.row(sheet, key=row[sheet]) if sheet in row else book.first(sheet, BILL)
            book.set(sheet, number, **{column: value})
        book.set("registries", 2, id="another")
        values = next(book.book["relations"].iter_rows(min_row=2, max_row=2, values_only=True))
        book.add("relations", **dict(zip(book.columns("relations"), values, strict=True)))

    update = propose_after(edit)
    found = "\n".join(finding.message for finding in update.findings)
    assert not update.is_possible
    assert [message for *_, message in cases if message not in found] == []
    for message in ("there is no record 'another' here", "the row of the record", "a second row with the key"):
        assert message in found
    assert {finding.line for finding in update.findings} > {1, 2}


def updated(records: Path, workbook: Path, edit: Edit, to: Path) -> Update:
    """What an edit would change in these records, which may be others than those of the workbook."""
    book = EditedWorkbook(workbook)
    edit(book)
    return propose(communique.load(records), book.save(to / "edited.xlsx"))


def edit_url(book: EditedWorkbook) -> None:
    book.set("announcements", book.row("announcements", id="cn-waico-proposal-2025"), url="https://example.org/waico")


def edit_date(book: EditedWorkbook) -> None:
    book.set("dates", book.row("dates", key=f"{BILL}/deadline-in-america"), confidence="likely")


def replace_in_bill(records: Path, old: str, new: str) -> None:
    path = records / FILE
    assert old in path.read_text()
    path.write_text(path.read_text().replace(old, new))


def test_records_that_changed_since_the_export(workbook: Path, corpus_copy: Path, tmp_path: Path) -> None:
    """A key is made from the content, so the row of the old content has a key that no row has."""
    replace_in_bill(corpus_copy, "value: '2026-03-03'\n  rank", "value: '2026-03-05'\n  rank")
    update = updated(corpus_copy, workbook, edit_date, tmp_path)
    assert not update.is_possible
    assert any("the records have changed since the export" in each.help for each in update.findings)


def test_a_sheet_whose_rows_changed_since_the_export(workbook: Path, corpus_copy: Path, tmp_path: Path) -> None:
    """Otherwise what somebody else changed would be changed back."""
    replace_in_bill(corpus_copy, "url: https://example.org/bills/1", "url: https://example.org/bills/2")
    (finding,) = updated(corpus_copy, workbook, edit_url, tmp_path).findings
    assert finding.message == "announcements: its rows have changed in the records since the export"


def test_a_sheet_that_was_not_edited_is_left_out(workbook: Path, corpus_copy: Path, tmp_path: Path) -> None:
    """Two colleagues edit different sheets of one export; what the first changed has other keys afterwards."""
    replace_in_bill(corpus_copy, "note: The day of the page.", "note: The day of another page.")
    replace_in_bill(corpus_copy, "value: '2026-03-03'\n  rank", "value: '2026-03-05'\n  rank")
    assert propose(communique.load(corpus_copy), workbook) == Update([], [])

    def edit(book: EditedWorkbook) -> None:
        book.set("roles", book.row("roles", announcement_id=BILL, role="licensee"), note="The second colleague.")

    update = updated(corpus_copy, workbook, edit, tmp_path)
    assert update.is_possible
    assert lines_of(update) == [("added", "/roles/4/note", None, "The second colleague.")]


def test_a_second_run_finds_nothing_to_do(workbook: Path, corpus_copy: Path, tmp_path: Path) -> None:
    """What is computed from the edits is another than in the workbook, and rows without a key have one."""

    def edit(book: EditedWorkbook) -> None:
        row = book.row("dates", announcement_id=BILL, value="2026-03-03", role="submitted")
        book.set("dates", row, value="2026-02")
        book.set("announcements", book.first("announcements", BILL), title="A bill", status="draft")
        book.add("roles", announcement_id=BILL, actor_id="cn", role="mentioned")
        book.add("dates", announcement_id=BILL, role="signed", value=2027)

    first = updated(corpus_copy, workbook, edit, tmp_path)
    assert first.is_possible
    (corpus_copy / FILE).write_bytes(first.files[0].after)
    assert updated(corpus_copy, workbook, edit, tmp_path) == Update([], [])


def test_a_workbook_from_before_a_migration_to_other_words(workbook: Path, corpus_copy: Path, tmp_path: Path) -> None:
    def edit(book: EditedWorkbook) -> None:
        for row in range(2, book.book["announcements"].max_row + 1):
            book.set("announcements", row, schema_version=SAME_STRUCTURE[0])
        edit_url(book)

    update = updated(corpus_copy, workbook, edit, tmp_path)
    assert update.is_possible
    assert [pointer for _, pointer, *_ in lines_of(update)] == ["/url"]
    for path in corpus_copy.rglob("*.yaml"):
        path.write_text(path.read_text().replace(f"version: {SCHEMA_VERSION}", f"version: {SAME_STRUCTURE[0]}"))
    update = updated(corpus_copy, workbook, edit_url, tmp_path)
    assert update.is_possible
    assert [pointer for _, pointer, *_ in lines_of(update)] == ["/url"]


def test_an_edit_confirms_what_it_changes_as_a_whole(workbook: Path, corpus_copy: Path, tmp_path: Path) -> None:
    """A mark stays where the item has another part, and no other comment is lost."""
    replace_in_bill(corpus_copy, "types: [legislative_act, meeting]", "types: [legislative_act, meeting]  # confirm")
    replace_in_bill(corpus_copy, "- role: submitted", "- role: submitted  # confirm")

    def edit(book: EditedWorkbook) -> None:
        row = book.first("announcement_types", BILL)
        book.set("announcement_types", row, type="speech")
        book.set("announcement_types", row + 1, type="statement")
        row = book.row("dates", announcement_id=BILL, value="2026-03-03", role="submitted")
        book.set("dates", row, value="2026-02")

    update = updated(corpus_copy, workbook, edit, tmp_path)
    (file,) = update.files
    text = file.after.decode()
    assert not file.refused and "types: [speech, statement]\n" in text and "- role: submitted  # confirm\n" in text
    replace_in_bill(corpus_copy, "meeting]  # confirm", "meeting]  # as the page says  # confirm")
    (file,) = updated(corpus_copy, workbook, edit, tmp_path).files
    assert "a comment would be lost" in file.refused


def test_a_row_that_was_added_may_come_again(workbook: Path, corpus_copy: Path, tmp_path: Path) -> None:
    """Its computed cells are empty, which is no edit, and so is the rank that it has anyway."""

    def edit(book: EditedWorkbook) -> None:
        key = f"{BILL}/first-reading"
        book.add("dates", key=key, announcement_id=BILL, role="announced", value="2026-03-04")
        book.add("evidence", record_id=BILL, parent_table="dates", parent_key=key, position=1,
                 source_id="example-herald")  # fmt: skip

    first = updated(corpus_copy, workbook, edit, tmp_path)
    assert first.is_possible
    (corpus_copy / FILE).write_bytes(first.files[0].after)
    assert updated(corpus_copy, workbook, edit, tmp_path) == Update([], [])


@pytest.mark.slow
def test_a_text_that_was_cut_is_not_written_back(corpus_copy: Path, tmp_path: Path) -> None:
    path = corpus_copy / FILE
    long = "A long note. " * 4_000 + "The end."
    path.write_text(path.read_text().replace("note: The day of the page.", f"note: '{long}'"))
    corpus = communique.load(corpus_copy)
    communique.export(corpus, "xlsx", tmp_path / "out")
    exported = tmp_path / "out" / "corpus.xlsx"
    assert propose(corpus, exported) == Update([], [])
    book = EditedWorkbook(exported)
    row = book.row("dates", announcement_id=BILL, value="2026-03-03", role="submitted")
    cut = book.book["dates"].cell(row, book.columns("dates")["note"]).value
    book.set("dates", row, note=f"More. {cut}")
    (finding,) = propose(corpus, book.save(tmp_path / "b.xlsx")).findings
    assert "the text is longer than a cell" in finding.message


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_a_workbook_that_libreoffice_saved(corpus_copy: Path, tmp_path: Path) -> None:
    """It stores TRUE as a formula. All sheets are as they were exported, also beside records that changed since."""
    replace_in_bill(corpus_copy, "note: The day of the page.", f"note: '{'A long note. ' * 4_000}The end.'")
    communique.export(corpus := communique.load(corpus_copy), "xlsx", tmp_path / "out")
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "xlsx", "--outdir", str(tmp_path), "out/corpus.xlsx"]
    subprocess.run(command, check=True, capture_output=True, timeout=300, cwd=tmp_path)
    saved = tmp_path / "corpus.xlsx"
    assert "=TRUE()" in {cell.value for row in EditedWorkbook(saved).book["dates"] for cell in row}
    assert propose(corpus, saved) == Update([], [])
    (cut,) = importing.read(saved).findings
    assert "found a text that was cut by the export" in cut.message
    update = updated(corpus_copy, saved, edit_date, tmp_path)
    assert lines_of(update) == [("added", "/dates/3/confidence", None, "likely")]
    replace_in_bill(corpus_copy, "value: '2026-03-03'\n  rank", "value: '2026-03-05'\n  rank")
    assert propose(communique.load(corpus_copy), saved) == Update([], [])


def test_an_edit_is_placed_where_it_was_made(propose_after: Callable[[Edit], Update]) -> None:
    """Of a text, that is the sheet of the thing, though the text is in the sheet of texts too."""
    places: dict[str, tuple[str, int, int]] = {}

    def edit(book: EditedWorkbook) -> None:
        edits: list[tuple[str, int, str, Any]] = [
            ("announcements", book.row("announcements", id=BILL), "title", "A bill"),
            ("money", book.row("money", announcement_id=BILL, amount=200_000_000_000), "amount", 1.5),
            ("texts", book.row("texts", record_id="cn-waico-proposal-2025", field="summary"), "text", "A summary"),
        ]
        for sheet, row, column, value in edits:
            book.set(sheet, row, **{column: value})
            places[column] = (sheet, row, book.columns(sheet)[column])

    differences = [each for file in propose_after(edit).files for each in file.differences]
    found = {each.origin for each in differences if each.origin}
    assert {(each.path.rpartition("#")[2], *each.at) for each in found} == {*places.values()}
    assert len(differences) == 3


def test_a_text_without_its_language(propose_after: Callable[[Edit], Update]) -> None:
    rows: list[int] = []

    def edit(book: EditedWorkbook) -> None:
        book.add("statements", announcement_id=BILL, nature="context", text="Something was said.")
        rows.append(book.book["statements"].max_row)

    (finding,) = propose_after(edit).findings
    where = f"statements, row {rows[0]}, column text_language"
    assert finding.message == f"{where}: it is empty, expected the language of the text beside it"


# The command.


def test_the_command_writes_what_it_shows(run: Run, workbook: Path, corpus_copy: Path, tmp_path: Path) -> None:
    book = EditedWorkbook(workbook)
    book.set("dates", book.row("dates", key=f"{BILL}/deadline-in-america"), confidence="likely")
    edited, path = book.save(tmp_path / "edited.xlsx"), corpus_copy / FILE
    before = path.read_text()
    shown = run("import", "--update", edited, corpus_copy, "--dry-run")
    assert shown.returncode == 0 and path.read_text() == before
    assert "/dates/3/confidence: added likely (dates, row " in shown.stderr
    assert "\n+  confidence: likely\n" in shown.stdout and "\n-" not in shown.stdout.partition("@@")[2]
    done = run("import", "--update", edited, corpus_copy)
    assert done.returncode == 0 and done.stdout.endswith("1 file updated: 1 change\n")
    after = path.read_text().split("\n")
    assert [line for line in after if line not in before.split("\n")] == ["  confidence: likely"]


@pytest.mark.slow
def test_new_errors_refuse_the_update(run: Run, workbook: Path, corpus_copy: Path, tmp_path: Path) -> None:
    book = EditedWorkbook(workbook)
    row = book.row("dates", key=f"{BILL}/deadline-in-america")
    book.set("dates", row, confidence="sure")
    book.set("announcements", book.row("announcements", id="cn-waico-proposal-2025"), title="Another title")
    before = {path: path.read_bytes() for path in corpus_copy.rglob("*.yaml")}
    result = run("import", "--update", book.save(tmp_path / "edited.xlsx"), corpus_copy)
    assert result.returncode == 1
    row_of_date = f"dates, row {row}, column confidence: "
    assert f"edited.xlsx#dates:{row}:{book.columns('dates')['confidence']}: error CQ208 {row_of_date}" in result.stderr
    assert result.stderr.endswith("Nothing was updated; none of the edits was made (2 changes).\n")
    assert "Another title" not in result.stdout + result.stderr
    assert {path: path.read_bytes() for path in corpus_copy.rglob("*.yaml")} == before


@pytest.mark.slow
def test_a_file_that_is_no_workbook(run: Run, tmp_path: Path) -> None:
    (tmp_path / "corpus.xlsx").write_bytes(b"PK no")
    for path in (tmp_path / "corpus.xlsx", CORPUS / FILE):
        result = run("import", "--update", path, CORPUS)
        assert result.returncode == 2 and "no Excel workbook" in result.stderr and "Traceback" not in result.stderr


def test_all_files_are_written_or_none(tmp_path: Path) -> None:
    paths = [tmp_path / name for name in ("a", "b", "c")]
    for path in paths:
        path.write_bytes(b"old")
    paths[2].write_bytes(b"changed")
    with pytest.raises(WriteError, match="c has changed"):
        replace_files(dict.fromkeys(paths, (b"old", b"new")))
    assert [path.read_bytes() for path in paths] == [b"old", b"old", b"changed"]


# Any cell.


@pytest.mark.slow
def test_any_edit_is_in_the_next_export(corpus: Corpus, workbook: Path, tmp_path: Path) -> None:
    """A cell gets the value of another row of its column; what comes of it has this value, or is refused."""
    exported, made = communique.tables(corpus), 0
    for seed in range(20):
        random, book = Random(seed), EditedWorkbook(workbook)
        name = random.choice([each for each in book.book.sheetnames if each in plans()])
        column = random.choice(sorted(stated_columns(name) - owner_columns(name)) or ["position"])
        column = column if column in book.columns(name) else next(iter(book.columns(name)))
        cells = [row[column] for row in exported[name]]
        row, value = random.randrange(len(cells)), random.choice(cells)
        book.set(name, row + 2, **{column: value})
        update = propose(corpus, book.save(tmp_path / "edited.xlsx"))
        if not update.is_possible:
            continue
        folder = copied(CORPUS, tmp_path / f"records-{seed}")
        for file in update.files:
            (folder / Path(file.path).relative_to(CORPUS)).write_bytes(file.after)
        try:
            again = communique.tables(communique.load(folder))
        except communique.InvalidCorpusError:
            continue
        made += bool(update.files)
        changed = [after for before, after in zip(exported[name], again[name], strict=False) if before != after]
        assert bool(update.files) == (value != cells[row]), (seed, name, column)
        assert not update.files or any(each[column] == value for each in changed), (seed, name, column)
    assert made > 5


@pytest.mark.slow
def test_the_page_shows_what_the_command_prints(run: Run, shipped_copy: Path, tmp_path: Path) -> None:
    communique.export(communique.load(shipped_copy), "xlsx", tmp_path / "export")
    book = EditedWorkbook(tmp_path / "export" / "corpus.xlsx")
    book.set("dates", book.first("dates", "us-eo-14110-2023"), as_stated="on Monday")
    row = book.row("dates", announcement_id="cn-waico-proposal-2025", value="2025-07-26", rank="preferred")
    book.set("dates", row, confidence="verified")
    book.save(tmp_path / "edited.xlsx")
    done = run("import", "--update", "edited.xlsx", cwd=tmp_path)
    assert done.stdout in (ROOT / "docs" / "how-to" / "curator.md").read_text(encoding="utf-8")
