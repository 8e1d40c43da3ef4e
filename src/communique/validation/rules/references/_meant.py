"""Which ids of a corpus may be meant by one that is not defined."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from .... import models
from ...aspects import DEFINED, NAMED

if TYPE_CHECKING:
    from ....corpus.search.ids_by_name import NamedIds, NamedThing
    from ....corpus.search.similar_ids import NearIds
    from ...context import Context
    from ...summary import Summary


def near_ids(context: Context, kinds: tuple[str, ...]) -> NearIds:
    """All ids of things of these kinds, to find one that is spelt almost the same."""
    from ....corpus.definitions import Definition, index
    from ....corpus.search.similar_ids import NearIds

    definitions = (
        Definition(id, each.kind, summary.path, each.pointer, each.merged_into)
        for summary in context.every(DEFINED)
        for id, each in summary.of(DEFINED)
        if each.kind in kinds
    )
    return NearIds(index(definitions))


def named_ids(context: Context, kinds: tuple[str, ...]) -> NamedIds:
    """All names of things of these kinds, to find the one that is called like an id."""
    from ....corpus.search.ids_by_name import NamedIds

    found: dict[tuple[str, str], NamedThing] = {}
    for summary in context.every(DEFINED, NAMED):
        for thing in _things(summary, kinds) if summary.is_loaded else ():
            # Of two entities with one id the first counts, of two announcements the last.
            if thing.kind == "announcement" or (thing.kind, thing.id) not in found:
                found[thing.kind, thing.id] = thing
    return NamedIds(sorted(found.values(), key=lambda thing: thing.id))


def _things(summary: Summary, kinds: tuple[str, ...]) -> Iterator[NamedThing]:
    """What the record defines and references may lead to, once for each id and kind, of these kinds."""
    from ....corpus.search.ids_by_name import NamedThing

    former: dict[tuple[str, str], list[str]] = {}
    is_first = False
    for id, each in summary.of(DEFINED):
        if each.merged_into:  # follows its definition
            if is_first:
                former[each.kind, each.merged_into].append(id)
        elif is_first := each.kind in kinds and each.kind in models.REFERABLE_KINDS and (each.kind, id) not in former:
            former[each.kind, id] = []
    for (kind, id), ids in former.items():
        called = next((each for each in summary.at(NAMED, id) if each.kind == kind), None)
        if called is None:
            yield NamedThing(id, kind, others=tuple(ids))
        else:
            others = (*ids, *called.others)
            yield NamedThing(id, kind, called.names, others, called.country, called.is_country)
