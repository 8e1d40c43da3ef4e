"""Definitions that nothing refers to."""

from __future__ import annotations

import pytest

from support.linked_records import DATASET, ROLE, SOURCES, Write, found, only, record, registry

LONE = "actors:\n- {id: lone, former_ids: [alone], type: person, name: {en: Lone}}\n"


def test_what_nothing_refers_to_is_told_in_a_whole_corpus_only(write: Write) -> None:
    folder = write(registry=registry("registry", LONE), a=record("a"), sources=SOURCES)
    assert found(folder) == []
    write(dataset=DATASET)
    finding = only(folder)
    assert (finding.name, finding.severity, finding.pointer) == ("unused-definition", "info", "/actors/0/id")
    write(a="kind: announcement\nid: 'a\n")
    assert "unused-definition" not in [name for _, name, _ in found(folder)]


@pytest.mark.parametrize("status", ["draft", "reviewed", "withdrawn"])
def test_a_draft_may_define_ahead(status: str, write: Write) -> None:
    folder = write(dataset=DATASET, a=record("a", LONE, status=status), sources=SOURCES)
    assert [name for _, name, _ in found(folder)] == ([] if status == "draft" else ["unused-definition"])


def test_a_reference_to_what_it_was_called_counts(write: Write) -> None:
    folder = write(dataset=DATASET, a=record("a", LONE + ROLE.format("alone")), sources=SOURCES)
    assert [name for _, name, _ in found(folder)] == ["merged-id"]


def test_definitions_that_only_sources_or_definitions_refer_to_are_used(write: Write) -> None:
    body = (
        "actors:\n- {id: part, type: group, name: {en: Part}, part_of: whole}\n"
        "- {id: whole, type: group, name: {en: Whole}}\n"
    )
    folder = write(dataset=DATASET, a=record("a", ROLE.format("part")), r=registry("r", body), sources=SOURCES)
    assert found(folder) == []
