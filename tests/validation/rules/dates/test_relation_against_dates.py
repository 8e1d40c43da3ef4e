"""Relations that the days of both announcements contradict."""

from __future__ import annotations

from pathlib import Path

import pytest

from communique import validate

PAIR = "schema_version: 0.2.0\nkind: announcement\nid: {0}\ntitle: {{en: {0}}}\ntypes: [other]\nstatus: withdrawn\n"
RELATED = "relations: [{{type: {0}, target: two, basis: reported{1}}}]\n"


@pytest.mark.parametrize(
    ("type_", "more", "own", "their", "message"),
    [
        ("follows", "", "2025-07-26", "2025-09-26", "and says that it follows two, which is dated 2025-09-26"),
        ("precedes", "", "2025-09-26", "2025-07-26", "and says that it precedes two, which is dated 2025-07-26"),
        ("reaffirms", "", "2024", "2025-07-26", "and says that it reaffirms two"),
        ("fulfils", "", "2025-07-26", "2025-09-26", "and says that it fulfils two"),
        ("responds_to", "", "2025-07-26", "2025-09-26", "and says that it responds to two"),
        ("implements", "", "2025-07-26", "2025-09-26", ""),
        ("follows", ", interval: P3D", "2025-07-26", "2025-06-26", "is P30D, not P3D"),
        ("follows", ", interval: P3D", "2025-07-26", "2025-07-23", ""),
        ("follows", ", interval: P2D", "2025-07-26", "2025-07-23", ""),
        ("follows", ", interval: P1M", "2025-07-26", "2025-01-23", ""),
        ("follows", "", "2025-07-25", "2025-07-26", ""),
        ("follows", "", "2025", "2025-07-26", ""),
        ("follows", ", rank: deprecated, note: No.", "2025-07-26", "2025-09-26", ""),
        ("contrasts_with", "", "2025-07-26", "2025-09-26", ""),
    ],
)
def test_relations_and_days(type_: str, more: str, own: str, their: str, message: str, tmp_path: Path) -> None:
    day = "dates: [{{role: announced, value: '{0}'}}]\n"
    status = PAIR.replace("withdrawn", "draft")
    (tmp_path / "one.yaml").write_text(status.format("one") + day.format(own) + RELATED.format(type_, more))
    (tmp_path / "two.yaml").write_text(PAIR.format("two") + day.format(their))
    found = [each for each in validate(tmp_path) if each.code == "CQ413"]
    assert len(found) == bool(message) and all(message in each.message for each in found)
