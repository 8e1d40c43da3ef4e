"""Checks one document: its structure, the typed record, and the findings of the rules.

Nothing here is written into: each stage returns what it found.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cache
from typing import NamedTuple

from pydantic import ValidationError

from ..corpus.corpus import Entry
from ..diagnostics.finding import Finding, Severity
from ..diagnostics.internal_error import internal_error
from ..models import RECORD_KINDS, SCHEMA_VERSION
from ..reading import Document, is_full, limited
from ..schemas.migrations import upgrade
from . import registry
from .placement import place_structure, place_violation
from .rule import Context, RecordRule
from .structure.check import structure_violations
from .structure.schema_choice import CHOSEN_BY, SchemaChoice, choice_violations, choose_schema
from .structure.schema_errors import accepts

_NONE: frozenset[str] = frozenset()
_CHOSEN_BY = {"", *(f"/{field}" for field in CHOSEN_BY)}


@dataclass(frozen=True)
class CheckedDocument:
    """A document, the findings of reading and of its schema, and the typed record, which is None if there are errors.

    ``internal_errors`` are defects of communique itself.
    """

    document: Document
    findings: tuple[Finding, ...]
    internal_errors: tuple[str, ...] = ()
    entry: Entry | None = None


class RulesApplied(NamedTuple):
    """The findings of the rules in a record, and the codes of the rules that had all the information they need."""

    findings: tuple[Finding, ...] = ()
    internal_errors: tuple[str, ...] = ()
    codes: frozenset[str] = _NONE


def check_document(document: Document, *, closely: bool) -> CheckedDocument:
    """Check the structure of a document. Schema errors are listed only if ``closely``."""
    checked = _check_structure(document, closely=closely)
    is_refused = any(finding.severity is Severity.ERROR for finding in checked.findings)
    if not document.complete or is_refused or checked.internal_errors:
        return checked
    try:
        return replace(checked, entry=_entry(document, closely=closely))
    except Exception as error:
        return replace(checked, internal_errors=(internal_error("loading", document.path, error),))


def structure_findings(document: Document, *, closely: bool) -> Iterator[Finding]:
    """The errors in the kind and the version, and if it is checked ``closely``, every schema error."""
    if not document.complete:
        return
    for found in choice_violations(document.data):
        yield place_structure(found, document)
    if closely and (choice := choose_schema(document.data)):
        for found in structure_violations(document, choice):
            yield place_structure(found, document)


def apply_rules(checked: CheckedDocument, context: Context, documents: Mapping[str, Document]) -> RulesApplied:
    """The findings of the rules in the record; ``documents`` are those of the whole corpus, by path."""
    is_cut = is_full(checked.findings)
    if not checked.entry:
        return RulesApplied(
            codes=_codes_before_records(errors=True) if checked.document.complete and not is_cut else _NONE
        )
    runs = [_run(rule, checked.entry, checked.document, context, documents) for rule in registry.record_rules()]
    return RulesApplied(
        tuple(finding for run in runs for finding in run.findings),
        tuple(error for run in runs for error in run.internal_errors),
        _together(_NONE if is_cut else _codes_before_records(), tuple(code for run in runs for code in run.codes)),
    )


def _check_structure(document: Document, *, closely: bool) -> CheckedDocument:
    found: list[Finding] = []
    errors = document.internal_errors
    try:
        for finding in structure_findings(document, closely=closely):
            found.append(finding)  # what was found before an internal error counts
    except Exception as error:
        errors = (*errors, internal_error("checking the structure of", document.path, error))
    return CheckedDocument(document, limited([*_without_warnings(document.findings, found), *found]), errors)


def _without_warnings(findings: Iterable[Finding], found: Iterable[Finding]) -> list[Finding]:
    """The findings without the warnings about a value that gets an error."""
    worse = {each.pointer for each in found} - _CHOSEN_BY
    return [each for each in findings if each.severity is Severity.ERROR or each.pointer not in worse]


def _entry(document: Document, *, closely: bool) -> Entry | None:
    choice = choose_schema(document.data)
    if choice and (closely or _fits_schema(document, choice)):
        with suppress(ValidationError):
            return Entry(document.path, RECORD_KINDS[choice.kind].model_validate(upgrade(document.data)))
    return None


def _fits_schema(document: Document, choice: SchemaChoice) -> bool:
    """Whether the document is valid by its schema; for the newest version the models check this."""
    if document.data.get("kind") != choice.kind or document.data.get("schema_version") != choice.version:
        return False
    # The models accept the same as the newest schema, and are faster; an older schema accepts less.
    return choice.version == SCHEMA_VERSION or accepts(document.data, choice.version, choice.kind)


def _run(
    rule: RecordRule, entry: Entry, document: Document, context: Context, documents: Mapping[str, Document]
) -> RulesApplied:
    found: list[Finding] = []
    try:
        for violation in rule.check(entry, context):
            found.append(place_violation(violation, type(rule), document, documents))
        return RulesApplied(tuple(found), (), frozenset({rule.code} if rule.is_conclusive(entry, context) else ()))
    except Exception as error:
        return RulesApplied(tuple(found), (internal_error(f"applying {rule.name} to", document.path, error),))


@cache
def _codes_before_records(*, errors: bool = False) -> frozenset[str]:
    """The codes of the rules about files and their structure; of those that report ``errors`` only, if asked for."""
    # A warning about a value is dropped if there is an error about it, so its absence means nothing.
    rules = [rule for rule in registry.rules().values() if rule.stage.precedes_records]
    return frozenset(rule.code for rule in rules if rule.severity is Severity.ERROR or not errors)


@cache
def _together(before: frozenset[str], codes: tuple[str, ...]) -> frozenset[str]:
    """One shared set for all files with the same codes."""
    return before.union(codes)
