"""Which ids of a corpus may be meant by one that is not defined."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from .... import models
from ....codelists import ActorType
from ....text.inflection import plural
from ...aspect import Aspect
from ...aspects import DEFINED

if TYPE_CHECKING:
    from ....corpus.search.ids_by_name import NamedIds, NamedThing
    from ....corpus.search.similar_ids import NearIds
    from ....models import NamedEntity
    from ...context import Context
    from ...subject import Subject
    from ...summary import Summary


class _Named(NamedTuple):
    """What the thing whose id is the key is called, besides its ids; and the country of an actor."""

    kind: str
    names: tuple[str, ...]
    others: tuple[str, ...]
    country: str | None
    is_country: bool


def _names(subject: Subject) -> Iterator[tuple[str, _Named]]:
    record = subject.record
    if isinstance(record, models.Announcement):
        yield record.id, _Named(record.kind, (), tuple(record.title.values()), None, False)
    for actor in getattr(record, "actors", ()):
        yield actor.id, _Named("actor", *_called(actor), actor.country, actor.type is ActorType.COUNTRY)
    for kind in ("instrument", "occasion"):
        for thing in getattr(record, plural(kind), ()):
            yield thing.id, _Named(kind, *_called(thing), None, False)


def _called(thing: NamedEntity) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Its names, and its other names."""
    return tuple(thing.name.values()), tuple([other.name for other in thing.other_names])


NAMED = Aspect("named", _Named, _names, shared=False)


def near_ids(context: Context) -> NearIds:
    """All ids of the corpus, to find one that is spelt almost the same."""
    from ....corpus.definitions import Definition, index
    from ....corpus.search.similar_ids import NearIds

    definitions = (
        Definition(id, each.kind, summary.path, each.pointer, each.merged_into)
        for summary in context
        for id, each in summary.of(DEFINED)
    )
    return NearIds(index(definitions))


def named_ids(context: Context) -> NamedIds:
    """All names of the corpus, to find the thing that is called like an id."""
    from ....corpus.search.ids_by_name import NamedIds

    found: dict[tuple[str, str], NamedThing] = {}
    for summary in context:
        for thing in _things(summary) if summary.is_loaded else ():
            # Of two entities with one id the first counts, of two announcements the last.
            if thing.kind == "announcement" or (thing.kind, thing.id) not in found:
                found[thing.kind, thing.id] = thing
    return NamedIds(sorted(found.values(), key=lambda thing: thing.id))


def _things(summary: Summary) -> Iterator[NamedThing]:
    """What the record defines and references may lead to, once for each id and kind."""
    from ....corpus.search.ids_by_name import NamedThing

    former: dict[tuple[str, str], list[str]] = {}
    is_first = False
    for id, each in summary.of(DEFINED):
        if each.merged_into:  # follows its definition
            if is_first:
                former[each.kind, each.merged_into].append(id)
        elif is_first := each.kind in models.REFERABLE_KINDS and (each.kind, id) not in former:
            former[each.kind, id] = []
    for (kind, id), ids in former.items():
        called = next((each for each in summary.at(NAMED, id) if each.kind == kind), None)
        if called is None:
            yield NamedThing(id, kind, others=tuple(ids))
        else:
            others = (*ids, *called.others)
            yield NamedThing(id, kind, called.names, others, called.country, called.is_country)
