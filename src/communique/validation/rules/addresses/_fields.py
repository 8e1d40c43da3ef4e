"""The web addresses of a record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .... import models

if TYPE_CHECKING:
    from ....text.pointer import Pointer
    from ...subject import Subject


def addresses(subject: Subject) -> list[tuple[Pointer, str]]:
    """Every web address, after the pointer of its field: of a record, of creators, of definitions."""
    found: list[tuple[Pointer, str]] = []
    if subject.record.kind == "dataset":
        for pointer, model in subject.of(models.Dataset, models.Creator):
            if model.url:
                found.append(((*pointer, "url"), model.url))
    if isinstance(subject.record, models.Announcement) and subject.record.url:
        found.append((("url",), subject.record.url))
    for pointer, entity in subject.of(models.Entity):
        if entity.url:
            found.append(((*pointer, "url"), entity.url))
        if isinstance(entity, models.Source) and entity.archived_url:
            found.append(((*pointer, "archived_url"), entity.archived_url))
    return found
