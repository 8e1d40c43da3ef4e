"""SARIF 2.1.0 (OASIS), for code scanning."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any
from urllib.parse import quote

from ..diagnostics.finding import Finding, Severity
from ..diagnostics.report import Report
from ..diagnostics.rule import Rule
from ..text.escaping import escape
from ..version import HOME, __version__
from .format import Format
from .json_report import dumps
from .location import fingerprints, relative
from .style import Style

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_ROOT = "%SRCROOT%"  # the name that code scanning expects
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def render(report: Report, style: Style) -> str:
    """The report as one run."""
    rules = report.rules
    numbers = {rule.code: number for number, rule in enumerate(rules)}
    run = {
        "tool": {
            "driver": {
                "name": "communique",
                "semanticVersion": __version__,
                "informationUri": HOME,
                "rules": [_rule(rule) for rule in rules],
            }
        },
        "invocations": [{"executionSuccessful": not report.internal_errors}],
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The top of the repository."}}},
        "results": [_result(finding, name, numbers[finding.code]) for finding, name in fingerprints(report.findings)],
    }
    return dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _rule(rule: type[Rule]) -> dict[str, Any]:
    text = f"{rule.reason}\n\nHow to fix: {rule.fix}"
    return {
        "id": rule.code,
        "name": "".join(part.capitalize() for part in rule.name.split("-")),
        "shortDescription": {"text": f"{rule.name.replace('-', ' ').capitalize()}."},
        "fullDescription": {"text": rule.reason},
        "help": {"text": text, "markdown": f"**Why.** {rule.reason}\n\n**How to fix.** {rule.fix}"},
        "helpUri": f"{HOME}/reference/rules/{rule.code}/",
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": [rule.subject()]},
    }


def _result(finding: Finding, fingerprint: str, number: int) -> dict[str, Any]:
    help = f"\nHelp: {_message(finding.help)}" if finding.help else ""
    region = {"startLine": finding.line, "startColumn": finding.column}
    location: dict[str, Any] = {"physicalLocation": {"artifactLocation": _artifact(finding.path), "region": region}}
    if finding.pointer:
        location["logicalLocations"] = [{"fullyQualifiedName": escape(finding.pointer), "kind": "member"}]
    return {
        "ruleId": finding.code,
        "ruleIndex": number,
        "level": _LEVELS[finding.severity],
        "message": {"text": _message(finding.message) + help},
        "locations": [location],
        "partialFingerprints": {"communiqueFinding/v1": fingerprint},
    }


def _message(text: str) -> str:
    """The text as a message string (3.11): no placeholder such as ``{0}``, and no link."""
    return escape(text).replace("{", "{{").replace("}", "}}").replace("](", "] (")


def _artifact(path: str) -> dict[str, Any]:
    near = relative(path)
    if Path(near).is_absolute():
        return {"uri": Path(near).as_uri()}
    return {"uri": quote(os.fsencode(near)), "uriBaseId": _ROOT}


FORMAT = Format("sarif", render)
