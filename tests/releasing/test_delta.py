"""The delta has every change; the notes say them in words; the version number has to say enough."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

from communique.corpus.applied_changes import applied
from communique.corpus.record_changes import Change
from communique.models import SCHEMA_VERSION
from communique.reading import read_bytes
from communique.text.pointer import Pointer
from support.folders import EXAMPLES, ROOT
from support.releases import REVISION, STATEMENT, Edit, corpus, json_lines, release, released, things, unpacked
from support.written_corpus import announcement

Json = Any


def correct(files: dict[str, Json]) -> None:
    files["a"]["dates"][0]["value"] = "2025-07-27"


def add_announcement(files: dict[str, Json]) -> None:
    files["c"] = announcement("c", title={"en": "Thanks to @someone"}) | {"schema_version": SCHEMA_VERSION}


def add_value(files: dict[str, Json]) -> None:
    files["a"]["statements"].append({**STATEMENT, "id": "second", "text": {"en": "More comes."}})


def drop_announcement(files: dict[str, Json]) -> None:
    del files["b"]


def drop_source(files: dict[str, Json]) -> None:
    files["all"]["sources"].pop()


def rename_statement(files: dict[str, Json]) -> None:
    files["a"]["statements"][0]["id"] = "scheme"


def look_further(files: dict[str, Json]) -> None:
    files["dataset"]["coverage"]["as_of"] = "2026-11-25"
    files["dataset"]["revisions"].append({**REVISION, "date": "2026-11-25", "change": "updated", "reason": "`Later`."})


ALL = (correct, add_announcement, add_value, drop_announcement, drop_source, rename_statement, look_further)


def pointer(text: str) -> Pointer:
    """The path of a JSON Pointer in these records, which have no number as a name."""
    return tuple(int(part) if part.isdigit() else part for part in text.split("/")[1:])


@pytest.fixture(scope="module")
def both(old: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The old release, and one after all edits."""
    records = corpus(tmp_path_factory.mktemp("new") / "records", *ALL, version="0.2.0")
    return old, released(tmp_path_factory.mktemp("new") / "release", records, "0.2.0", "--since", old)


def test_the_delta_makes_the_new_version_of_the_old_one(both: tuple[Path, Path], tmp_path: Path) -> None:
    old, new = (dict(things(unpacked(each, tmp_path / each.parent.name))) for each in both)
    changes = defaultdict[tuple[str, str], list[Change]](list)
    for line in json_lines(both[1] / "delta.jsonl"):
        if line["table"] == "announcements_flat":  # which is computed
            continue
        way = pointer(line["old_pointer"]), pointer(line["new_pointer"])
        changes[line["table"], line["id"]].append(Change(line["change"], *way, line["old"], line["new"]))
    made = dict(old)
    for key, found in changes.items():
        if found[0].new_pointer or found[0].old_pointer:
            made[key] = applied(old[key], found)
        elif found[0].kind == "added":
            assert key not in old
            made[key] = found[0].new
        else:
            assert made.pop(key) == found[0].old
    assert made == new


def test_each_line_says_what_changed_in_which_field(both: tuple[Path, Path]) -> None:
    lines = {(each["table"], each["id"], each["field"]): each for each in json_lines(both[1] / "delta.jsonl")}
    assert lines["announcements", "a", "dates.value"] == {
        "table": "announcements",
        "id": "a",
        "change": "changed",
        "field": "dates.value",
        "old_pointer": "/dates/0/value",
        "new_pointer": "/dates/0/value",
        "old": "2025-07-26",
        "new": "2025-07-27",
    }
    assert {key: each["change"] for key, each in lines.items()} == {
        ("announcements", "a", "dates.value"): "changed",
        ("announcements", "a", "statements.id"): "changed",
        ("announcements", "a", "statements"): "added",
        ("announcements", "b", ""): "removed",
        ("announcements", "c", ""): "added",
        ("sources", "spare", ""): "removed",
        ("datasets", "dataset", "version"): "changed",
        ("datasets", "dataset", "coverage.as_of"): "changed",
        ("datasets", "dataset", "revisions"): "added",
        ("announcements_flat", "a", "day"): "changed",
    }


def test_people_can_read_the_notes(both: tuple[Path, Path]) -> None:
    assert (
        (both[1] / "RELEASE_NOTES.md").read_text()
        == r"""## [0.2.0] - 2026-11-25

Since 0.1.0: 1 announcement added; 1 announcement and 1 dataset changed; 1 announcement and 1 source removed.

### Added

- Announcement `c`: `Thanks to @someone`

### Changed

- Announcement `a`: The first act
  - date (announced): value changed from `2025-07-26` to `2025-07-27`
  - statement (scheme): id changed from `plan` to `scheme`
  - statement (second) added: `More comes.`
- Dataset `dataset`: All
  - revision (2026-11-25) added: `` `Later`. ``
  - coverage: as of changed from `2026-11-24` to `2026-11-25`
- Computed for `a`: day changed from `2025-07-26` to `2025-07-27`

### Removed

- Announcement `b`: A \*starred\* act
- 1 source

`all-0.2.0.zip` has everything. `delta.jsonl` has each change in full.
"""
    )


