"""Checks one document: schema errors, the typed record, and the findings of the rules."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from pydantic import ValidationError

from ..corpus.corpus import Entry
from ..corpus.definitions import Definition
from ..diagnostics.finding import Severity
from ..files.paths import shown
from ..models import RECORD_KINDS, SCHEMA_VERSION
from ..reading import READING_RULES, Document, FileFindings
from ..schemas.migrations import upgrade
from .json_help import worded
from .rule import Context, RecordRule, Violation
from .rules import RULES
from .structure.check import check_structure
from .structure.rules import STRUCTURE_RULES
from .structure.schema_choice import SchemaChoice, choose_schema
from .structure.schema_errors import accepts

_FORM_CODES = frozenset(rule.code for rule in READING_RULES + STRUCTURE_RULES)
# A warning about a value is dropped if there is an error about it.
_FORM_ERROR_CODES = frozenset(rule.code for rule in READING_RULES + STRUCTURE_RULES if rule.severity is Severity.ERROR)
_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True)
class CheckedDocument:
    """A document, its findings in this run, and the typed record, which is None if there are errors."""

    document: Document
    collected: FileFindings
    entry: Entry | None


def check_document(document: Document, *, closely: bool) -> CheckedDocument:
    """Check the structure of a document. Schema errors are reported only if ``closely``."""
    collected = FileFindings(document.path, document.findings, document.internal_errors)
    entry = None
    with collected.guard("checking the structure of"):
        choice = choose_schema(document, collected) if document.complete else None
        if choice and closely:
            check_structure(document, choice, collected)
        if choice and not collected.has_errors and (closely or _fits_schema(document, choice)):
            entry = _entry(document, choice)
    return CheckedDocument(document, collected, entry)


def apply_rules(checked: CheckedDocument, context: Context, by_path: Mapping[str, CheckedDocument]) -> frozenset[str]:
    """Report the findings of the rules; returns the codes of the rules that had all the information they need."""
    if not checked.entry:
        return _FORM_ERROR_CODES if checked.document.complete and not checked.collected.is_full else _NONE
    entry, of_form = checked.entry, _NONE if checked.collected.is_full else _FORM_CODES
    return _together(of_form, tuple(rule.code for rule in RULES if _apply(rule, entry, checked, context, by_path)))


@cache
def _together(of_form: frozenset[str], codes: tuple[str, ...]) -> frozenset[str]:
    """One shared set for all files with the same codes."""
    return of_form.union(codes)


def _fits_schema(document: Document, choice: SchemaChoice) -> bool:
    """Whether the document is valid by its schema; for the newest version the models check this."""
    if document.data.get("kind") != choice.kind or document.data.get("schema_version") != choice.version:
        return False
    # The models accept the same as the newest schema, and are faster; an older schema accepts less.
    return choice.version == SCHEMA_VERSION or accepts(document.data, choice.version, choice.kind)


def _entry(document: Document, choice: SchemaChoice) -> Entry | None:
    try:
        return Entry(document.path, RECORD_KINDS[choice.kind].model_validate(upgrade(document.data)))
    except ValidationError:
        return None


def _apply(
    rule: RecordRule, entry: Entry, checked: CheckedDocument, context: Context, by_path: Mapping[str, CheckedDocument]
) -> bool:
    """Whether the rule had all the information it needs."""
    with checked.collected.guard(f"applying {rule.name} to"):
        for found in rule.check(entry, context):
            _note(found, rule, checked, by_path)
        return rule.can_judge(entry, context)
    return False


def _note(found: Violation, rule: RecordRule, checked: CheckedDocument, by_path: Mapping[str, CheckedDocument]) -> None:
    document = checked.document
    message = found.message + (_where(found.related, document, by_path) if found.related else "")
    # A record of an older version is upgraded, and then may have nodes that are not in the file.
    pointer = document.nearest(found.pointer)
    at = document.key_position(pointer) if found.is_key else document.value_position(pointer)
    word = found.replacement if pointer == found.pointer else ""
    # If the node is not in the file, the change cannot be made.
    help, advice = worded(found.help, found.advice if pointer == found.pointer else (), document)
    finding = checked.collected.finding(type(rule), message, at, pointer, help, found.severity, word, advice)
    checked.collected.findings.append(finding)


def _where(related: Definition, document: Document, by_path: Mapping[str, CheckedDocument]) -> str:
    # The same path, however the other file was given, or if it was not given at all.
    path = related.path if related.path == document.path else shown(related.path)
    return f" ({path}:{by_path[related.path].document.value_position(related.pointer).line})"
