"""Which codelists the fields of records take their codes from."""

from __future__ import annotations

from ..schemas.described import named
from .field_facts import CODELISTS_BY_MODEL


def lists_of(field: str) -> list[str]:
    """The names of the codelists whose codes a field with this name has, in any object of any record.

    >>> lists_of("flow"), lists_of("state")
    (['money_flow'], ['outcome_state'])
    """
    targets = {each.target for each in named(field)}
    return sorted(CODELISTS_BY_MODEL[each].list_name for each in targets if each in CODELISTS_BY_MODEL)
