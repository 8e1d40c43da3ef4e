"""Versions that can be trusted: old records stay valid, and move on without losing a byte that need not change."""

from __future__ import annotations

import json
import subprocess
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, assume, given, settings
from jsonschema import Draft202012Validator

import communique
from communique import schemas
from communique.api import migrate
from communique.models import SCHEMA_VERSION
from communique.reading import read_bytes
from communique.schemas.migrations import InexpressibleError, Migration, migrated, migrations, upgrade
from support.command_line import Run
from support.documents import KINDS, valid_looking
from support.folders import EXAMPLES, copied

OLDEST = schemas.versions()[0]
RELAXED = settings(deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)


@pytest.mark.parametrize("version", schemas.versions())
def test_every_published_version_has_an_example_that_stays_valid(version: str) -> None:
    files = sorted((EXAMPLES / version).rglob("*.yaml"))
    kinds = set()
    for file in files:
        data = read_bytes(file.read_bytes(), file.name).data
        assert data["schema_version"] == version
        assert Draft202012Validator(schemas.load(version, data["kind"])).is_valid(data)
        kinds.add(data["kind"])
    assert kinds == set(KINDS)
    assert communique.validate(EXAMPLES / version) == []


def test_there_is_a_way_from_each_version_to_the_next() -> None:
    steps = [(migration.older, migration.newer) for migration in migrations()]
    assert steps == list(pairwise(schemas.versions())) and schemas.versions()[-1] == SCHEMA_VERSION
    assert set(Migration.__subclasses__()) == {type(each) for each in migrations()} - {Migration}


def test_old_records_are_loaded_as_the_newest() -> None:
    old, new = communique.load(EXAMPLES / OLDEST), communique.load(EXAMPLES / SCHEMA_VERSION)
    assert old.occasions["waic-2025"].dates == new.occasions["waic-2025"].dates
    assert old.announcements["cn-waico-proposal-2025"] == new.announcements["cn-waico-proposal-2025"]


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("version", schemas.versions()[:-1])
def test_whatever_was_valid_stays_valid_and_comes_back(version: str, kind: str) -> None:
    validators = {each: Draft202012Validator(schemas.load(each, kind)) for each in (version, SCHEMA_VERSION)}
    seen = []

    @settings(RELAXED, max_examples=25)
    @given(valid_looking(kind, version))
    def check(document: Any) -> None:
        assume(validators[version].is_valid(document))
        newest = upgrade(document)
        assert validators[SCHEMA_VERSION].is_valid(newest)
        for write in (json.dumps, yaml.safe_dump, lambda data: yaml.safe_dump(data, default_flow_style=True)):
            content = write(document).encode()
            if read_bytes(content, "").data != document:
                continue  # something that our reader refuses, such as a control character
            there = migrated(content, SCHEMA_VERSION)
            assert read_bytes(there, "").data == newest
            assert migrated(there, version) == content
            seen.append(content)

    check()
    assert len(seen) > 20


@pytest.mark.parametrize("version", schemas.versions()[:-1])
def test_a_folder_there_and_back(version: str, tmp_path: Path, run: Run) -> None:
    folder = copied(EXAMPLES / version, tmp_path / "records")
    before = {path: path.read_bytes() for path in folder.rglob("*.yaml")}
    there = run("migrate", folder)
    assert (there.returncode, there.stdout) == (0, f"{len(before)} files migrated to schema {SCHEMA_VERSION}\n")
    assert run("validate", folder).stdout.startswith(f"{len(before)} files checked: no findings")
    assert all(path.read_bytes() != content for path, content in before.items())
    assert run("migrate", folder, "--to", version).returncode == 0
    assert {path: path.read_bytes() for path in folder.rglob("*.yaml")} == before


