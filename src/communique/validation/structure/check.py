"""Judges a record's shape by its JSON Schema: each mistake once, and in its place."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from itertools import islice
from typing import Any

from ...reading import Document, Notes, Position
from ...text.pointer import Pointer
from ..json_help import is_json, worded
from .messages import Complaint, complaints
from .newer_version import told_newer
from .rules import MissingField, UnknownField
from .schema_choice import Envelope
from .schema_errors import faults
from .unquoted_commas import without_cut_texts

_ENVELOPE = ("kind", "schema_version")
_ENOUGH = 1_000  # faults of one file; a document notes fewer


def check_shape(document: Document, envelope: Envelope, notes: Notes) -> None:
    """Note everything that its schema refuses."""
    for complaint in told_newer(document.data, envelope, partial(_found, document)):
        if not _is_settled(complaint, document):
            at, target = _position(complaint, document), _target(complaint)
            notes.drop_warnings(target)  # the one mistake is this one
            help, advice = worded(complaint.remedy.help, complaint.remedy.advice, document)
            notes.add(complaint.rule, complaint.message, at, target, help, complaint.remedy.replacement, advice=advice)


def _found(document: Document, data: dict[str, Any], envelope: Envelope) -> list[Complaint]:
    some = islice(faults(data, envelope.version, envelope.kind, document.written, in_json=is_json(document)), _ENOUGH)
    every = _once(complaint for fault in some for complaint in complaints(fault))
    return list(without_cut_texts(every, data, document))


def _once(found: Iterable[Complaint]) -> list[Complaint]:
    """One complaint for one mistake: the first for a value, and no missing field whose misspelt twin is there."""
    kept: dict[tuple[Pointer, str], Complaint] = {}
    for complaint in found:
        kept.setdefault((complaint.pointer, complaint.field), complaint)
    misspelt = {(complaint.pointer, complaint.twin) for complaint in kept.values() if complaint.twin}
    return [
        complaint
        for complaint in kept.values()
        if complaint.rule is not MissingField or (complaint.pointer, complaint.field) not in misspelt
    ]


def _is_settled(complaint: Complaint, document: Document) -> bool:
    """Whether the envelope or the reading has already said what is wrong there."""
    field = complaint.field or (complaint.pointer[0] if complaint.pointer else "")
    if len(complaint.pointer) <= 1 and field in _ENVELOPE and complaint.rule is not UnknownField:
        return True
    return any(complaint.pointer[: len(node)] == node for node in document.spoiled)


def _target(complaint: Complaint) -> Pointer:
    if complaint.rule is MissingField or not complaint.field:
        return complaint.pointer
    return (*complaint.pointer, complaint.field)


def _position(complaint: Complaint, document: Document) -> Position:
    if complaint.field:
        return document.key_position(_target(complaint))
    return document.value_position(complaint.pointer)
