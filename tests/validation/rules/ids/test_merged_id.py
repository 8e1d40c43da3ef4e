"""Ids that were merged into others."""

from __future__ import annotations

from pathlib import Path

import pytest

from communique import validate
from support.command_line import Run
from support.linked_records import ROLE, SOURCES, Write, found, only, record, registry

MFA = "actors:\n- {id: cn-mfa, former_ids: [china-mfa], type: group, name: {en: Ministry}}\n"


def test_a_merged_id_is_one_finding_and_is_fixed(write: Write, run: Run) -> None:
    text = record("a", ROLE.format("china-mfa") + "note: china-mfa\n")
    folder = write(a=text, registry=registry("registry", MFA), sources=SOURCES)
    finding = only(folder)
    assert (finding.name, finding.severity, finding.pointer) == ("merged-id", "error", "/roles/0/actor")
    assert (finding.message, finding.help) == ("china-mfa was merged into cn-mfa", "write cn-mfa")
    assert run("validate", folder, "--fix").returncode == 0
    assert (folder / "a.yaml").read_text() == text.replace("actor: china-mfa", "actor: cn-mfa")


@pytest.mark.parametrize(("id", "written"), [("2025", '"2025"'), ("no", '"no"'), ("1e5", '"1e5"'), ("0-1", "0-1")])
def test_an_id_that_looks_like_something_else_is_fixed_in_quotes(id: str, written: str, write: Write, run: Run) -> None:
    folder = write(
        a=record("a", ROLE.format("china-mfa")),
        registry=registry("registry", MFA.replace("cn-mfa", f'"{id}"')),
        sources=SOURCES,
    )
    assert run("validate", folder, "--fix").returncode == 0
    assert f"actor: {written}," in (folder / "a.yaml").read_text()


def test_a_merged_id_of_another_kind_leads_nowhere(write: Write) -> None:
    folder = write(a=record("a", "occasion: china-mfa\n"), registry=registry("registry", MFA), sources=SOURCES)
    assert [name for _, name, _ in found(folder)] == ["dangling-reference"]


def test_a_mistake_beside_a_merged_id_sets_off_nothing_elsewhere(write: Write) -> None:
    folder = write(a=record("a", ROLE.format("china-mfa")), sources=SOURCES)
    write(registry=registry("registry", MFA.replace("type: group", "type: grup")))
    assert [(file, name) for file, name, _ in found(folder)] == [("a", "merged-id"), ("registry", "unknown-code")]
    write(registry=registry("registry", MFA.replace("en: Ministry}}", "en: 'Ministry")))
    assert [(file, name) for file, name, _ in found(folder)] == [("registry", "broken-yaml")]
    block = "actors:\n- id: cn-mfa\n  former_ids:\n  - one\n  - china-mfa\n  name: 'Minis\n"
    write(registry=registry("registry", block))
    # It has been read up to there.
    assert [(file, name) for file, name, _ in found(folder)] == [("a", "merged-id"), ("registry", "broken-yaml")]


def test_ids_are_not_used_again(write: Write) -> None:
    again = "actors:\n- {id: china-mfa, type: company, name: {en: Another}}\n"
    folder = write(one=registry("one", MFA), two=registry("two", again))
    first, second = validate(folder)
    assert (Path(first.path).stem, first.name, first.pointer) == ("one", "merged-id", "/actors/0/former_ids/0")
    assert first.message.startswith(
        "china-mfa is in former_ids, but it is still the id of the actor defined elsewhere ("
    )
    assert (Path(second.path).stem, second.name, second.pointer) == ("two", "merged-id", "/actors/0/id")
    assert second.message.startswith(
        "the id china-mfa was merged into cn-mfa, and cannot be used again ("
    ) and "one.yaml:5" in (second.message)
    # Whoever refers to it has what they name: the mistake is the definition.
    write(a=record("a", ROLE.format("china-mfa")), sources=SOURCES)
    assert [(file, name) for file, name, _ in found(folder)] == [("one", "merged-id"), ("two", "merged-id")]


def test_the_claim_and_the_definition_are_told_of_each_other(write: Write) -> None:
    folder = write(one=registry("china-mfa", ""), two=registry("two", MFA))
    (folder / "one.yaml").rename(folder / "china-mfa.yaml")
    definition, claim = validate(folder)
    assert (Path(definition.path).stem, definition.pointer) == ("china-mfa", "/id")
    assert definition.message.startswith("the id china-mfa was merged into cn-mfa, and cannot be used again (")
    assert (Path(claim.path).stem, claim.pointer) == ("two", "/actors/0/former_ids/0")
    assert claim.message.startswith(
        "china-mfa is in former_ids, but it is still the id of the registry defined elsewhere ("
    )


def test_an_id_is_merged_only_once(write: Write) -> None:
    folder = write(one=registry("one", MFA), two=registry("two", MFA.replace("cn-mfa", "us-mfa").replace("Min", "Sin")))
    assert found(folder) == [(name, "merged-id", "/actors/0/former_ids/0") for name in ("one", "two")]
    write(a=record("a", ROLE.format("china-mfa")), sources=SOURCES)
    first, *_ = validate(folder)
    assert (first.help, first.replacement) == ("write cn-mfa or us-mfa", "")


def test_no_id_is_merged_into_itself(write: Write) -> None:
    finding = only(write(one=registry("one", MFA.replace("china-mfa", "cn-mfa"))))
    assert (finding.name, finding.help) == ("merged-id", "delete it from former_ids")


def test_a_merged_id_defined_twice_is_told_both_ways_once(write: Write) -> None:
    twice = (
        "actors:\n- {id: china-mfa, type: company, name: {en: A}}\n- {id: china-mfa, type: company, name: {de: B}}\n"
    )
    folder = write(one=registry("one", MFA), two=registry("two", twice))
    assert found(folder) == [
        ("one", "merged-id", "/actors/0/former_ids/0"),
        ("two", "merged-id", "/actors/0/id"),
        ("two", "duplicate-id", "/actors/1/id"),
    ]
