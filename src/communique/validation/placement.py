"""From a violation to a finding: where in the file it is, and its help as it can be pasted there."""

from __future__ import annotations

from collections.abc import Callable

from ..diagnostics.finding import Advice, Finding
from ..diagnostics.rule import Rule
from ..files.paths import shown
from ..models import SAME_STRUCTURE
from ..reading import Document
from ..text.lines import START, Position
from ..text.pointer import Pointer, follow, json_pointer
from .json_help import worded
from .rule import Place, Violation
from .structure.rules import MissingField, NotAnObject
from .structure.violation import StructureViolation


def place_structure(found: StructureViolation, document: Document) -> Finding:
    """The finding about the structure of the document."""
    remedy, pointer = found.remedy, _target(found)
    help, advice = worded(remedy.help, remedy.advice, document)
    at = _position(found, document)
    return found.rule.finding(found.message, document.path, at, pointer, help, remedy.replacement, advice=advice)


def place_violation(
    found: Violation, rule: type[Rule], document: Document, other: Callable[[str], Document]
) -> Finding:
    """The finding about the record in the document; ``other`` gives the document of another file of the corpus."""
    message = found.message + (_where(found.related, document, other) if found.related else "")
    found = _as_written(found, document)
    # A record of an older version is seen in its newest form, which may have nodes that the file has not.
    pointer = document.nearest(_origin(found.pointer, document))
    at = document.key_position(pointer) if found.is_key else document.value_position(pointer)
    # Where the node itself is not in the file, neither is the place that the change is about.
    is_there = pointer == found.pointer
    help, advice = worded(found.help, found.advice if is_there else (), document)
    word = found.replacement if is_there else ""
    return rule.finding(message, document.path, at, pointer, help, word, found.severity, advice)


def _origin(pointer: Pointer, document: Document) -> Pointer:
    """The pointer in the version that the record names."""
    if document.data["schema_version"] in SAME_STRUCTURE:
        return pointer
    from ..schemas.migrations import origin  # only for a finding about an older record

    return origin(pointer, document.data)


def _as_written(found: Violation, document: Document) -> Violation:
    """The violation with pointers as the file has them: where it has a text, that is the field of the object."""
    pointer = found.pointer[:-1] if _is_text(json_pointer(found.pointer), document) else found.pointer
    return found._replace(pointer=pointer, advice=tuple(_advised(each, document) for each in found.advice))


def _advised(advice: Advice, document: Document) -> Advice:
    also = (each.rpartition("/")[0] if _is_text(each, document) else each for each in advice.also_at)
    return advice._replace(also_at=tuple(also))


def _is_text(where: str, document: Document) -> bool:
    """Whether the file has a text in place of the object with the field at this JSON Pointer."""
    above = where.rpartition("/")[0]
    return follow(document.data, where) is None and isinstance(follow(document.data, above), str)


def _target(found: StructureViolation) -> Pointer:
    if found.rule is MissingField or not found.field:
        return found.pointer
    return (*found.pointer, found.field)


def _position(found: StructureViolation, document: Document) -> Position:
    if found.rule is NotAnObject:
        return START
    if found.field:
        return document.key_position(_target(found))
    return document.value_position(found.pointer)


def _where(related: Place, document: Document, other: Callable[[str], Document]) -> str:
    # The same words whether the other file was asked for by another name, or not at all.
    is_here = related.path == document.path
    there = document if is_here else other(related.path)
    path = related.path if is_here else shown(related.path)
    return f" ({path}:{there.value_position(related.pointer).line})"
