"""``communique new --type``: valid as it is, and with what the type needs, open or closed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

import communique
from communique.api import inspect_content
from communique.authoring import template
from communique.authoring.confirmation import unconfirmed
from communique.authoring.type_needs import NEEDS
from communique.cli import cli
from communique.codelists import AnnouncementType
from communique.schemas.described import fields

PATH = Path("/nowhere/at/all.yaml")
ALWAYS = {"schema_version", "kind", "id", "title", "types", "status", "dates", "roles", "sources", "actors"}
TYPES = pytest.mark.parametrize("type", AnnouncementType)


def written(type: AnnouncementType) -> str:
    return template.skeleton("us-example-2026", PATH, type)


def opened(text: str) -> str:
    """The text with its optional lines taken in."""
    return re.sub(r"^( *)# ", r"\1", text.partition("\n")[2], flags=re.MULTILINE)


def errors(text: str) -> list[str]:
    report = inspect_content(text.encode(), "us-example-2026.yaml")
    return [f"{each.code} {each.message}" for each in report.findings if each.severity == "error"]


def test_every_type_has_its_needs() -> None:
    assert set(NEEDS) == set(AnnouncementType)
    offered = {field for needs in NEEDS.values() for field in needs.offers}
    assert offered <= set(fields("Announcement"))


@TYPES
def test_what_is_written_is_valid_as_it_is_and_with_every_optional_line(type: AnnouncementType) -> None:
    text = written(type)
    assert errors(text) == []
    assert errors(opened(text)) == []


@TYPES
def test_it_has_what_the_type_needs_and_nothing_else(type: AnnouncementType) -> None:
    needs, text = NEEDS[type], written(type)
    record = yaml.safe_load(text)
    of_turn = {"measures", "instruments"} if needs.turn else set()
    assert set(record) == ALWAYS | of_turn
    assert set(yaml.safe_load(opened(text))) - {"place"} == ALWAYS | of_turn | set(needs.offers)
    assert record["types"] == [type] and record["status"] == "draft"
    assert [each["role"] for each in record["dates"]] == ["announced", *needs.dates]
    assert [each["role"] for each in record["roles"]] == [role for role, _ in needs.roles]
    if needs.turn:
        assert record["measures"][0]["action"] == needs.turn.action
        assert record["instruments"][0]["type"] == needs.turn.instrument
    assert "example-person" not in text and "example-plan" not in text and "<<" not in text
    assert max(map(len, text.splitlines())) <= 120


@TYPES
def test_every_item_that_nobody_has_looked_at_is_marked(type: AnnouncementType) -> None:
    text = written(type)
    record = yaml.safe_load(text)
    proposed = ("dates", "roles", "measures", "actors", "instruments")
    assert len(unconfirmed(text)) == sum(len(record.get(field, ())) for field in proposed)


def test_drafts_beside_each_other_are_not_taken_for_the_same(tmp_path: Path) -> None:
    for number, type in enumerate(AnnouncementType):
        path = tmp_path / f"us-{number}-2026.yaml"
        path.write_text(template.skeleton(path.stem, path, type), encoding="utf-8")
    found = {each.code for each in communique.validate(tmp_path)}
    assert found == set()


def test_the_command_writes_the_type_and_refuses_an_unknown_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(cli, ["new", "us-example-2026", "--type", "treaty"])
    assert done.exit_code == 0, done.output
    assert yaml.safe_load(Path("us-example-2026.yaml").read_text(encoding="utf-8"))["types"] == ["treaty"]
    refused = CliRunner().invoke(cli, ["new", "us-other-2026", "--type", "tweet"])
    assert refused.exit_code == 2 and "'tweet' is not one of 'speech'" in refused.output
    near = CliRunner().invoke(cli, ["new", "us-other-2026", "--type", "exec"])
    assert near.exit_code == 2 and near.output.endswith("unknown type 'exec'; did you mean executive_act?\n")
    asked = CliRunner().invoke(cli, ["new", "us-other-2026", "--type", "executive order"])
    assert asked.exit_code == 2 and "did you mean executive_act?" in asked.output
