"""How far two versions of the schema differ, and that the numbers say so."""

from __future__ import annotations

import copy
import shutil
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from jsonschema import Draft202012Validator

from communique import schemas
from communique.models import SCHEMA_VERSION
from communique.reading import read_file, record_files
from communique.schemas import comparison, publication
from communique.schemas.comparison import Level
from support.command_line import Run
from support.documents import valid_looking
from support.folders import EXAMPLES, RECORDS, ROOT

RELAXED = settings(deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
Schema = dict[str, Any]


def quantity(schema: Schema) -> Schema:
    found: Schema = schema["$defs"]["Quantity"]
    return found


CHANGES: dict[str, tuple[Level, Callable[[Schema], Any]]] = {
    "a field gone": (Level.MAJOR, lambda s: quantity(s)["properties"].pop("unit")),
    "a required field": (Level.MAJOR, lambda s: quantity(s)["required"].append("unit")),
    "a new required field": (
        Level.MAJOR,
        lambda s: (quantity(s)["properties"].update(new={"type": "string"}), quantity(s)["required"].append("new")),
    ),
    "a code gone": (Level.MAJOR, lambda s: s["$defs"]["Comparator"]["enum"].remove("about")),
    "another type": (Level.MAJOR, lambda s: quantity(s)["properties"]["value"].update(type="string")),
    "another pattern": (Level.MAJOR, lambda s: s["$defs"]["Id"].update(pattern="^[a-z]+$")),
    "a limit": (Level.MAJOR, lambda s: s["$defs"]["Line"].update(maxLength=80)),
    "a lower limit": (Level.MAJOR, lambda s: s["$defs"]["Id"].update(maxLength=50)),
    "a higher least": (Level.MAJOR, lambda s: s["properties"]["types"].update(minItems=2)),
    "distinct items": (Level.MAJOR, lambda s: s["properties"]["dates"].update(uniqueItems=True)),
    "a condition": (Level.MAJOR, lambda s: quantity(s)["allOf"].append({"if": {}, "then": {"required": ["unit"]}})),
    "another definition": (
        Level.MAJOR,
        lambda s: quantity(s)["properties"]["unit"].update({"$ref": "#/$defs/LanguageTag"}),
    ),
    "closed": (Level.MAJOR, lambda s: s["properties"]["extensions"].update(additionalProperties=False)),
    "new field": (Level.MINOR, lambda s: quantity(s)["properties"].update(new={"type": "string"})),
    "no longer required": (Level.MINOR, lambda s: quantity(s)["required"].remove("comparator")),
    "a new code": (Level.MINOR, lambda s: s["$defs"]["Comparator"]["enum"].append("roughly")),
    "a wider type": (Level.MINOR, lambda s: quantity(s)["properties"]["value"].update(type=["number", "string"])),
    "a higher limit": (Level.MINOR, lambda s: s["$defs"]["Id"].update(maxLength=200)),
    "no pattern": (Level.MINOR, lambda s: s["$defs"]["Id"].pop("pattern")),
    "fewer conditions": (Level.MINOR, lambda s: quantity(s).pop("allOf")),
    "open": (Level.MINOR, lambda s: quantity(s).update(additionalProperties=True)),
    "other words": (Level.PATCH, lambda s: quantity(s)["properties"]["unit"].update(description="Else.")),
    "another example": (Level.PATCH, lambda s: s["properties"]["title"].update(examples=[{"en": "Else"}])),
    "another definition of a code": (
        Level.PATCH,
        lambda s: s["$defs"]["Comparator"]["enumDescriptions"].__setitem__(0, "Else."),
    ),
}


@pytest.mark.parametrize("name", CHANGES)
def test_each_kind_of_change_has_its_level(name: str) -> None:
    expected, change = CHANGES[name]
    older = schemas.load(SCHEMA_VERSION, "announcement")
    newer = copy.deepcopy(older)
    change(newer)
    assert comparison.level(comparison.changes(older, newer)) == expected
    assert comparison.changes(older, older) == []


@pytest.mark.slow
def test_what_is_not_major_leaves_every_document_valid() -> None:
    older = schemas.load(SCHEMA_VERSION, "announcement")
    before, after = Draft202012Validator(older), {}
    for name, (level, change) in CHANGES.items():
        if level < Level.MAJOR:
            newer = copy.deepcopy(older)
            change(newer)
            after[name] = Draft202012Validator(newer)

    @settings(RELAXED, max_examples=15)
    @given(valid_looking("announcement"))
    def check(document: Any) -> None:
        if before.is_valid(document):
            assert [name for name, validator in after.items() if not validator.is_valid(document)] == []

    check()


@pytest.mark.parametrize(
    ("older", "newer", "level", "enough"),
    [
        ("1.0.0", "2.0.0", Level.MAJOR, True),
        ("1.0.0", "1.1.0", Level.MAJOR, False),
        ("1.0.0", "1.0.1", Level.PATCH, True),
        ("0.1.0", "0.2.0", Level.MAJOR, True),
        ("0.1.0", "0.1.1", Level.MAJOR, False),
        ("0.1.0", "0.1.1", Level.MINOR, True),
        ("0.2.0", "0.1.0", Level.PATCH, False),
        ("0.1.0", "0.1.0", None, True),
        ("0.1.0", "0.1.0", Level.PATCH, False),
    ],
)
def test_numbers(older: str, newer: str, level: Level | None, enough: bool) -> None:
    assert comparison.says_enough(older, newer, level) is enough


@pytest.mark.slow
def test_no_published_number_says_less_than_its_change() -> None:
    files = [(file, folder) for folder in (EXAMPLES, RECORDS) for file in record_files(folder)]
    records = [(file.name, read_file(file, folder).data) for file, folder in files]
    for older, newer in pairwise(schemas.versions()):
        changes = [*comparison.compare(older, newer), *comparison.replay(older, newer, records)]
        assert comparison.says_enough(older, newer, comparison.level(changes))


def test_a_number_that_says_too_little_fails(run: Run) -> None:
    done = run("schema", "diff", "0.2.0", "0.1.0", EXAMPLES)
    assert done.returncode == 1
    assert "The version number is too small: from 0.2.0 to 0.1.0 is less than a major change requires." in done.stdout
    good = run("schema", "diff", "0.1.0", "0.2.0", EXAMPLES)
    assert good.returncode == 0 and "major  Occasion.dates: was string, is array\n" in good.stdout
    assert "valid in 0.1.0, invalid in 0.2.0" in good.stdout


def test_a_sealed_version_never_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = Path(shutil.copytree(ROOT / "schemas", tmp_path / "schemas"))
    assert set(publication.sealed(folder)) <= set(schemas.versions()) and publication.differences(folder) == []
    stage = folder / "0.1.0" / "codelists" / "stage.csv"
    stage.write_bytes(stage.read_bytes() + b"new,New,Made up.,0.1.0\r\n")
    assert publication.differences(folder) == ["0.1.0/codelists/stage.csv does not match its checksum"]
    sums = folder / "0.1.0" / "SHA256SUMS"
    sums.write_text(sums.read_text().replace(sums.read_text().partition("  codelists/stage")[0][-64:], "0" * 64))
    assert any("0.1.0/SHA256SUMS does not match" in each for each in publication.differences(folder))
    monkeypatch.setattr(publication, "SCHEMA_VERSION", "0.1.0")
    with pytest.raises(publication.PublishedError, match=r"schema 0\.1\.0 is published and never changes"):
        publication.publish(folder)


def test_versions_are_printed(run: Run) -> None:
    newest = (ROOT / "schemas" / SCHEMA_VERSION / "announcement.schema.json").read_text(encoding="utf-8")
    assert run("schema").stdout == run("schema", SCHEMA_VERSION).stdout == newest
    old = (ROOT / "schemas" / "0.1.0" / "registry.schema.json").read_text(encoding="utf-8")
    assert run("schema", "0.1.0", "--kind", "registry").stdout == old
    assert run("schema", "9.9.9").returncode == 2
