"""Which codelists the fields of records take their codes from."""

from __future__ import annotations

from functools import cache
from typing import Any

from .. import schemas
from ..codelists import CODELISTS
from ..models import RECORD_KINDS, SCHEMA_VERSION

Json = Any


def lists_of(field: str) -> list[str]:
    """The names of the codelists whose codes a field with this name has, in any object of any record.

    >>> lists_of("flow"), lists_of("state")
    (['money_flow'], ['outcome_state'])
    """
    return sorted(_lists().get(field, ()))


@cache
def _lists() -> dict[str, set[str]]:
    names = {each.__name__: each.list_name for each in CODELISTS}
    found: dict[str, set[str]] = {}
    for kind in RECORD_KINDS:
        schema = schemas.load(SCHEMA_VERSION, kind)
        for holder in (schema, *schema["$defs"].values()):
            for field, described in holder.get("properties", {}).items():
                target = described.get("items", described).get("$ref", "").rpartition("/")[2]
                if target in names:
                    found.setdefault(field, set()).add(names[target])
    return found
