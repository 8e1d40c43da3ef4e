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
        for pointer, id in (*_of_record(subject), *_of_definitions(subject), *_of_originals(subject)):
            yield Violation(pointer, f"{id} refers to itself", "refer to the other thing, or delete the field")


def _of_record(subject: Subject) -> Iterator[tuple[Pointer, str]]:
    """Where anything but its definitions refers to the record."""
    record = subject.record.id
    if any(record in ids for ids in subject.referred.values()):
        for pointer, id, _ in subject.references:
            if id == record and pointer[0] not in models.ENTITY_FIELDS and isinstance(pointer[-1], str):
                yield pointer, id


def _of_definitions(subject: Subject) -> Iterator[tuple[Pointer, str]]:
    """Where a definition refers to itself."""
    for field, kind in models.ENTITY_FIELDS.items():
        names = [each for each in models.reference_fields(models.ENTITY_KINDS[kind]) if each in subject.words]
        for index, entity in enumerate(getattr(subject.record, field, ()) if names else ()):
            values = entity.__dict__
            for name in names:
                if (value := values[name]) == entity.id:
                    yield (field, index, name), entity.id
                elif isinstance(value, tuple) and entity.id in value:
                    yield (field, index, name, value.index(entity.id)), entity.id


def _of_originals(subject: Subject) -> Iterator[tuple[Pointer, str]]:
    """Where a source derives from itself."""
    for index, source in enumerate(getattr(subject.record, "sources", ())):
        for place, each in enumerate(source.derived_from):
            if each.source == source.id:
                yield ("sources", index, "derived_from", place, "source"), source.id
