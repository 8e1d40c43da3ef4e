"""The lists of JSON and JSON Lines: one for each kind of thing, and one of corroboration.

Definitions are in their own lists, not in records. The last list says which record has them, and in which order.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from ..models import REFERABLE_KINDS
from ..text.inflection import plural
from .tables import DEFINITIONS, ROOTS
from .thing import Thing

CORROBORATION = "corroboration"
_WITH_ASSERTIONS = frozenset(map(plural, REFERABLE_KINDS))

HELD_BACK = (CORROBORATION, DEFINITIONS)
"""The lists to which things of several kinds add. They come last."""

LISTS = (*(table for table in ROOTS if table != "datasets"), *HELD_BACK)
"""The names of all lists, in their order. The dataset record describes the corpus as a whole, and is in none."""


def items(thing: Thing) -> Iterator[tuple[str, Sequence[dict[str, Any]]]]:
    """What the thing adds to the lists: the name of a list, and its next items."""
    if thing.table in LISTS:
        yield thing.table, [thing.data]
    if thing.table in _WITH_ASSERTIONS:
        yield CORROBORATION, thing.corroborations
    if thing.definitions:
        yield DEFINITIONS, [{"record": thing.id, **thing.definitions}]
