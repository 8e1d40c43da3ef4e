"""Corroboration: how many independent sources support an assertion, and how many say something else.

Ranks and confidence are the curator's judgement. This is counted, so that everybody can see on how much it rests.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import reduce
from operator import or_

from ..models import Assertion, Model, Source
from ..text.pointer import Pointer
from .claims import Dated, claim, dated, implied
from .comparison import bits, compare
from .conflicts import groups
from .provenance import independent


class Ids(AbstractSet[str]):
    """A set of ids that shares one list with many others; it is walked through in the order of the alphabet."""

    def __init__(self, names: Sequence[str], numbers: Mapping[str, int], mask: int) -> None:
        """``mask`` has a bit for each id that is in the set, at its number, which is its place in ``names``."""
        self._names, self._numbers, self._mask = names, numbers, mask

    @classmethod
    def _from_iterable(cls, ids: Iterable[str]) -> AbstractSet[str]:  # type: ignore[override]
        return frozenset(ids)

    def __contains__(self, id: object) -> bool:
        number = self._numbers.get(id) if isinstance(id, str) else None
        return number is not None and bool(self._mask >> number & 1)

    def __iter__(self) -> Iterator[str]:
        return (self._names[number] for number in bits(self._mask))

    def __len__(self) -> int:
        return self._mask.bit_count()

    def __hash__(self) -> int:
        return self._hash()

    def __repr__(self) -> str:
        return repr(set(self))


@dataclass(frozen=True)
class Corroboration:
    """The independent sources, by id and in the order of the alphabet, for an assertion and for what contradicts it.

    Copies are folded into what they derive from. Sources that give one instant by two clocks support each other, and a
    source that gives the moment supports its day as well. Otherwise sources that say something else without
    contradicting it (more than 120, and 123) count for neither.
    """

    supporting: AbstractSet[str]
    contradicting: AbstractSet[str]


def corroborate(assertions: Sequence[Assertion], sources: Mapping[str, Source]) -> list[Corroboration]:
    """The corroboration of each of the assertions in one list: only those compete with each other."""
    cited = [independent((evidence.source for evidence in assertion.evidence), sources) for assertion in assertions]
    found: dict[int, Corroboration] = {}
    for group in groups(assertions):
        together = _corroborate([assertions[place] for place in group], [cited[place] for place in group])
        found.update(zip(group, together, strict=True))
    return [found[place] for place in range(len(assertions))]


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


def _corroborate(group: Sequence[Assertion], cited: Sequence[frozenset[str]]) -> Iterator[Corroboration]:
    """The corroboration of each assertion of a group, whose independent sources are given."""
    names = sorted(frozenset().union(*cited))
    numbers = {name: number for number, name in enumerate(names)}
    masks = [reduce(or_, (1 << numbers[id] for id in ids), 0) for ids in cited]
    claims = [claim(each) for each in group]
    against = compare(claims).contradicting(masks) if len(group) > 1 else [0]
    for supporting, contradicting in zip(_together(group, masks), against, strict=True):
        yield Corroboration(Ids(names, numbers, supporting), Ids(names, numbers, contradicting))


def _together(group: Sequence[Assertion], masks: Sequence[int]) -> Iterator[int]:
    """The sources of each assertion, with those of every moment that is the same instant, or is on its day."""
    implying: dict[Dated | None, int] = defaultdict(int)
    for each, mask in zip(group, masks, strict=True):
        for said in implied(each):
            implying[said] |= mask
    return (mask | implying.get(dated(each), 0) for each, mask in zip(group, masks, strict=True))
