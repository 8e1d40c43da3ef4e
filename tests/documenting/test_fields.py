"""``communique fields``: every field is explained, as on the pages, and whatever name people give it is answered."""

from __future__ import annotations

import json

import pytest
import yaml

from communique.documenting.field_names import UnknownFieldError, completed
from communique.documenting.field_text import explain
from communique.schemas.described import fields, objects, words
from support.command_line import Run
from support.folders import ROOT

VERSIONS = ("0.1.0", "0.2.0", "0.2.1", "0.3.0")
WIDE = 10_000


def published(version: str) -> dict[str, set[str]]:
    """The fields of each object in the published files of a version, read without the package."""
    found: dict[str, set[str]] = {}
    for kind in ("announcement", "registry", "dataset"):
        schema = json.loads((ROOT / "schemas" / version / f"{kind}.schema.json").read_text(encoding="utf-8"))
        for name, each in {kind.capitalize(): schema, **schema["$defs"]}.items():
            found[name] = set(each.get("properties", ()))
    return found


@pytest.mark.parametrize("name", objects())
def test_an_object_is_explained_with_all_of_its_fields(name: str) -> None:
    lines = explain(words(name).replace(" ", "_"), WIDE).splitlines()
    assert lines[0].endswith(" ".join(objects()[name]["description"].split()))
    for field in fields(name).values():
        at = next(at for at, line in enumerate(lines) if line.split("  ")[0] == field.name)
        assert field.meaning in lines[at]
        assert ("; Required" in lines[at + 1]) is field.required
        shown = yaml.safe_load(lines[at + 1].partition("Example: ")[2])
        assert shown == field.example


def test_a_field_names_the_version_that_brought_it() -> None:
    fields_of = {version: published(version) for version in VERSIONS}
    for name in objects():
        for field in fields(name).values():
            first = next(version for version in VERSIONS if field.name in fields_of[version].get(name, ()))
            assert field.since == first
    assert fields("Date")["time_zone"].since == "0.3.0" and fields("Date")["role"].since == "0.1.0"


def test_one_field_has_its_codes_an_example_and_the_fields_of_its_value(run: Run) -> None:
    done = run("fields", "dates")
    assert done.returncode == 0
    head, example, inside = done.stdout.split("\n\n", 3)[1:]
    assert "Required    yes" in head
    assert yaml.safe_load(example) == {"dates": fields("Announcement")["dates"].example}
    assert inside.startswith("Date: ") and "\nrole " in inside
    role = explain("announcement.dates.role", WIDE)
    assert "Codes     announced, delivered," in role and "`communique codes date_role` explains them." in role


@pytest.mark.parametrize("asked", ["role.actor", "roles.actor", "/roles/0/actor", "announcement.roles.actor"])
def test_a_path_leads_to_a_field(asked: str) -> None:
    assert explain(asked, WIDE).startswith("role.actor: The id of the actor.\n")


def test_a_name_with_several_meanings_lists_them() -> None:
    shown = explain("value", WIDE)
    assert "\ndate.value " in shown and "\nquantity.value " in shown and "Also: threshold.value" in shown
    assert "Differs in  actor.note" in explain("note", WIDE)


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("headline", "did you mean title or name or subject?"),
        ("event", "did you mean occasion?"),
        ("speakr", "did you mean speaker?"),
        ("date.rol", "date has no field 'rol'; it has id, role,"),
        ("note.x", "the field note has no fields of its own"),
        ("roles.actor.x", "role.actor is no object and has no field 'x'"),
        ("zzzz", "`communique fields` lists all objects"),
        ("..", "`communique fields` lists all objects"),
    ],
)
def test_an_unknown_name_is_answered_with_what_may_be_meant(asked: str, expected: str) -> None:
    with pytest.raises(UnknownFieldError) as raised:
        explain(asked, WIDE)
    assert expected in str(raised.value)


def test_an_object_names_the_fields_of_its_name_that_are_something_else() -> None:
    assert "\n\nFields of this name: after.date, " in explain("date", WIDE)
    assert "Fields of this name" not in explain("unknown", WIDE)


def test_the_overview_names_every_object() -> None:
    listed = {line.split("  ")[0] for line in explain(None, WIDE).splitlines()}
    assert listed >= {words(name).replace(" ", "_") for name in objects()}


@pytest.mark.parametrize("asked", [None, "announcement", "value", "dates"])
def test_lines_are_wrapped(asked: str | None) -> None:
    long = [line for line in explain(asked, 80).splitlines() if len(line) > 80]
    assert [line for line in long if " " in line.strip()] == []  # a web address is never parted


def test_names_are_completed() -> None:
    assert completed("roles.ac") == ["roles.actor"]
    assert {"statement", "statements"} <= set(completed("stat")) and completed("zzz.") == []
