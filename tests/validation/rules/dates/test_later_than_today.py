"""Days that have not come."""

from __future__ import annotations

from datetime import date

import pytest

from support.reviewed_record import HEAD, findings, found, source, whole


@pytest.mark.parametrize(
    ("fields", "pointer"),
    [
        (source("published: '2062-01-13'"), "/sources/0/published"),
        (source("published: '2026-12'"), "/sources/0/published"),
        (source("published: '206X'"), "/sources/0/published"),
        (source("retrieved: '2027-01-14'"), "/sources/0/retrieved"),
        (source("published: '2026-11-27', retrieved: '2026-11-27'"), None),
        (source("published: '2026', retrieved: '2026-11'"), None),
        ("revisions:\n- {date: '2206-01-15', change: created, by: me, reason: First.}\n", "/revisions/0/date"),
        ("revisions:\n- {date: '2026-11-27', change: created, by: me, reason: First.}\n", None),
        ("dates:\n- {role: announced, value: '2025'}\n- {role: deadline, value: '2206-01-15'}\n", None),
    ],
)
def test_days_that_have_not_come(fields: str, pointer: str | None) -> None:
    assert found(fields) == ([("later-than-today", "warning", pointer)] if pointer else [])


def test_a_dataset_that_covers_the_future() -> None:
    text = (
        f"{HEAD}kind: dataset\nid: dataset\ntitle: {{en: All}}\nlicence: CC0-1.0\ncreators: [{{name: Me}}]\n"
        "version: 0.1.0\ncoverage: {as_of: '2062-06-30'}\nlanguages: [en]\n"
    )
    assert whole(text, "dataset.yaml") == [("later-than-today", "warning", "/coverage/as_of")]


def test_a_revision_that_lies_ahead_makes_nothing_past() -> None:
    revisions = "revisions:\n- {date: '2206-01-15', change: created, by: me, reason: First.}\n"
    fields = revisions + "dates:\n- {role: held, value: '2027-03-01'}\n"
    told = [(finding.name, finding.message) for finding in findings(fields)]
    assert ("future-date-not-scheduled", "held on 2027-03-01 is stated as a fact, but today is 2026-11-26") in told
    assert "future-date-not-scheduled" not in [finding.name for finding in findings(fields, date(2027, 3, 1))]