HEAD = "# Ours.\nschema_version: '0.1.0'   # named exactly\nkind: registry\nid: example\n"
WAYS = {
    "block": (
        "occasions:\n- id: a\n  name: {en: A}\n  dates: 2025-07   # a month\n  # more\n",
        "  - value: 2025-07   #",
    ),
    "quoted": ("occasions:\n  - dates: '2025'\n    id: a\n    name: {en: A}\n", "dates:\n    - value: '2025'\n"),
    "flow": ("occasions: [{id: a, name: {en: A}, dates: 2025~ }]\n", "dates: [{value: 2025~}] }]"),
    "next line": ("occasions:\n- id: a\n  name: {en: A}\n  dates:\n    '2025'\n", "dates:\n  - value: '2025'\n"),
}


@pytest.mark.parametrize(("older", "field"), [("0.2.1", "support"), ("0.2.0", "support")])
def test_the_reason_does_not_say_that_the_record_names_the_target(older: str, field: str) -> None:
    source = "sources: [{id: s, type: news, access: full_text}]\n"
    evidence = f"[{{source: s, {field}: listed}}]"
    actor = f"actors: [{{id: a, type: person, name: {{en: A}}, evidence: {evidence}}}]\n"
    content = f"schema_version: 0.3.0\nkind: registry\nid: example\n{source}{actor}".encode()
    expected = f"^schema {older} cannot express /actors/0/evidence/0/{field}: unknown field '{field}'$"
    with pytest.raises(InexpressibleError, match=expected):
        migrate(content, older)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("line_break", ["\n", "\r\n"])
def test_however_it_is_written(way: str, line_break: str) -> None:
    fields, expected = WAYS[way]
    content = (HEAD + fields).replace("\n", line_break).encode()
    result = migrate(content, "0.2.0").decode()
    assert expected.replace("\n", line_break) in result
    assert result.startswith(f"# Ours.{line_break}schema_version: '0.2.0'   # named exactly{line_break}")
    assert result.count("#") == content.decode().count("#")


def test_what_cannot_be_said_is_refused_with_the_reason() -> None:
    head = "schema_version: 0.2.0\nkind: registry\nid: example\n"
    two = "occasions:\n- id: a\n  name: {en: A}\n  dates:\n  - {value: '2025'}\n  - {value: '2026', rank: deprecated}\n"
    ranked = "occasions:\n- id: a\n  name: {en: A}\n  dates: [{value: '2025', rank: preferred}]\n"
    for dates in (two, ranked):
        with pytest.raises(InexpressibleError, match=r"0\.1\.0 cannot express /occasions/0/dates: it allows one date"):
            migrate((head + dates).encode(), "0.1.0")
    with pytest.raises(InexpressibleError, match=r"schema 0\.1\.0 cannot express /occasions/0/theme: "):
        migrate(f"{head}occasions:\n- id: a\n  name: {{en: A}}\n  theme: {{en: B}}\n".encode(), "0.1.0")


def test_a_code_that_the_older_version_lacks_is_refused_without_a_migration() -> None:
    text = "{digest: 'sha256:" + "0" * 64 + "', length: 1, normalization: nfc_cjk_unspaced}"
    source = f"sources: [{{id: s, type: news, access: full_text, text: {text}}}]\n"
    content = f"schema_version: 0.2.1\nkind: registry\nid: example\n{source}".encode()
    assert migrate(content, "0.2.1") == content
    for older in ("0.2.0", "0.1.0"):
        with pytest.raises(InexpressibleError, match=f"schema {older} cannot express /sources/0/text/normalization: "):
            migrate(content, older)


COMMENTED = {
    "between key and value": (
        "occasions:\n- id: a\n  name: {en: A}\n  dates: # told by the ministry\n    # another source\n    '2025'\n",
        "  dates: # told by the ministry\n    # another source\n  - value: '2025'\n",
    ),
    "behind the value": (
        "occasions:\n- id: a\n  dates: '2025'  # told\n  name: {en: A}\n",
        "  dates:\n  - value: '2025'  # told\n",
    ),
    "on several lines": (
        "occasions:\n- id: a\n  name: {en: A}\n  dates:  # one\n\n  # two\n    2025-07\n",
        "  dates:  # one\n\n  # two\n  - value: 2025-07\n",
    ),
    "in a flow mapping": (
        "occasions: [{id: a, name: {en: A}, dates: # told\n   '2025' # so\n  }]\n",
        "dates: # told\n   [{value: '2025'}] # so\n",
    ),
}


