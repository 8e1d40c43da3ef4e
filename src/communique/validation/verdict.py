"""Whether plain data is a record: the quick verdict of the models, which accept what the newest schema accepts."""

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
    if model is None or (version != models.SCHEMA_VERSION and not upgraded):
        return None
    if version != models.SCHEMA_VERSION:
        from ..schemas.migrations import upgrade

        data = upgrade(data)
    try:
        return model.model_validate(data)
    except _validation_error():
        return None


def _validation_error() -> type[Exception]:
    from pydantic import ValidationError  # here, because it takes long to load

    return ValidationError
