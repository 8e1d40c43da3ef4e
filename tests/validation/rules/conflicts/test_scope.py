"""Values of different scope are no conflict."""

from __future__ import annotations

from support.rule_records import Codes


def test_values_of_different_scope_do_not_compete(codes: Codes) -> None:
    fields = (
        "dates:\n- {role: applies_from, value: '2025-02-02', rank: preferred, scope: {part: Chapter I}}\n"
        "- {role: applies_from, value: '2025-08-02', rank: preferred, scope: {part: Chapter V}}\n"
    )
    assert codes(fields) == []


def test_attributes_of_different_measures_do_not_compete(codes: Codes) -> None:
    measure = (
        "- {{instrument: {0}, action: establish, stage: proposed, modality: planned, "
        "attributes: [{{name: seat, value: {1}, rank: preferred}}]}}\n"
    )
    fields = (
        "measures:\n"
        + measure.format("one", "Here")
        + measure.format("two", "There")
        + "instruments:\n- {id: one, type: body, name: {en: One}}\n- {id: two, type: body, name: {en: Two}}\n"
    )
    assert codes(fields) == []