@pytest.mark.parametrize(
    ("edit", "needed", "why"),
    [
        (correct, "0.1.1", "patch changes: announcements `a`: corrected; announcements_flat `a`: computed anew"),
        (look_further, "0.1.1", "patch changes: datasets `dataset`: changed"),
        (add_announcement, "0.1.1", "minor changes: announcements `c`: added"),
        (add_value, "0.1.1", "minor changes: announcements `a`: has more values"),
        (drop_source, "0.2.0", "major changes: sources `spare`: removed"),
        (rename_statement, "0.2.0", "major changes: announcements `a`, assertion `plan`: removed"),
    ],
)
def test_the_kind_of_change_asks_for_a_version(edit: Edit, needed: str, why: str, old: Path, tmp_path: Path) -> None:
    done = release("next", corpus(tmp_path / "records", edit), "--since", old)
    assert (done.stdout, done.stderr) == (f"{needed}\n", f"{why}\n")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("edit", "needed"),
    [(correct, "1.0.1"), (add_announcement, "1.1.0"), (drop_source, "2.0.0"), (lambda _: None, "1.0.0")],
)
def test_from_1_0_on_each_number_has_its_meaning(edit: Edit, needed: str, tmp_path: Path) -> None:
    stable = corpus(tmp_path / "stable", version="1.0.0")
    new = corpus(tmp_path / "new", edit, version="1.0.0")
    assert release("next", new, "--since", released(tmp_path / "first", stable, "1.0.0")).stdout == f"{needed}\n"


def test_a_version_that_says_too_little_is_refused(old: Path, tmp_path: Path) -> None:
    records = corpus(tmp_path / "records", drop_source, drop_announcement, version="0.1.1")
    done = release("0.1.1", records, "--to", tmp_path / "release", "--since", old)
    assert done.exit_code == 2 and not (tmp_path / "release").exists()
    assert done.stderr == (
        "Error: version 0.1.1 is too low: after 0.1.0, 0.2.0 is needed, because of major changes: "
        "announcements `b`: removed; sources `spare`: removed\n"
    )


def test_no_version_is_lower_than_the_last(old_records: Path, tmp_path: Path) -> None:
    later = released(tmp_path / "later", corpus(tmp_path / "records", version="0.3.0"), "0.3.0")
    done = release("0.1.0", old_records, "--to", tmp_path / "release", "--since", later)
    assert done.exit_code == 2 and "version 0.1.0 is lower than 0.3.0" in done.output


@pytest.mark.slow
def test_many_changes_are_cut_short_in_the_notes_alone(old: Path, tmp_path: Path) -> None:
    def add_many(files: dict[str, Json]) -> None:
        for number in range(120):
            files[f"n{number}"] = announcement(f"n{number}") | {"schema_version": SCHEMA_VERSION}
        files["a"]["statements"] = [
            {**STATEMENT, "id": f"s{number}", "text": {"en": f"Step {number} comes."}} for number in range(9)
        ]

    records = corpus(tmp_path / "records", add_many, version="0.2.0")
    new = released(tmp_path / "release", records, "0.2.0", "--since", old)
    notes = (new / "RELEASE_NOTES.md").read_text()
    assert notes.count("- Announcement `n") == 100 and "\n- and 20 more\n" in notes
    assert "\n  - and 4 more changes\n" in notes
    assert len(json_lines(new / "delta.jsonl")) == 120 + 10 + 1


def test_an_earlier_schema_alone_changes_nothing(tmp_path: Path) -> None:
    """As if the records of the earlier version had been exported by a program of its time."""
    version = "0.2.1"
    new = released(tmp_path / "new", EXAMPLES / version)
    old = unpacked(new, tmp_path / "unpacked")
    records = [read_bytes(path.read_bytes(), path.name).data for path in (EXAMPLES / version).rglob("*.yaml")]
    tables = defaultdict[str, list[Json]](list)
    for record in records:
        for table in ("actors", "instruments", "occasions", "sources"):
            tables[table] += record.pop(table, [])
        tables[{"registry": "registries"}.get(record["kind"], record["kind"] + "s")].append(record)
    for table, found in tables.items():
        lines = sorted(found, key=lambda each: str(each["id"]))
        (old / "jsonl" / f"{table}.jsonl").write_text("".join(f"{json.dumps(each)}\n" for each in lines))
    again = released(tmp_path / "again", EXAMPLES / version, "0.1.0", "--since", old)
    assert json_lines(again / "delta.jsonl") == []
    notes = (again / "RELEASE_NOTES.md").read_text()
    assert f"The schema is {SCHEMA_VERSION} instead of {version}; what only this changes is not listed." in notes


def test_the_page_shows_such_a_line_and_names_what_is_in_it(both: tuple[Path, Path]) -> None:
    page = (ROOT / "docs" / "how-to" / "publisher.md").read_text(encoding="utf-8")
    (shown,) = re.findall(r"^```json\n(.*)\n```$", page, re.MULTILINE)
    lines = json_lines(both[1] / "delta.jsonl")
    assert {tuple(each) for each in lines} == {tuple(json.loads(shown))}
    table = page.partition("### What is in `delta.jsonl`")[2].partition("\n\nAn item of a list")[0]
    first_cells = "".join(line.split(" | ")[0] for line in table.splitlines() if line.startswith("| `"))
    assert re.findall("`([a-z_]+)`", first_cells) == [*lines[0]]


def test_a_change_of_one_record_may_change_what_is_computed_of_another(tmp_path: Path) -> None:
    def cite_both(files: dict[str, Json]) -> None:
        files["a"]["dates"][0]["evidence"] = ["report", "spare"]

    def copy(files: dict[str, Json]) -> None:
        files["all"]["sources"][1]["derived_from"] = ["report"]

    old = released(tmp_path / "old", corpus(tmp_path / "before", cite_both))
    records = corpus(tmp_path / "after", cite_both, copy, version="0.1.1")
    new = released(tmp_path / "new", records, "0.1.1", "--since", old)
    lines = [each for each in json_lines(new / "delta.jsonl") if each["table"] == "announcements_flat"]
    assert [(each["id"], each["field"], each["old"], each["new"]) for each in lines] == [("a", "sources_at_most", 2, 1)]
    notes = (new / "RELEASE_NOTES.md").read_text()
    assert "- Computed for `a`: sources at most changed from `2` to `1`\n" in notes
