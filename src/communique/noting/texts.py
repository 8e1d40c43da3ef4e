"""The fields of a model that hold free text."""

from __future__ import annotations

from functools import cache
from typing import Any, get_args

from ..exporting.tables.field_layout import Field, Layout, fields
from ..models import Model
from ..models.assertion import Assertion
from ..models.entity import Entity
from ..models.scalars import Line, LocalizedLine, LocalizedText, Text

_TEXTS = (Line, Text, LocalizedLine, LocalizedText)
_OF_ALL = {*Assertion.model_fields, *Entity.model_fields}


@cache
def text_fields(model: type[Model]) -> tuple[Field, ...]:
    """The fields for a text that stands without the name of a field: those that have to be given, else the first one.

    >>> from communique.models import Quantity, Source
    >>> [each.name for each in text_fields(Quantity)], [each.name for each in text_fields(Source)]
    (['subject'], ['title'])
    """
    found = [each for each in fields(model) if _is_text(model, each)]
    required = tuple(each for each in found if each.is_required)
    own = (each for each in found if each.name not in _OF_ALL and each.layout is not Layout.NUMBER_OR_TEXT)
    return required or tuple(own)[:1]


def _is_text(model: type[Model], field: Field) -> bool:
    if field.layout not in (Layout.LOCALIZED, Layout.NUMBER_OR_TEXT, Layout.SCALAR):
        return False
    return field.layout is Layout.NUMBER_OR_TEXT or _has_text(model.model_fields[field.name].annotation)


def _has_text(annotation: Any) -> bool:
    return annotation in _TEXTS or any(_has_text(each) for each in get_args(annotation))
