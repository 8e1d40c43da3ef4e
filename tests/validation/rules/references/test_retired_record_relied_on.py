"""Records that were retired, and what still rests on them."""

from __future__ import annotations

import pytest

from communique import validate
from support.linked_records import SOURCES, Write, found, record, relations


@pytest.mark.parametrize(
    ("fields", "status", "help"),
    [
        ("", "withdrawn", "delete the relation, or use a record that is not withdrawn or superseded"),
        ("replaced_by: new\n", "superseded", "use new, which replaced it"),
        ("replaced_by: middle\n", "superseded", "use new, which replaced it"),
        (
            "replaced_by: gone\n",
            "superseded",
            "delete the relation, or use a record that is not withdrawn or superseded",
        ),
        ("replaced_by: a\n", "superseded", "delete the relation: this is the record that replaced it"),
    ],
)
def test_what_to_relate_to_instead(fields: str, status: str, help: str, write: Write) -> None:
    folder = write(
        a=record("a", relations("amends old")),
        old=record("old", fields, status=status),
        middle=record("middle", "replaced_by: new\n", status="superseded"),
        new=record("new"),
        gone=record("gone", status="withdrawn"),
        sources=SOURCES,
    )
    findings = [each for each in validate(folder) if each.pointer == "/relations/0/target"]
    assert [(each.name, each.severity, each.help) for each in findings] == [
        ("retired-record-relied-on", "warning", help)
    ]


def test_retired_records_may_rest_on_each_other(write: Write) -> None:
    folder = write(
        a=record("a", relations("amends b"), status="withdrawn"),
        b=record("b", "replaced_by: c\n", status="superseded"),
        c=record("c", relations("amends b rank: deprecated, note: No.")),
        sources=SOURCES,
    )
    assert found(folder) == []


def test_the_record_that_took_its_place_counts(write: Write) -> None:
    folder = write(
        a=record("a", "replaced_by: b\n", status="superseded"), b=record("b", status="withdrawn"), sources=SOURCES
    )
    assert found(folder) == [("a", "retired-record-relied-on", "/replaced_by")]


def test_what_retired_records_said_goes_round_nowhere(write: Write) -> None:
    folder = write(
        a=record("a", relations("amends b"), status="withdrawn"),
        b=record("b", relations("amends a"), status="withdrawn"),
        sources=SOURCES,
    )
    assert found(folder) == []


def test_no_inverse_is_asked_of_a_retired_record(write: Write) -> None:
    folder = write(a=record("a", relations("same_event b")), b=record("b", status="withdrawn"), sources=SOURCES)
    assert [name for _, name, _ in found(folder)] == ["retired-record-relied-on"]
