"""Fields that are declared unknown and that no such object has."""

from __future__ import annotations

import pytest

from communique.models import Announcement
from support.one_record import INSTRUMENTS, Findings, Pointers


@pytest.mark.parametrize(
    ("field", "help", "word"),
    [
        ("relations", None, ""),
        ("relation", "did you mean relations?", "relations"),
        ("source", "did you mean sources?", "sources"),
        ("members", "this is the name of an attribute; move the entry to the measure", ""),
        ("xylophone", f"the nearest of {len(Announcement.model_fields)} valid fields: ", ""),
    ],
)
def test_fields_of_an_announcement_that_are_unknown(
    findings: Findings, field: str, help: str | None, word: str
) -> None:
    found = findings(example=f"unknown:\n- {{field: {field}, reason: not_stated}}\n")
    assert [finding.name for finding in found] == (["unknown-names-no-field"] if help else [])
    assert all(finding.help.startswith(help or "") and finding.replacement == word for finding in found)


@pytest.mark.parametrize(
    ("field", "right"),
    [("date", True), ("actors", True), ("members", True), ("budget", True), ("membres", False), ("published", False)],
)
def test_fields_of_a_measure_that_are_unknown(pointers: Pointers, field: str, right: bool) -> None:
    measure = f"instrument: body, action: establish, stage: proposed, modality: planned, unknown: [{{field: {field}, "
    found = pointers("unknown-names-no-field", f"measures:\n- {{{measure}reason: not_stated}}]}}\n{INSTRUMENTS}")
    assert found == ([] if right else ["/measures/0/unknown/0/field"])


@pytest.mark.parametrize(("field", "right"), [("published", True), ("authors", True), ("date", False)])
def test_fields_of_a_source_that_are_unknown(pointers: Pointers, field: str, right: bool) -> None:
    source = f"id: s, type: news, access: excerpt, unknown: [{{field: {field}, reason: not_seen}}]"
    found = pointers("unknown-names-no-field", f"sources:\n- {{{source}}}\n")
    assert found == ([] if right else ["/sources/0/unknown/0/field"])
