"""Corroboration: how many independent sources support an assertion, and how many say something else.

Ranks and confidence are the curator's judgement. This is counted, so that everybody can see on how much it rests.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import reduce
from operator import or_

from .claims import Dated, claim, dated, deed, implied
from .models import Assertion, Measure, Model, Source
from .models.codelists import Rank
from .pointer import Pointer
from .rivalry import bits, hold_together
from .witnesses import independent


@dataclass(frozen=True)
class Corroboration:
    """The independent sources, by id, for an assertion and for those that contradict it.

    Copies are folded into what they derive from. Sources that give one instant by two clocks support each other, and a
    source that gives the moment supports its day as well. Otherwise sources that say something else without
    contradicting it (more than 120, and 123) count for neither.
    """

    supporting: AbstractSet[str]
    contradicting: AbstractSet[str]


class _Ids(AbstractSet[str]):
    """Ids out of a list that many share, as the bits of a number."""

    def __init__(self, names: Sequence[str], places: Mapping[str, int], mask: int) -> None:
        self._names, self._places, self._mask = names, places, mask

    @classmethod
    def _from_iterable(cls, ids: Iterable[str]) -> AbstractSet[str]:  # type: ignore[override]
        return frozenset(ids)

    def __contains__(self, id: object) -> bool:
        place = self._places.get(id) if isinstance(id, str) else None
        return place is not None and bool(self._mask >> place & 1)

    def __iter__(self) -> Iterator[str]:
        return (self._names[place] for place in bits(self._mask))

    def __len__(self) -> int:
        return self._mask.bit_count()

    def __hash__(self) -> int:
        return self._hash()

    def __repr__(self) -> str:
        return repr(set(self))


def corroborate(assertions: Sequence[Assertion], sources: Mapping[str, Source]) -> list[Corroboration]:
    """The corroboration of each of the assertions in one list: only those compete with each other."""
    cited = [independent((evidence.source for evidence in assertion.evidence), sources) for assertion in assertions]
    found = [Corroboration(ids, frozenset()) for ids in cited]
    for ring in rings(assertions):
        if len(ring) > 1:
            together = _corroborate([assertions[place] for place in ring], [cited[place] for place in ring])
            for place, each in zip(ring, together, strict=True):
                found[place] = each
    return found


def corroborations(
    model: Model, sources: Mapping[str, Source], pointer: Pointer = ()
) -> Iterator[tuple[Pointer, Assertion, Corroboration]]:
    """Every assertion in a record or a definition, where it stands, and its corroboration."""
    for name in type(model).model_fields:
        value = getattr(model, name)
        items = value if isinstance(value, tuple) else ()
        assertions = [item for item in items if isinstance(item, Assertion)]
        for index, found in enumerate(corroborate(assertions, sources)):
            yield (*pointer, name, index), assertions[index], found
        for index, item in enumerate(items):
            if isinstance(item, Model):
                yield from corroborations(item, sources, (*pointer, name, index))


def contradict(one: Assertion, other: Assertion) -> bool:
    """Whether two assertions about the same matter cannot both be true.

    Who says it, and in which words, makes no contradiction; nor does a value that is told less exactly.
    """
    return any(contested([one, other]))


def contested(assertions: Sequence[Assertion]) -> list[bool]:
    """For each of the assertions in one list, whether another contradicts it."""
    found = [False] * len(assertions)
    for ring in rings(assertions):
        if len(ring) > 1:
            held = hold_together([claim(assertions[place]) for place in ring]).contested()
            for place, each in zip(ring, held, strict=True):
                found[place] = each
    return found


def rings(assertions: Sequence[Assertion]) -> list[list[int]]:
    """The places of the assertions in one list that compete with each other: those of one matter.

    Of measures, only those that tell of one deed do, unless the curator set them against each other by a question, or
    by preferring one.
    """
    preferred = {each.matter for each in assertions if each.rank is Rank.PREFERRED}
    found: dict[Hashable, list[int]] = defaultdict(list)
    for place, each in enumerate(assertions):
        if each.matter:
            together = each.question or each.matter in preferred
            found[each.matter, deed(each) if isinstance(each, Measure) and not together else None].append(place)
    return list(found.values())


def _corroborate(rivals: Sequence[Assertion], cited: Sequence[frozenset[str]]) -> Iterator[Corroboration]:
    """The corroboration of rivals, of each of which the independent sources are given."""
    names = sorted(frozenset().union(*cited))
    numbers = {name: number for number, name in enumerate(names)}
    masks = [reduce(or_, (1 << numbers[id] for id in ids), 0) for ids in cited]
    against = hold_together([claim(each) for each in rivals]).against(masks)
    for supporting, mask in zip(_together(rivals, cited), against, strict=True):
        yield Corroboration(supporting, _Ids(names, numbers, mask))


def _together(rivals: Sequence[Assertion], cited: Sequence[frozenset[str]]) -> Iterator[frozenset[str]]:
    """The sources of each of the rivals, with those of every moment that is the same instant, or is on its day."""
    implying: dict[Dated | None, set[str]] = defaultdict(set)
    for each, ids in zip(rivals, cited, strict=True):
        for said in implied(each):
            implying[said] |= ids
    shared = {said: frozenset(ids) for said, ids in implying.items()}
    for each, ids in zip(rivals, cited, strict=True):
        others = shared.get(dated(each), frozenset())
        yield others if ids <= others else ids | others
