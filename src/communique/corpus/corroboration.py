"""Corroboration: how many independent sources support an assertion, and how many contradict it.

The curator sets ranks and confidence. Corroboration is counted from the evidence.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import reduce
from operator import or_

from .. import models
from ..text.pointer import Pointer
from .claim_comparison import bits, compare
from .claims import Dated, claim, dated, implied
from .conflicts import groups
from .provenance import independent


class Ids(AbstractSet[str]):
    """A set of ids that shares one list with many other sets. It is iterated in alphabetical order."""

    def __init__(self, names: Sequence[str], numbers: Mapping[str, int], mask: int) -> None:
        """``mask`` has a bit for each id of the set, at the index of the id in ``names``."""
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
    """The ids of the independent sources that support an assertion, and of those that contradict it, sorted.

    A copy counts as its original. Sources that give one instant in two time zones support each other, and a source
    that gives a moment also supports its day. A source with another value that does not contradict the assertion (more
    than 120, and 123) counts for neither.
    """

    supporting: AbstractSet[str]
    contradicting: AbstractSet[str]


def corroborate(assertions: Sequence[models.Assertion], sources: Mapping[str, models.Source]) -> list[Corroboration]:
    """The corroboration of each assertion of one list. Only assertions of the same list compete with each other."""
    cited = [independent((evidence.source for evidence in assertion.evidence), sources) for assertion in assertions]
    found: dict[int, Corroboration] = {}
    for group in groups(assertions):
        together = _corroborate([assertions[place] for place in group], [cited[place] for place in group])
        found.update(zip(group, together, strict=True))
    return [found[place] for place in range(len(assertions))]


def corroborations(
    model: models.Model, sources: Mapping[str, models.Source], pointer: Pointer = ()
) -> Iterator[tuple[Pointer, models.Assertion, Corroboration]]:
    """Every assertion of a record or a definition, with its pointer and its corroboration."""
    for name in type(model).model_fields:
        value = getattr(model, name)
        items = value if isinstance(value, tuple) else ()
        assertions = [item for item in items if isinstance(item, models.Assertion)]
        for index, found in enumerate(corroborate(assertions, sources)):
            yield (*pointer, name, index), assertions[index], found
        for index, item in enumerate(items):
            if isinstance(item, models.Model):
                yield from corroborations(item, sources, (*pointer, name, index))


def _corroborate(group: Sequence[models.Assertion], cited: Sequence[frozenset[str]]) -> Iterator[Corroboration]:
    """The corroboration of each assertion of a group. ``cited`` are the independent sources of each."""
    names = sorted(frozenset().union(*cited))
    numbers = {name: number for number, name in enumerate(names)}
    masks = [reduce(or_, (1 << numbers[id] for id in ids), 0) for ids in cited]
    claims = [claim(each) for each in group]
    against = compare(claims).contradicting(masks) if len(group) > 1 else [0]
    for supporting, contradicting in zip(_with_implied(group, masks), against, strict=True):
        yield Corroboration(Ids(names, numbers, supporting), Ids(names, numbers, contradicting))


def _with_implied(group: Sequence[models.Assertion], masks: Sequence[int]) -> Iterator[int]:
    """The sources of each assertion, with those of every moment that is the same instant or is on its day."""
    implying: dict[Dated | None, int] = defaultdict(int)
    for each, mask in zip(group, masks, strict=True):
        for value in implied(each):
            implying[value] |= mask
    return (mask | implying.get(dated(each), 0) for each, mask in zip(group, masks, strict=True))
