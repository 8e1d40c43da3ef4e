"""The originals of sources: what they go back to, and how many of these are independent of each other.

Copies, translations and retellings add nothing beyond their originals.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, MutableMapping, Sequence
from functools import cached_property
from typing import Generic, NamedTuple, Protocol, TypeVar

from ..codelists import SourceOrigin
from ..models.provenance import Provenance
from .cycles import connected

_MOST = 100
"""A source with more originals than this stands for itself: nothing but a hostile file has so many."""


class Derived(Protocol):
    """A `Source`, or what else knows where it is from."""

    @property
    def provenance(self) -> Provenance: ...


D = TypeVar("D", bound=Derived)


class Originals(NamedTuple):
    """What one or more sources go back to.

    ``possible`` are the originals, as far as they are known: each may be independent of the others. ``certain`` are the
    publishers of those that have it from no other source, or their ids: two texts of one office are not independent.
    ``counts`` is whether any of the sources may be counted at all; those that are derived, nobody knows from what, may
    not.
    """

    possible: frozenset[str]
    certain: frozenset[str]
    counts: bool

    @property
    def at_least(self) -> int:
        """How many independent sources there are for certain: those of unknown origin may all be one."""
        return len(self.certain) or int(self.counts)


class Sources(dict[str, D], Generic[D]):
    """Sources by id, with a cache of their originals. They must not be changed after the first lookup."""

    @cached_property
    def originals(self) -> dict[str, Originals]:
        """The cached originals of each source; filled by `originals`."""
        return {}


def originals(ids: Iterable[str], sources: Mapping[str, Derived], perhaps: Iterable[str] = ()) -> Originals:
    """What these sources go back to together, and those that ``perhaps`` belong to them: these are never certain.

    A source that is not defined is of unknown origin. Sources that derive from each other in a circle, and from nothing
    else, are one source, the first of them in alphabetical order.
    """
    known = sources.originals if isinstance(sources, Sources) else {}
    found = [_originals(id, sources, known) for id in dict.fromkeys(ids)]
    more = [_originals(id, sources, known) for id in perhaps]
    return Originals(
        frozenset().union(*[each.possible for each in (*found, *more)]),
        frozenset().union(*[each.certain for each in found]),
        any(each.counts for each in found),
    )


def _originals(id: str, sources: Mapping[str, Derived], known: MutableMapping[str, Originals]) -> Originals:
    """The originals of one source. Those of every source on the way are kept, so that no step is taken twice.

    Those of a source that derives from nothing are not: there are many, and they are quickly made.
    """
    if id not in known:
        if not _derived_from(id, sources):
            return _of_circle(frozenset((id,)), sources, known)
        for component in connected(_ahead(id, sources, known)):
            known.update(dict.fromkeys(component, _of_circle(component, sources, known)))
    return known[id]


def _ahead(id: str, sources: Mapping[str, Derived], known: Mapping[str, Originals]) -> dict[str, Sequence[str]]:
    """The sources that this one derives from, directly or not, each with its own, as far as these are not known."""
    graph: dict[str, Sequence[str]] = {}
    ahead = [id]
    while ahead:
        here = ahead.pop()
        if here not in graph:
            graph[here] = [each for each in _derived_from(here, sources) if each not in known]
            ahead += graph[here]
    return graph


def _derived_from(id: str, sources: Mapping[str, Derived]) -> tuple[str, ...]:
    provenance = _provenance(id, sources)
    return provenance.sure + provenance.unsure


def _provenance(id: str, sources: Mapping[str, Derived]) -> Provenance:
    source = sources.get(id)
    return source.provenance if source else Provenance(SourceOrigin.UNKNOWN)


_NOTHING = Originals(frozenset(), frozenset(), counts=False)
"""What a source goes back to that derives from itself, directly or not."""


def _of_circle(circle: frozenset[str], sources: Mapping[str, Derived], known: Mapping[str, Originals]) -> Originals:
    """The originals of sources that derive from each other in a circle; nearly always it is one source."""
    possible: set[str] = set()
    alternatives: list[Originals] = []
    for id in circle:
        origin, publisher, sure, unsure = _provenance(id, sources)
        ahead = [known[each] for each in (*sure, *unsure) if each not in circle]
        alternatives += ahead
        if not sure:  # it may be a source of its own
            possible.add(id)
            alternatives.append(_alone(id, origin, publisher))
            continue
        possible.update(*[each.possible for each in ahead])
        if circle.issuperset(sure):
            alternatives.append(_NOTHING)
    if len(alternatives) == 1 and possible:
        return alternatives[0]
    if not 0 < len(possible) <= _MOST:
        possible = {min(circle)}
    return _one_of(alternatives, frozenset(possible))


def _one_of(alternatives: Sequence[Originals], possible: frozenset[str]) -> Originals:
    """The originals of a source that has it from one of these, nobody knows from which."""
    certain = frozenset.intersection(*[each.certain for each in alternatives])
    return Originals(possible, certain, all(each.counts for each in alternatives))


def _alone(id: str, origin: str, publisher: str | None) -> Originals:
    """The originals of a source that derives from no known source."""
    certain = frozenset((publisher or id,)) if origin == SourceOrigin.OWN else frozenset[str]()
    return Originals(frozenset((id,)), certain, origin != SourceOrigin.DERIVED)
