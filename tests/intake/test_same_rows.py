"""A row that was corrected is that of the record which was made of it, or a finding; never a second record."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from communique.authoring.confirmation import unconfirmed
from communique.models import SCHEMA_VERSION
from support.command_line import Run

HEAD = "Title,Date,Who,Status,Link\n"
ROWS = "A plan,2025-07-26,Ruritania,open,https://example.org/a\nA pact,2024-01-02,,open,https://example.org/b\n"


def imported(run: Run, folder: Path, text: str, *more: str, head: str = HEAD) -> tuple[int, str]:
    (folder / "a.csv").write_text(head + text, encoding="utf-8")
    done = run("import", "a.csv", "--as", "sheet", "--to", "in", "--source-type", "news", *more, cwd=folder)
    return done.returncode, done.stdout + done.stderr


def records(folder: Path) -> dict[str, str]:
    return {path.stem: path.read_text(encoding="utf-8") for path in (folder / "in").rglob("*.yaml")}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("2025-07-26", "2025-07-28"),
        ("example.org/a", "example.org/c"),
        ("A plan", "A larger plan"),
        ("open,https://example.org/a", "done,https://example.org/a"),
    ],
)
def test_a_corrected_cell_is_corrected_in_its_record(run: Run, tmp_path: Path, before: str, after: str) -> None:
    assert imported(run, tmp_path, ROWS)[0] == 0
    corrected = ROWS.replace(before, after)
    code, said = imported(run, tmp_path, corrected)
    assert (code, "0 announcements new, 2 known, 1 changed" in said) == (0, True), said
    found = records(tmp_path)
    assert found.keys() == {"plan-2025", "pact-2024"}
    assert after.partition(",")[0] in found["plan-2025"]
    assert len(unconfirmed(found["plan-2025"])) == 4
    assert " changed;" not in imported(run, tmp_path, corrected)[1]
    assert records(tmp_path) == found


CORRECTED = ROWS.replace("example.org/a", "example.org/c")


def urls(text: str) -> list[str]:
    return [each["url"] for each in yaml.safe_load(text).get("sources", ())]


def test_a_link_that_was_corrected_takes_the_place_of_the_old_one(run: Run, tmp_path: Path) -> None:
    assert imported(run, tmp_path, ROWS)[0] == 0
    assert imported(run, tmp_path, CORRECTED)[0] == 0
    assert urls(records(tmp_path)["plan-2025"]) == ["https://example.org/c"]
    assert imported(run, tmp_path, CORRECTED.replace("https://example.org/c", ""))[0] == 0
    assert urls(records(tmp_path)["plan-2025"]) == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("SOURCE(.*)  # confirm", r"SOURCE\1"),
        ("access: not_read", "access: excerpt"),
        ("value: '2025-07-26'}", "value: '2025-07-26', evidence: [SOURCE]}"),
    ],
)
def test_an_old_link_that_somebody_used_is_a_finding(run: Run, tmp_path: Path, before: str, after: str) -> None:
    assert imported(run, tmp_path, ROWS)[0] == 0
    path = tmp_path / "in" / "2025" / "plan-2025.yaml"
    text = path.read_text(encoding="utf-8")
    source = yaml.safe_load(text)["sources"][0]["id"]
    edited = re.sub(before.replace("SOURCE", source), after.replace("SOURCE", source), text)
    assert edited != text
    path.write_text(edited, encoding="utf-8")
    code, said = imported(run, tmp_path, CORRECTED)
    assert (code, path.read_text(encoding="utf-8")) == (1, edited), said
    assert f"does not name the page of {source}" in said
    path.write_text(re.sub("links: [0-9a-f']+", "links: '-'", edited), encoding="utf-8")
    assert imported(run, tmp_path, CORRECTED)[0] == 0
    assert urls(records(tmp_path)["plan-2025"]) == ["https://example.org/a", "https://example.org/c"]


def test_an_old_link_that_another_record_cites_is_a_finding(run: Run, tmp_path: Path) -> None:
    assert imported(run, tmp_path, ROWS)[0] == 0
    source = yaml.safe_load(records(tmp_path)["plan-2025"])["sources"][0]["id"]
    path = tmp_path / "in" / "2024" / "pact-2024.yaml"
    edited = path.read_text(encoding="utf-8").replace("'2024-01-02'}", f"'2024-01-02', evidence: [{source}]}}")
    path.write_text(edited, encoding="utf-8")
    before = records(tmp_path)
    assert source in before["pact-2024"]
    assert imported(run, tmp_path, CORRECTED)[0] == 1
    assert records(tmp_path) == before


def test_a_source_of_the_curator_stays_whatever_the_row_says(run: Run, tmp_path: Path) -> None:
    assert imported(run, tmp_path, ROWS)[0] == 0
    path = tmp_path / "in" / "2025" / "plan-2025.yaml"
    own = "sources:\n- {id: mine, type: news, url: 'https://example.org/mine', access: not_read}  # confirm\n"
    path.write_text(path.read_text(encoding="utf-8").replace("sources:\n", own), encoding="utf-8")
    assert imported(run, tmp_path, CORRECTED)[0] == 0
    assert urls(records(tmp_path)["plan-2025"]) == ["https://example.org/mine", "https://example.org/c"]


def test_a_renamed_column_makes_no_second_records(run: Run, tmp_path: Path) -> None:
    assert imported(run, tmp_path, ROWS)[0] == 0
    (tmp_path / "a.mapping.toml").unlink()
    assert "2 known, 2 changed" in imported(run, tmp_path, ROWS, head=HEAD.replace("Status", "State"))[1]
    assert {"State: open" in each for each in records(tmp_path).values()} == {True}


def test_a_row_that_may_be_another_one_is_a_finding(run: Run, tmp_path: Path) -> None:
    assert imported(run, tmp_path, ROWS)[0] == 0
    before = records(tmp_path)
    other = "A plan,2026-02-03,,,https://example.org/other\n"
    code, said = imported(run, tmp_path, other + ROWS.partition("\n")[2])
    assert code == 1
    assert "row 2 may be that of plan-2025, which an earlier import made: the same title" in said
    assert records(tmp_path) == before
    key = said.partition("write the key ")[2].partition(" ")[0]
    path = tmp_path / "in" / "2025" / "plan-2025.yaml"
    path.write_text(
        path.read_text("utf-8").replace(yaml.safe_load(before["plan-2025"])["extensions"]["sheet"]["key"], key)
    )
    assert "1 changed" in imported(run, tmp_path, other + ROWS.partition("\n")[2])[1]
    assert "2026-02-03" in records(tmp_path)["plan-2025"]


def test_a_row_is_known_by_an_id_that_its_record_has(run: Run, tmp_path: Path) -> None:
    head = HEAD.replace("Title", "Nr,Title")
    numbered = "".join(f"{number},{row}\n" for number, row in enumerate(ROWS.splitlines(), 1))
    assert imported(run, tmp_path, numbered, head=head)[0] == 0
    mapping = tmp_path / "a.mapping.toml"
    mapping.write_text(mapping.read_text("utf-8").replace('"Nr" = "?"', '"Nr" = "id"'), encoding="utf-8")
    code, said = imported(run, tmp_path, numbered.replace("A plan", "A larger plan"), head=head)
    assert (code, "0 announcements new, 2 known, 2 changed" in said) == (0, True), said
    code, said = imported(run, tmp_path, numbered.replace("A plan,2025", "No plan,2023"), head=head)
    assert (code, "0 announcements new, 2 known, 1 changed" in said) == (0, True), said


def test_an_actor_that_is_defined_later_gets_its_role(run: Run, tmp_path: Path) -> None:
    assert imported(run, tmp_path, ROWS)[0] == 0
    actor = "{id: ruritania, type: company, name: {en: Ruritania}}"
    registry = (
        f"schema_version: {SCHEMA_VERSION}\nkind: registry\nid: actors\ntitle: {{en: Actors}}\nactors:\n- {actor}\n"
    )
    (tmp_path / "in" / "actors.yaml").write_text(registry, encoding="utf-8")
    code, said = imported(run, tmp_path, ROWS)
    assert (code, "2 known, 1 changed" in said) == (0, True), said
    plan = records(tmp_path)["plan-2025"]
    assert yaml.safe_load(plan)["roles"] == [{"actor": "ruritania", "role": "announcer"}]
    assert "Who: " not in plan
    assert len(unconfirmed(plan)) == 5


def test_a_new_row_that_is_like_a_record_is_named(corpus_copy: Path, run: Run, tmp_path: Path) -> None:
    record = yaml.safe_load((corpus_copy / "2025" / "cn-waico-proposal-2025.yaml").read_text(encoding="utf-8"))
    day = next(each["value"] for each in record["dates"])
    (tmp_path / "a.csv").write_text(f"Title,Date\n{record['title']['en']},{day}\n", encoding="utf-8")
    done = run("import", tmp_path / "a.csv", "--as", "sheet", "--to", corpus_copy / "in")
    assert "row 2 may be cn-waico-proposal-2025: the same title and the same day" in done.stderr
