"""The web addresses of a record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .... import models

if TYPE_CHECKING:
    from ....text.pointer import Pointer
    from ...subject import Subject


def addresses(subject: Subject) -> list[tuple[Pointer, str]]:
    """Every web address, after the pointer of its field."""
    found: list[tuple[Pointer, str]] = []
    for pointer, model in subject.of(models.Entity, models.Dataset, models.Creator):
        if model.url:
            found.append(((*pointer, "url"), model.url))
        if isinstance(model, models.Source) and model.archived_url:
            found.append(((*pointer, "archived_url"), model.archived_url))
    return found
