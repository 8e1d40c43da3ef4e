"""Entries of a baseline."""

from __future__ import annotations

import json
from pathlib import Path

DATASET = (
    "schema_version: 0.2.0\nkind: dataset\nid: dataset\ntitle: {en: All}\nlicence: CC0-1.0\n"
    "creators: [{name: Somebody}]\nversion: 0.1.0\ncoverage: {as_of: '2026-11-24'}\nlanguages: [en]\n"
)
SOURCES = (
    "schema_version: 0.2.0\nkind: registry\nid: sources\nsources:\n- {id: report, type: news, access: full_text}\n"
)
PLAN = (
    "schema_version: 0.2.0\nkind: announcement\nid: {id}\ntitle: {{en: {id}}}\ntypes: [speech]\nstatus: reviewed\n"
    "unknown:\n- {{field: roles, reason: not_stated}}\n"
    "dates:\n- {{role: announced, value: '2025-07-25', as_stated: Saturday, evidence: [{{source: report}}]}}\n"
)
WRONG_DAY = "CQ402"


def entries(path: Path) -> list[tuple[str, str]]:
    return [(each["record"], each["code"]) for each in json.loads(path.read_text())["findings"]]


ALL = [("one", WRONG_DAY), ("three", WRONG_DAY), ("two", WRONG_DAY)]