@pytest.mark.parametrize("way", COMMENTED)
@pytest.mark.parametrize("line_break", ["\n", "\r\n"])
def test_no_comment_is_lost_there_and_back(way: str, line_break: str) -> None:
    fields, expected = COMMENTED[way]
    content = (HEAD + fields).replace("\n", line_break).encode()
    there = migrate(content, "0.2.0")
    assert expected.replace("\n", line_break) in there.decode()
    back = migrate(there, "0.1.0")
    for result in (there, back):
        assert result.decode().count("#") == content.decode().count("#")
    assert read_bytes(back, "").data == read_bytes(content, "").data


@pytest.mark.parametrize(
    "dates",
    [
        "dates: [ # told\n    {value: '2025'}]",
        "dates: [{ # told\n    value: '2025'}]",
        "dates: [{value: # told\n    '2025'}]",
        "dates: [{value: '2025' # told\n    }]",
        "dates:\n  - value:  # told\n      '2025'",
        "dates:\n  -  # told\n    value: '2025'",
    ],
)
def test_a_comment_that_would_be_lost_is_a_reason_to_refuse(dates: str) -> None:
    head = "schema_version: 0.2.0\nkind: registry\nid: example\n"
    content = f"{head}occasions:\n- id: a\n  name: {{en: A}}\n  {dates}\n".encode()
    with pytest.raises(InexpressibleError, match=r"a comment would be lost|without changing other parts"):
        migrate(content, "0.1.0")


@pytest.mark.parametrize("version", [r'"0.1\x2e0"', r'"0\u002e1.0"', "!!str 0.1.0", "&v 0.1.0", ">-\n  0.1.0"])
def test_a_version_that_is_written_oddly_stops_no_other_file(version: str, tmp_path: Path, run: Run) -> None:
    odd = f"schema_version: {version}\nkind: registry\nid: odd\n"
    (tmp_path / "odd.yaml").write_text(odd)
    (tmp_path / "plain.yaml").write_text("schema_version: 0.1.0\nkind: registry\nid: plain\n")
    done = run("migrate", tmp_path)
    assert done.returncode == 1 and "odd.yaml: not migrated: " in done.stderr
    assert done.stdout == f"1 file migrated to schema {SCHEMA_VERSION}, 1 refused\n"
    assert (tmp_path / "odd.yaml").read_text() == odd


def test_a_record_with_errors_is_refused_and_untouched(tmp_path: Path, run: Run) -> None:
    folder = copied(EXAMPLES / OLDEST, tmp_path / "records")
    broken = folder / "registry" / "occasions.yaml"
    broken.write_text(broken.read_text().replace("series: waic\n", "serie: waic\n"))
    before = broken.read_bytes()
    done = run("migrate", folder)
    assert done.returncode == 1 and broken.read_bytes() == before
    assert done.stderr == f"{broken}: not migrated: it has errors; `communique validate {broken}` lists them\n"
    assert done.stdout == f"6 files migrated to schema {SCHEMA_VERSION}, 1 refused\n"


def test_a_dry_run_shows_a_diff_that_can_be_applied_and_writes_nothing(tmp_path: Path, run: Run) -> None:
    folder = copied(EXAMPLES / OLDEST, tmp_path / "records")
    before = {path: path.read_bytes() for path in folder.rglob("*.yaml")}
    done = run("migrate", "records", "--dry-run", cwd=tmp_path)
    assert {path: path.read_bytes() for path in folder.rglob("*.yaml")} == before
    assert done.stderr == f"{len(before)} files would be migrated to schema {SCHEMA_VERSION}\n"
    subprocess.run(["git", "apply", "-"], cwd=tmp_path, input=done.stdout.encode(), check=True)
    assert run("migrate", "records", cwd=tmp_path).stdout == f"0 files migrated to schema {SCHEMA_VERSION}\n"


