"""YAML on the pages for curators is what a record may hold."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
import yaml

from communique.api import inspect_content
from communique.models import SCHEMA_VERSION
from support.folders import ROOT

PAGES = (
    "docs/how-to/curator.md",
    "docs/how-to/commitments.md",
    "docs/explanation/actors.md",
    "docs/explanation/evidence.md",
    "docs/explanation/independence.md",
)
RECORD: dict[str, Any] = {
    "schema_version": SCHEMA_VERSION,
    "kind": "announcement",
    "id": "us-example-plan-2026",
    "title": {"en": "Example"},
    "types": ["other"],
    "status": "draft",
    "dates": [{"role": "announced", "value": "2026-07-26"}],
}


def schema_errors(fields: dict[str, Any]) -> list[str]:
    report = inspect_content(json.dumps({**RECORD, **fields}).encode(), "us-example-plan-2026.json")
    return [finding.code for finding in report.findings if finding.code.startswith("CQ2")]


def examples(page: str) -> list[dict[str, Any]]:
    text = (ROOT / page).read_text(encoding="utf-8")
    return [yaml.safe_load(block) for block in re.findall(r"^```yaml\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)]


@pytest.mark.parametrize("page", PAGES)
def test_fields_that_a_page_shows_have_no_schema_errors(page: str) -> None:
    assert examples(page)
    for fields in examples(page):
        # Evidence is no field of a record, but of whatever is asserted in it.
        if "evidence" in fields:
            fields = {"dates": [{**RECORD["dates"][0], **fields}]}
        assert schema_errors(fields) == []


def test_fields_with_errors_are_noticed() -> None:
    (fields,) = examples("README.md")
    assert schema_errors(fields) == ["CQ208", "CQ209"]


def test_each_due_day_in_the_table_of_the_page_is_one() -> None:
    text = (ROOT / "docs/how-to/commitments.md").read_text(encoding="utf-8")
    cells = [yaml.safe_load(cell)["due"] for cell in re.findall(r"^\| .* \| `(due: .*)` \|$", text, re.MULTILINE)]
    assert len(cells) == 7
    for due in cells:
        commitment = {"id": "x", "kind": "promise", "by": ["cn"], "text": {"en": "Write."}, "due": due}
        assert schema_errors({"commitments": [commitment]}) == []
