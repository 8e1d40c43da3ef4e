"""The objects of a record that list fields as unknown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .... import models

if TYPE_CHECKING:
    from ....text.pointer import Pointer
    from ...subject import Subject


def with_unknown(subject: Subject) -> list[tuple[Pointer, models.Announcement | models.Measure | models.Entity]]:
    """The objects that have a list of what is unknown, each after its pointer."""
    found = subject.of(models.Announcement, models.Measure, models.Entity)
    return [(pointer, model) for pointer, model in found if model.unknown]
