"""Whether plain data is a record: the quick verdict of the models, which accept what the newest schema accepts.

So do the versions before it that differ from it in words only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .. import models

if TYPE_CHECKING:
    from ..corpus.corpus import Record


def accepted(data: Any, *, upgraded: bool = False) -> Record | None:
    """The typed record; None if the data is none. That the data is valid in an older version has to be known before."""
    if not isinstance(data, dict):
        return None
    kind, version = data.get("kind"), data.get("schema_version")
    model = models.RECORD_KINDS.get(kind) if isinstance(kind, str) else None
    if model is None or (version not in models.SAME_STRUCTURE and not upgraded):
        return None
    try:
        return model.model_validate(upgraded_data(data))
    except _validation_error():
        return None


def upgraded_data(data: dict[str, Any]) -> dict[str, Any]:
    """The data of a record in the newest version; it must be valid in the version that it names."""
    version = data["schema_version"]
    if version == models.SCHEMA_VERSION:
        return data
    if version in models.SAME_STRUCTURE:
        return {**data, "schema_version": models.SCHEMA_VERSION}
    from ..schemas.migrations import upgrade  # here, because most records are in the newest version

    return upgrade(data)


def _validation_error() -> type[Exception]:
    from pydantic import ValidationError  # here, because it takes long to load

    return ValidationError
