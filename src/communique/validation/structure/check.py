"""Checks a document against its JSON Schema: each error is reported once, at its position."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import islice
from typing import Any

from ...reading import Document
from ...text.pointer import Pointer
from ..json_help import is_json
from .newer_version import newer_version_violations
from .quick_schema import surely_accepts
from .rules import MissingField, UnknownField
from .schema_choice import CHOSEN_BY, SchemaChoice
from .schema_errors import schema_errors
from .violation import StructureViolation

_ENOUGH = 1_000  # schema errors of one file; fewer than these are reported


def structure_violations(
    document: Document, choice: SchemaChoice, *, is_version_chosen: bool = False
) -> Iterator[StructureViolation]:
    """Every schema error, without those that the schema choice or reading has already reported.

    They say if a newer version allows it, unless the older version was chosen for a record that has a newer one.
    """
    if surely_accepts(document.data, choice.version, choice.kind):
        return
    look = partial(_violations, document)
    chosen = is_version_chosen
    for found in look(document.data, choice) if chosen else newer_version_violations(document.data, choice, look):
        if not _is_settled(found, document):
            yield found


def _violations(document: Document, data: dict[str, Any], choice: SchemaChoice) -> list[StructureViolation]:
    # The messages need word lists, names of countries and more, which a valid record does not.
    from .messages import violations
    from .unquoted_commas import without_cut_texts

    def written(pointer: Pointer) -> str:
        return document.written.get(pointer, "")

    errors = schema_errors(data, choice.version, choice.kind, written, in_json=is_json(document))
    every = _once(found for error in islice(errors, _ENOUGH) for found in violations(error))
    return list(without_cut_texts(every, data, document))


def _once(found: Iterable[StructureViolation]) -> list[StructureViolation]:
    """One violation per error: the first for a value, and no missing field if a misspelt one is there."""
    kept: dict[tuple[Pointer, str], StructureViolation] = {}
    for each in found:
        kept.setdefault((each.pointer, each.field), each)
    misspelt = {(each.pointer, each.twin) for each in kept.values() if each.twin}
    return [
        each for each in kept.values() if each.rule is not MissingField or (each.pointer, each.field) not in misspelt
    ]


def _is_settled(found: StructureViolation, document: Document) -> bool:
    """Whether the schema choice or reading has already reported an error there."""
    field = found.field or (found.pointer[0] if found.pointer else "")
    if len(found.pointer) <= 1 and field in CHOSEN_BY and found.rule is not UnknownField:
        return True
    return any(found.pointer[: len(node)] == node for node in document.spoiled)
