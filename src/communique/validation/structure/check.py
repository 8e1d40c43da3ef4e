"""Checks a document against its JSON Schema: each error is reported once, at its position."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from itertools import islice
from typing import Any

from ...reading import Document, FileFindings
from ...text.lines import Position
from ...text.pointer import Pointer
from ..json_help import is_json, worded
from .messages import StructureFinding, findings
from .newer_version import newer_version_findings
from .rules import MissingField, UnknownField
from .schema_choice import SchemaChoice
from .schema_errors import schema_errors
from .unquoted_commas import without_cut_texts

_ENVELOPE = ("kind", "schema_version")
_ENOUGH = 1_000  # schema errors of one file; fewer than these are reported


def check_structure(document: Document, choice: SchemaChoice, collected: FileFindings) -> None:
    """Report every schema error of the document."""
    for finding in newer_version_findings(document.data, choice, partial(_found, document)):
        if not _is_settled(finding, document):
            at, target = _position(finding, document), _target(finding)
            collected.drop_warnings(target)  # the error is reported instead
            help, advice = worded(finding.remedy.help, finding.remedy.advice, document)
            collected.add(finding.rule, finding.message, at, target, help, finding.remedy.replacement, advice=advice)


def _found(document: Document, data: dict[str, Any], choice: SchemaChoice) -> list[StructureFinding]:
    some = islice(
        schema_errors(data, choice.version, choice.kind, document.written, in_json=is_json(document)), _ENOUGH
    )
    every = _once(finding for error in some for finding in findings(error))
    return list(without_cut_texts(every, data, document))


def _once(found: Iterable[StructureFinding]) -> list[StructureFinding]:
    """One finding per error: the first for a value, and no missing field if a misspelt one is there."""
    kept: dict[tuple[Pointer, str], StructureFinding] = {}
    for finding in found:
        kept.setdefault((finding.pointer, finding.field), finding)
    misspelt = {(finding.pointer, finding.twin) for finding in kept.values() if finding.twin}
    return [
        finding
        for finding in kept.values()
        if finding.rule is not MissingField or (finding.pointer, finding.field) not in misspelt
    ]


def _is_settled(finding: StructureFinding, document: Document) -> bool:
    """Whether the schema choice or reading has already reported an error there."""
    field = finding.field or (finding.pointer[0] if finding.pointer else "")
    if len(finding.pointer) <= 1 and field in _ENVELOPE and finding.rule is not UnknownField:
        return True
    return any(finding.pointer[: len(node)] == node for node in document.spoiled)


def _target(finding: StructureFinding) -> Pointer:
    if finding.rule is MissingField or not finding.field:
        return finding.pointer
    return (*finding.pointer, finding.field)


def _position(finding: StructureFinding, document: Document) -> Position:
    if finding.field:
        return document.key_position(_target(finding))
    return document.value_position(finding.pointer)
