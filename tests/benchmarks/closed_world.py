"""Worlds: announcements with all that they refer to, so that nothing is missing and nothing is left over."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from benchmarks.patterns import Pattern, Shipped, pattern, shipped, with_only
from communique.models import ENTITY_FIELDS, Announcement, Entity, Model, Registry, references


def worlds(announcements: int, *, as_json: bool) -> Iterator[list[Pattern]]:
    """Worlds that have so many announcements together: the whole one again and again, and parts for the rest."""
    whole = len(_order())
    patterns = _world(whole, as_json)
    yield from (patterns for _ in range(announcements // whole))
    rest = announcements % whole
    while rest:
        size = max(size for size in _sizes() if size <= rest)
        yield _world(size, as_json)
        rest -= size


@cache
def _world(size: int, as_json: bool) -> list[Pattern]:
    """The patterns of a world with the first so many announcements."""
    chosen = _order()[:size]
    needed = set().union(*(_closures()[id] for id in chosen))
    records = [shipped()[id] for id in chosen]
    for each in _registries():
        if kept := with_only(each, needed):
            records.append(kept)
    return [pattern(each, as_json=as_json) for each in records]


def _registries() -> list[Shipped]:
    return [each for each in shipped().values() if isinstance(each.record, Registry)]


@cache
def _order() -> list[str]:
    """The announcements, each after those that it needs, as far as they do not need it too; and so most alone first."""
    ids = [id for id, each in shipped().items() if isinstance(each.record, Announcement)]
    ordered: list[str] = []
    while left := [id for id in ids if id not in ordered]:
        groups: list[list[str]] = [sorted({*left} & _closures()[id]) for id in left]
        smallest = min(groups, key=len)
        ordered += smallest
    return ordered


@cache
def _sizes() -> list[int]:
    """How many announcements, from the first one on, are a world."""
    order = _order()
    return [
        size
        for size in range(1, len(order) + 1)
        if not set().union(*(_closures()[id] for id in order[:size])) & set(order[size:])
    ]


@cache
def _closures() -> dict[str, frozenset[str]]:
    """By announcement, the ids of what it needs, and of what that needs, and so on; itself included."""
    needs = _needs()
    found = {}
    for id, each in shipped().items():
        if isinstance(each.record, Announcement):
            reached, todo = set(), [id]
            while todo:
                if (one := todo.pop()) not in reached:
                    reached.add(one)
                    todo += needs[one]
            found[id] = frozenset(reached)
    return found


@cache
def _needs() -> dict[str, set[str]]:
    """By announcement and by definition, the ids that it refers to; with a definition comes the announcement around."""
    needs: dict[str, set[str]] = {}
    for id, each in shipped().items():
        if isinstance(each.record, Announcement):
            needs[id] = _referred(each.record)
        for entity in _entities(each.record):
            needs[entity.id] = {id} if isinstance(each.record, Announcement) else _referred(entity)
    for id, each in shipped().items():
        if isinstance(each.record, Announcement):
            # A definition that only others use would be left over without them.
            unused = {entity.id for entity in _entities(each.record)} - needs[id]
            needs[id] |= {next(user for user, used in needs.items() if one in used) for one in unused}
    return needs


def _referred(model: Model) -> set[str]:
    return {reference.id for reference in references(model)}


def _entities(record: Model) -> Iterator[Entity]:
    return (entity for name in ENTITY_FIELDS for entity in getattr(record, name, ()))
