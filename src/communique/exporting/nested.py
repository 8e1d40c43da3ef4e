"""The lists of JSON and JSON Lines: one for each kind of thing, and one of corroboration.

Definitions are in their own lists, not in records.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from ..models import REFERABLE_KINDS
from ..text.inflection import plural
from .tables import ROOTS
from .thing import Thing

CORROBORATION = "corroboration"
_WITH_ASSERTIONS = frozenset(map(plural, REFERABLE_KINDS))

# The dataset record is not in a list, because it describes the corpus as a whole.
LISTS = (*(table for table in ROOTS if table != "datasets"), CORROBORATION)
"""The names of all lists, in their order."""


def items(thing: Thing) -> Iterator[tuple[str, Sequence[dict[str, Any]]]]:
    """What the thing adds to the lists: the name of a list, and its next items."""
    if thing.table in LISTS:
        yield thing.table, [thing.data]
    if thing.table in _WITH_ASSERTIONS:
        yield CORROBORATION, thing.corroborations
