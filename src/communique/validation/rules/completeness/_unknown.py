"""The objects of a record that list fields as unknown."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from .... import models

if TYPE_CHECKING:
    from ....text.pointer import Pointer
    from ...subject import Subject

WithUnknown: TypeAlias = "models.Announcement | models.Measure | models.Commitment | models.Outcome | models.Entity"


def with_unknown(subject: Subject) -> list[tuple[Pointer, WithUnknown]]:
    """The objects that have a list of what is unknown, each after its pointer."""
    found: list[tuple[Pointer, WithUnknown]] = [*subject.of(models.Announcement, models.Measure, models.Entity)]
    found += subject.of(models.Commitment, models.Outcome)
    return [(pointer, model) for pointer, model in found if model.unknown]
