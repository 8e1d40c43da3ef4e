"""Whether a text fits a field of the schema."""

from __future__ import annotations

from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from ..models.scalars import LanguageTag, Line


@cache
def _adapter(type: Any) -> TypeAdapter[Any]:
    return TypeAdapter(type)


def _fits(type: Any, text: str) -> bool:
    try:
        _adapter(type).validate_python(text)
    except ValidationError:
        return False
    return True


def fits_line(text: str) -> bool:
    """Whether a field of one line can hold the text."""
    return _fits(Line, text)


def is_language_tag(text: str) -> bool:
    """Whether the text is a language tag as records write it."""
    return _fits(LanguageTag, text)
