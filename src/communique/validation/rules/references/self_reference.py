from __future__ import annotations

from collections.abc import Iterator

from ....corpus.corpus import Entry
from ....models import ENTITY_FIELDS, Entity, reference_fields, walk
from ...rule import Context, RecordRule, Violation


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

    def check(self, entry: Entry, context: Context) -> Iterator[Violation]:
        for pointer, model in walk(entry.record):
            # The parts of a record refer on its behalf; a definition in it refers for itself.
            own = model.id if isinstance(model, Entity) else None if _is_inside_entity(pointer) else entry.record.id
            for name in reference_fields(type(model)):
                if own is not None and getattr(model, name) == own:
                    yield Violation(
                        (*pointer, name), f"{own} refers to itself", "refer to the other thing, or delete the field"
                    )


def _is_inside_entity(pointer: tuple[str | int, ...]) -> bool:
    return bool(pointer) and pointer[0] in ENTITY_FIELDS
