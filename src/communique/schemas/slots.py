"""Slots: words in capitals that stand in templates where a curator writes a value."""

from __future__ import annotations

from functools import cache
from typing import Any

from ..codelists import CODELISTS, Codelist

LANGUAGE, TEXT = "LANGUAGE", "TEXT"
"""The slots of a text by language."""


@cache
def codelists() -> dict[str, type[Codelist]]:
    """Every codelist by the title of its schema."""
    return {each.schema_title(): each for each in CODELISTS}


def resolved(schema: dict[str, Any], root: dict[str, Any]) -> dict[str, Any]:
    """The schema with its reference resolved; its other keywords have priority."""
    while "$ref" in schema:
        target = root["$defs"][schema["$ref"].rpartition("/")[2]]
        schema = {**target, **{key: value for key, value in schema.items() if key != "$ref"}}
    return schema


def is_date(schema: dict[str, Any]) -> bool:
    """Whether the schema is one of a date."""
    return "EDTF" in schema.get("title", "")


def slot(schema: dict[str, Any], name: str) -> str:
    """The slot for a single value of the field with this name, by its schema."""
    title = schema.get("title", "")
    if title in codelists():
        return codelists()[title].list_name.upper()
    if is_date(schema):
        return "DATE"
    return {"an id": "id", "a web address": "address"}.get(title, name).upper()
