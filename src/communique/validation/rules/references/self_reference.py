from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from .... import models
from ...rule import RecordRule, Violation

if TYPE_CHECKING:
    from ....text.pointer import Pointer
    from ...subject import Subject


class SelfReference(RecordRule):
    code = "CQ307"
    name = "self-reference"
    reason = "Nothing is part of itself, derives from itself, or replaces itself."
    fix = "Refer to the other thing, or delete the field."
    bad = "occasions:\n- id: waic-2025\n  name: {en: World AI Conference 2025}\n  part_of: waic-2025\n"
    good = (
        "occasions:\n- id: waic-2025\n  name: {en: World AI Conference 2025}\n  series: waic\n"
        "- id: waic\n  name: {en: World AI Conference}\n"
    )

    def check(self, subject: Subject) -> Iterator[Violation]:
        record, definitions = subject.record.id, models.ENTITY_FIELDS
        for pointer, id, _ in subject.references:
            if id != record and pointer[0] not in definitions:
                continue
            if isinstance(pointer[-1], str) and id == _owner(pointer, subject):
                yield Violation(pointer, f"{id} refers to itself", "refer to the other thing, or delete the field")


def _owner(pointer: Pointer, subject: Subject) -> str | None:
    """The id of what refers: a definition itself, or the record for its other parts; None inside a definition."""
    if pointer[0] not in models.ENTITY_FIELDS:
        return subject.record.id
    field, index, *rest = pointer
    if len(rest) > 1:
        return None
    id: str = getattr(subject.record, str(field))[index].id
    return id
