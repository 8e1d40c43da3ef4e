"""Judges one document: its shape, the record that it is, and what the rules find in that."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from pydantic import ValidationError

from ..corpus.corpus import Entry
from ..corpus.definitions import Definition
from ..diagnostics.finding import Severity
from ..models import KINDS, SCHEMA_VERSION
from ..reading import PROBLEMS, Document, Notes, shown
from ..schemas.migrations import upgrade
from .json_help import worded
from .rule import Context, Issue, RecordRule
from .rules import RULES
from .structure.check import check_shape
from .structure.rules import SHAPES
from .structure.schema_choice import Envelope, open_envelope
from .structure.schema_errors import accepts

_OF_FORM = frozenset(rule.code for rule in PROBLEMS + SHAPES)
# A warning about a value is dropped where something worse is said of it.
_ERRORS_OF_FORM = frozenset(rule.code for rule in PROBLEMS + SHAPES if rule.severity is Severity.ERROR)
_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Judged:
    """A document, what was found in this run, and the typed record; None if it cannot be read as one."""

    document: Document
    notes: Notes
    entry: Entry | None


def judge(document: Document, *, closely: bool) -> Judged:
    """Whether the document is a record. Only if one looks ``closely`` it is noted what is wrong with its shape."""
    notes = Notes(document.path, document.findings, document.troubles)
    entry = None
    with notes.guard("checking the shape of"):
        envelope = open_envelope(document, notes) if document.complete else None
        if envelope and closely:
            check_shape(document, envelope, notes)
        if envelope and not notes.has_errors and (closely or _is_shapely(document, envelope)):
            entry = _entry(document, envelope)
    return Judged(document, notes, entry)


def apply_rules(judged: Judged, context: Context, by_path: Mapping[str, Judged]) -> frozenset[str]:
    """Note what the rules find in the record; gives the codes of those that could look at all they need."""
    if not judged.entry:
        return _ERRORS_OF_FORM if judged.document.complete and not judged.notes.is_full else _NONE
    entry, of_form = judged.entry, _NONE if judged.notes.is_full else _OF_FORM
    return _together(of_form, tuple(rule.code for rule in RULES if _apply(rule, entry, judged, context, by_path)))


@cache
def _together(of_form: frozenset[str], codes: tuple[str, ...]) -> frozenset[str]:
    """One set for all files of which the same can be said."""
    return of_form.union(codes)


def _is_shapely(document: Document, envelope: Envelope) -> bool:
    """Whether the schema has nothing against the document; for the newest version this is left to the models."""
    if document.data.get("kind") != envelope.kind or document.data.get("schema_version") != envelope.version:
        return False
    # The models say the same as the newest schema, and quicker; an older one does not allow all that they do.
    return envelope.version == SCHEMA_VERSION or accepts(document.data, envelope.version, envelope.kind)


def _entry(document: Document, envelope: Envelope) -> Entry | None:
    try:
        return Entry(document.path, KINDS[envelope.kind].model_validate(upgrade(document.data)))
    except ValidationError:
        return None


def _apply(rule: RecordRule, entry: Entry, judged: Judged, context: Context, by_path: Mapping[str, Judged]) -> bool:
    """Whether the rule could look at everything."""
    with judged.notes.guard(f"applying {rule.name} to"):
        for issue in rule.check(entry, context):
            _note(issue, rule, judged, by_path)
        return rule.can_judge(entry, context)
    return False


def _note(issue: Issue, rule: RecordRule, judged: Judged, by_path: Mapping[str, Judged]) -> None:
    document = judged.document
    message = issue.message + (_where(issue.related, document, by_path) if issue.related else "")
    # A record of an older version is seen in its newest form, which may have nodes that the file has not.
    pointer = document.nearest(issue.pointer)
    at = document.key_position(pointer) if issue.is_key else document.value_position(pointer)
    word = issue.replacement if pointer == issue.pointer else ""
    # Where the node itself is not in the file, neither is the place that the change is about.
    help, advice = worded(issue.help, issue.advice if pointer == issue.pointer else (), document)
    finding = judged.notes.finding(type(rule), message, at, pointer, help, issue.severity, word, advice)
    judged.notes.findings.append(finding)


def _where(related: Definition, document: Document, by_path: Mapping[str, Judged]) -> str:
    # The same words whether the other file was asked for by another name, or not at all.
    path = related.path if related.path == document.path else shown(related.path)
    return f" ({path}:{by_path[related.path].document.value_position(related.pointer).line})"
