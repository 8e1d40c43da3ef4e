"""How many independent sources there are: at least, and at most."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from .claim_comparison import bits
from .provenance import Originals


class Ids(AbstractSet[str]):
    """A set of ids that shares one list with many other sets. It is iterated in alphabetical order."""

    def __init__(self, names: list[str], mask: int) -> None:
        """``names`` are sorted. ``mask`` has a bit for each id of the set, at the index of the id in ``names``."""
        self._names, self._mask = names, mask

    @classmethod
    def _from_iterable(cls, ids: Iterable[str]) -> AbstractSet[str]:  # type: ignore[override]
        return frozenset(ids)

    def __contains__(self, id: object) -> bool:
        if not isinstance(id, str):
            return False
        number = bisect_left(self._names, id)
        return self._names[number : number + 1] == [id] and bool(self._mask >> number & 1)

    def __iter__(self) -> Iterator[str]:
        return (self._names[number] for number in bits(self._mask))

    def __len__(self) -> int:
        return self._mask.bit_count()

    def __hash__(self) -> int:
        return self._hash()

    def __repr__(self) -> str:
        return repr(set(self))


@dataclass(frozen=True)
class SourceCount:
    """How many independent sources say something: at least, and at most. As text, "3 to 16", or "3".

    ``at_least`` can be defended: it counts the originals that have it from no other source, and those of unknown origin
    together as one, if there is nothing else. ``sources`` are the originals that might be independent, as far as they
    are known; ``at_most`` is their number.

    >>> str(SourceCount(1, frozenset({"agency", "blog"})))
    '1 to 2'
    """

    at_least: int
    sources: AbstractSet[str]

    @classmethod
    def of(cls, originals: Originals) -> SourceCount:
        """The number of these originals."""
        names = sorted(originals.possible)
        return cls(originals.at_least, Ids(names, (1 << len(names)) - 1))

    @property
    def at_most(self) -> int:
        """How many sources there are if all that might be independent are."""
        return len(self.sources)

    def __str__(self) -> str:
        return str(self.at_most) if self.at_least == self.at_most else f"{self.at_least} to {self.at_most}"


class Tally:
    """Sets of originals as bit masks, so that many are united and counted in one step."""

    def __init__(self, originals: Iterable[Originals]) -> None:
        found = list(originals)
        self._ids = sorted(frozenset[str]().union(*[each.possible for each in found]))
        self._possible = _numbered(self._ids)
        self._certain = _numbered(frozenset[str]().union(*[each.certain for each in found]))

    def mask(self, originals: Originals) -> int:
        """A bit for whether any counts, then one for each certain original, and one for each possible one."""
        certain = _mask(originals.certain, self._certain) << 1
        possible = _mask(originals.possible, self._possible) << 1 + len(self._certain)
        return originals.counts | certain | possible

    def count(self, mask: int) -> SourceCount:
        """The number of sources in a mask, which may be of several sets together."""
        certain = mask >> 1 & (1 << len(self._certain)) - 1
        return SourceCount(certain.bit_count() or mask & 1, Ids(self._ids, mask >> 1 + len(self._certain)))


def _numbered(names: Iterable[str]) -> dict[str, int]:
    return {name: number for number, name in enumerate(names)}


def _mask(names: Iterable[str], numbers: Mapping[str, int]) -> int:
    return sum(1 << numbers[name] for name in names)
