"""A reviewed record on a fixed day, written from a few fields, and what is found in it."""

from __future__ import annotations

from datetime import date

from communique.diagnostics.finding import Finding
from communique.models import SCHEMA_VERSION
from communique.reading import read_bytes
from communique.validation.engine import check
from communique.validation.registry import find
from communique.validation.rule_example import example_file

TODAY = date(2026, 11, 26)
HEAD = f"schema_version: {SCHEMA_VERSION}\n"
REPORT = "sources:\n- {id: report, type: news, access: full_text, title: A report}\n"
REVIEWED = (
    "status: reviewed\ntypes: [speech]\n"
    "dates:\n- {role: announced, value: '2025-07-26', evidence: [{source: report}]}\n" + REPORT
)
BY_CN = (
    "roles:\n- {actor: cn, role: announcer, evidence: [{source: report}]}\n"
    "actors:\n- {id: cn, type: country, country: CN, name: {en: China}}\n"
)
FUND = "instruments:\n- {id: fund, type: fund, name: {en: Fund}}\n"

Found = list[tuple[str, str, str]]


def findings(fields: str, today: date = TODAY) -> list[Finding]:
    rule = find("impossible-date")
    assert rule
    return list(check([read_bytes(example_file(rule, fields), "example.yaml")], today=today).findings)


def found(fields: str) -> Found:
    return [(finding.name, finding.severity, finding.pointer) for finding in findings(fields)]


def whole(text: str, name: str = "example.yaml") -> Found:
    report = check([read_bytes(text.encode(), name)], today=TODAY)
    return [(finding.name, finding.severity, finding.pointer) for finding in report.findings]


def attribute(fields: str) -> str:
    measure = "measures:\n- {instrument: fund, action: establish, stage: announced, modality: planned, attributes: "
    return f"{measure}[{{{fields}}}]}}\n{FUND}"


# Days that cannot be


def source(fields: str) -> str:
    return f"sources:\n- {{id: page, type: news, access: excerpt, title: A page, {fields}}}\n"


# Occasions


def at_summit(fields: str, occasion: str = "", outer: str = "") -> str:
    around = f"- {{id: assembly, name: {{en: Assembly}}{outer}}}\n" if outer else ""
    part = ", part_of: assembly" if outer else ""
    return f"occasion: summit\n{fields}occasions:\n- {{id: summit, name: {{en: Summit}}{part}{occasion}}}\n{around}"
