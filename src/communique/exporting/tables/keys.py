"""Keys: the columns that identify a row, and the columns in which the row of another table is named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from ...models import Assertion, Passage
from ...text.inflection import plural, singular
from .plan import ROOTS, TEXTS, Plan, flat, plans
from .table import Column, Target

COMMITMENT = "commitment"
_OF_ITSELF = {
    Passage: "The key of this row, made from the ids of its record and of itself.",
    Assertion: "The key of this row, made from its local id or from its content.",
}


def key_columns(plan: Plan) -> Iterator[Column]:
    """The column with the key of a row, if it needs one, and those that name the row that it belongs to."""
    if meaning := _key_meaning(plan):
        yield Column("key", "string", meaning, required=True)
    if not plan.parents:
        return
    if parent := only_parent(plan):
        meaning = f"The {singular(parent)} that this belongs to."
        yield Column(parent_key(parent), "string", meaning, targets=(target(parent),), required=True)
        return
    roots = tuple(target(table) for table in _roots(plan))
    meaning = "The id of the announcement or other root that this belongs to."
    yield Column("record_id", "string", meaning, targets=roots, required=True)
    yield Column("parent_table", "string", "The table of the parent row.", required=True)
    meaning = "The key or id of the parent row in that table."
    yield Column("parent_key", "string", meaning, targets=targets(plan.parents), required=True)


def identifying(plan: Plan) -> tuple[str, ...]:
    """The names of the columns that no two rows of the table have in common."""
    if plan.name in ROOTS:
        return ("id",)
    if _key_meaning(plan):
        return ("key",)
    parent = only_parent(plan)
    owner = (parent_key(parent),) if parent else ("parent_table", "parent_key")
    return (*owner, "field", "language") if plan.name == TEXTS else (*owner, "position")


def has_key(table: str) -> bool:
    """Whether the rows of the table have a column with a key, because rows of other tables name them."""
    return bool(_key_meaning(plans()[table]))


def targets(tables: Iterable[str]) -> tuple[Target, ...]:
    """For each table, the column by which other tables name its rows."""
    return tuple(map(target, tables))


def target(table: str) -> Target:
    """The column by which other tables name the rows of this table."""
    return Target(table, "id" if table in ROOTS else "key")


def tables_of(kinds: Iterable[str]) -> tuple[str, ...]:
    """The tables of things of these kinds."""
    return tuple(map(plural, kinds))


def only_parent(plan: Plan) -> str | None:
    """The parent by whose id or key alone each row says what it belongs to.

    None if there are several parents, or if a field has the name of that column.
    """
    own = {each.column for each in flat(plan.model)} if plan.model else set()
    return plan.parents[0] if len(plan.parents) == 1 and parent_key(plan.parents[0]) not in own else None


def parent_key(parent: str) -> str:
    """The name of the column with the id or the key of the parent.

    >>> parent_key("announcements"), parent_key("measures")
    ('announcement_id', 'measure_key')
    """
    return f"{singular(parent)}_{target(parent).column}"


def _key_meaning(plan: Plan) -> str:
    for model, meaning in _OF_ITSELF.items():
        if plan.model and issubclass(plan.model, model):
            return meaning
    if plan.name not in ROOTS and plan.name in _parents():
        return "The key of this row, made from that of the row that it belongs to and its position."
    return ""


@cache
def _parents() -> frozenset[str]:
    return frozenset(parent for plan in plans().values() for parent in plan.parents)


def _roots(plan: Plan) -> list[str]:
    """The tables of the roots that a row of the table can belong to, in the order of the tables."""
    found: set[str] = set()
    waiting, seen = [*plan.parents], set[str]()
    while waiting:
        table = waiting.pop()
        if table not in seen:
            seen.add(table)
            found |= {table} & ROOTS.keys()
            waiting += plans()[table].parents
    return [table for table in ROOTS if table in found]
