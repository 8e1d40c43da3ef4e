"""A record as a person would write it: without what counts as given anyway, and with the shorthands of the files."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..exporting.tables.field_layout import Field, Layout, fields
from ..models import Model
from ..models.shorthand import shorthands


def written(model: type[Model], data: dict[str, Any]) -> dict[str, Any]:
    """The data of a model in the order of its fields; what is no field of it comes last, as it is.

    >>> from communique.models import Date
    >>> written(Date, {"value": "2025", "rank": "normal", "evidence": [{"source": "gazette"}], "role": "adopted"})
    {'role': 'adopted', 'value': '2025', 'evidence': ['gazette']}
    """
    found = dict(_fields(model, data))
    return {**found, **{name: value for name, value in data.items() if name not in model.model_fields}}


def _fields(model: type[Model], data: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    short = shorthands(model)
    for each in fields(model):
        value = _written(each, data.get(each.name))
        if value is None or (not each.is_required and _is_default(model, each.name, value)):
            continue
        if each.name in short and isinstance(value, list):
            value = [short[each.name].shortened(one) if isinstance(one, dict) else one for one in value]
        elif each.name in short and isinstance(value, dict):
            value = short[each.name].shortened(value)
        yield each.name, value


def _written(each: Field, value: Any) -> Any:
    if each.layout is Layout.OBJECT and isinstance(value, dict):
        return written(each.type, value)
    if each.layout is Layout.OBJECTS and isinstance(value, list):
        return [written(each.type, one) if isinstance(one, dict) else one for one in value]
    return value


def _is_default(model: type[Model], name: str, value: Any) -> bool:
    """Whether the model has this value if none is given. In a file an empty list or object says nothing."""
    default = model.model_fields[name].get_default(call_default_factory=True)
    return value in ([], {}) or (value == default and isinstance(value, bool) == isinstance(default, bool))
