"""The objects of a record that list fields as unknown."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from .... import models

if TYPE_CHECKING:
    from ....text.pointer import Pointer
    from ...subject import Subject

WithUnknown: TypeAlias = "models.Announcement | models.Entity | models.Assertion"


def with_unknown(subject: Subject) -> list[tuple[Pointer, WithUnknown, tuple[models.Unknown, ...]]]:
    """The objects that have a list of what is unknown, each after its pointer and before the list."""
    found = subject.of(models.Announcement, models.Entity, models.Assertion)
    given = [(pointer, model, model.__dict__.get("unknown", ())) for pointer, model in found]
    return [each for each in given if each[2]]
