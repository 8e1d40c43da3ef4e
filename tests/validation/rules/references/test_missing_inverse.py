"""Relations that both sides have to state."""

from __future__ import annotations

import pytest

from support.linked_records import SOURCES, Write, found, only, record, relations


@pytest.mark.parametrize(
    ("one", "other", "missing"),
    [
        ("same_event b", "", True),
        ("same_event b", "contrasts_with a", True),
        ("same_event b", "same_event a", False),
        ("contrasts_with b", "contrasts_with a", False),
        ("precedes b", "", True),
        ("precedes b", "follows a", False),
        ("follows b", "", False),
        ("responds_to b", "", False),
        ("same_event plan", "", False),
        ("same_event b subject: plan", "", False),
        ("same_event b rank: deprecated, note: No.", "", False),
        ("same_event b modality: denied", "", False),
    ],
)
def test_inverses(one: str, other: str, missing: bool, write: Write) -> None:
    plan = "instruments:\n- {id: plan, type: action_plan, name: {en: Plan}}\n"
    mine, theirs = relations(one), relations(other) if other else ""
    folder = write(a=record("a", mine), b=record("b", theirs), sources=SOURCES + plan)
    names = [(file, name) for file, name, _ in found(folder)]
    expected = [("a", "missing-inverse")] if missing else []
    assert names == expected + ([("b", "missing-inverse")] if other.startswith("contrasts_with") and missing else [])


def test_the_help_says_what_to_add_where(write: Write) -> None:
    folder = write(a=record("a", relations("precedes b")), b=record("b"), sources=SOURCES)
    finding = only(folder)
    added = "{type: follows, target: a, basis: RELATION_BASIS, evidence: [{source: SOURCE}]}"
    assert (finding.severity, finding.help) == ("warning", f"add it to the relations of b: - {added}")
    there = f"relations:\n- {added.replace('RELATION_BASIS', 'stated').replace('SOURCE', 'report')}\n"
    assert found(write(b=record("b", there))) == []


@pytest.mark.parametrize("modality", ["planned", "asserted"])
def test_the_relation_to_be_added_is_put_as_firmly(modality: str, write: Write) -> None:
    folder = write(a=record("a", relations(f"same_event b modality: {modality}")), b=record("b"), sources=SOURCES)
    assert f"target: a, modality: {modality}, basis: " in only(folder).help