def test_a_full_disk_loses_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from click.testing import CliRunner

    from communique.cli import cli

    folder = copied(EXAMPLES / OLDEST, tmp_path / "records")
    files = sorted(folder.rglob("*.yaml"))
    before = {path: path.read_bytes() for path in files}
    replace = Path.replace
    done: list[Path] = []

    def full_disk(self: Path, target: Path) -> Path:
        if len(done) == 2:
            raise OSError(28, "No space left on device")
        done.append(target)
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", full_disk)
    result = CliRunner().invoke(cli, ["migrate", str(folder)])
    assert result.exit_code == 2 and "was not changed" in result.output
    changed = [path for path in files if path.read_bytes() != before[path]]
    assert len(changed) == 2 and communique.validate(folder) == []
    assert sorted(folder.rglob("*")) == sorted({*folder.rglob("*.yaml"), *(p.parent for p in files)} - {folder})


def test_an_old_record_is_told_what_is_newer(tmp_path: Path) -> None:
    path = tmp_path / "example.yaml"
    head = "schema_version: 0.1.0\nkind: registry\nid: example\noccasions:\n- id: a\n  name: {en: A}\n"
    path.write_text(head + "  theme: {en: B}\n")
    (found,) = communique.validate(path)
    assert (found.code, found.line) == ("CQ206", 7)
    assert found.message == "unknown field 'theme'; schema 0.2.0 allows it, but the record names schema 0.1.0"
    assert "write schema_version: 0.2.0" in found.help
    path.write_text(head + "  them: {en: B}\n")
    (misspelt,) = communique.validate(path)
    assert "0.2.0" not in misspelt.message
    path.write_text(head + "  dates: [{value: '2025'}]\n")
    (newer,) = communique.validate(path)
    assert newer.code == "CQ207" and "schema 0.2.0 allows it" in newer.message


OF_SOURCES = "schema_version: {}\nkind: registry\nid: example\nsources:\n"
ORIGINALS = {
    "block": (
        "- id: a\n  derived_from: b   # a copy\n  type: news\n  access: headline\n",
        "derived_from: [b]   # a copy",
    ),
    "quoted": ("- {id: a, type: news, access: headline, derived_from: 'b' }\n", "derived_from: ['b'] }"),
    "next line": ("- id: a\n  type: news\n  access: headline\n  derived_from:\n  # a copy\n    b\n", "    [b]\n"),
}


@pytest.mark.parametrize("way", ORIGINALS)
@pytest.mark.parametrize("line_break", ["\n", "\r\n"])
def test_one_original_becomes_a_list_and_comes_back(way: str, line_break: str) -> None:
    fields, expected = ORIGINALS[way]
    content = (OF_SOURCES.format("0.2.1") + fields).replace("\n", line_break).encode()
    result = migrate(content, "0.3.0")
    assert expected.replace("\n", line_break) in result.decode()
    assert read_bytes(result, "").data["sources"][0]["derived_from"] == ["b"]
    assert migrate(result, "0.2.1") == content


@pytest.mark.parametrize("written", ["[ b ]", "\n  - b", "\n  - source: b", "[{source: b}]", "\n    - 'b' # a copy"])
def test_a_list_of_one_original_goes_back(written: str) -> None:
    fields = f"- id: a\n  type: news\n  access: headline\n  derived_from: {written}\n"
    result = migrate((OF_SOURCES.format("0.3.0") + fields).encode(), "0.2.1")
    assert read_bytes(result, "").data["sources"][0]["derived_from"] == "b"


@pytest.mark.parametrize("written", ["[b, c]", "[{source: b, confidence: likely}]", "[]"])
def test_more_than_one_original_does_not_go_back(written: str) -> None:
    fields = f"- {{id: a, type: news, access: headline, derived_from: {written}}}\n"
    with pytest.raises(InexpressibleError, match="cannot express /sources/0/derived_from: it allows one source"):
        migrate((OF_SOURCES.format("0.3.0") + fields).encode(), "0.2.1")
