"""Stages that do not go with how firmly a measure is put."""

from __future__ import annotations

import pytest

from support.one_record import INSTRUMENTS, Findings


@pytest.mark.parametrize(
    ("action", "stage", "modality", "severity"),
    [
        ("establish", "in_force", "asserted", None),
        ("establish", "proposed", "planned", None),
        ("establish", "announced", "planned", None),
        ("establish", "adopted", "planned", "warning"),
        ("establish", "in_force_partially", "conditional", "warning"),
        ("establish", "in_force", "conditional", "warning"),
        ("establish", "in_force", "planned", "error"),
        ("establish", "in_force", "denied", "error"),
        ("establish", "idea", "denied", None),
        ("establish", "withdrawn", "denied", None),
        ("adopt", "rejected", "denied", None),
        ("adopt", "rejected", "planned", "warning"),
        ("adopt", "adopted", "under_consideration", "error"),
        ("sign", "signed", "planned", "warning"),
        ("sign", "adopted", "planned", None),
        ("bring_into_force", "adopted", "planned", None),
        ("bring_into_force", "in_force_partially", "planned", None),
        ("bring_into_force", "in_force", "planned", "warning"),
        ("amend", "in_force", "planned", None),
        ("amend", "in_force", "hypothetical", None),
        ("repeal", "in_force", "under_consideration", None),
        ("repeal", "repealed", "planned", "error"),
        ("revoke", "in_force", "denied", None),
        ("revoke", "repealed", "denied", "error"),
        ("fund", "lapsed", "denied", None),
        ("fund", "lapsed", "planned", "warning"),
        ("implement", "fulfilled", "planned", "warning"),
        ("propose", "proposed", "asserted", None),
        ("recommend", "idea", "asserted", None),
        ("propose", "in_force", "asserted", "warning"),
        ("recommend", "adopted", "planned", "warning"),
    ],
)
def test_stages_and_modalities(
    findings: Findings, action: str, stage: str, modality: str, severity: str | None
) -> None:
    measure = f"instrument: act, action: {action}, stage: {stage}, modality: {modality}"
    found = findings(example=f"measures:\n- {{{measure}}}\n{INSTRUMENTS}")
    expected = [("stage-contradicts-modality", severity, "/measures/0/stage")] if severity else []
    assert [(each.name, each.severity, each.pointer) for each in found] == expected


def test_a_deprecated_measure_may_contradict_itself(findings: Findings) -> None:
    measure = "instrument: act, action: adopt, stage: adopted, modality: planned, rank: deprecated, note: Muddled."
    assert findings(example=f"measures:\n- {{{measure}}}\n{INSTRUMENTS}") == []
