"""Finds the id of which another id is a misspelling, without comparing it with every id."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from ...lexicon.spelling import FAR, SHORTEST, slips, squeezed
from ..definitions import Definition, Index

_MAX_CANDIDATES = 20  # ids with the same variant that are compared


class NearIds:
    """Defined ids by their variants: the id itself, and the id without one of its letters.

    Two ids have a variant in common if one letter is inserted, deleted, replaced or swapped with the next.
    ``compare`` counts the typing errors between two ids.
    """

    def __init__(self, definitions: Index, compare: Callable[[str, str], int] | None = None) -> None:
        self._definitions = definitions
        self._compare = compare or id_slips
        self._by_variant: dict[int, list[str]] = defaultdict(list)
        self._sources: dict[tuple[str, str], list[str]] = defaultdict(list)
        for id, found in definitions.items():
            for variant in set(_variants(id)):
                self._by_variant[variant].append(id)
            for source in (each for each in found if each.kind == "source"):
                for name in _shorter(id):
                    self._sources[source.path, name].append(id)

    def nearest(self, id: str, kinds: Iterable[str], path: str) -> str:
        """The id of these kinds that was meant; empty if there is none, or more than one.

        For a source that is defined in the same file, the beginning of the id is sufficient.
        """
        wanted = set(kinds)
        if wanted == {"source"} and len(longer := self._sources.get((path, id), [])) == 1:
            return longer[0]
        ranked = sorted((distance, each) for each, distance in self._compared(id, wanted) if distance < FAR)
        is_unique = len(ranked) == 1 or (len(ranked) > 1 and ranked[0][0] < ranked[1][0])
        return ranked[0][1] if is_unique else ""

    def _compared(self, id: str, kinds: set[str]) -> Iterator[tuple[str, int]]:
        candidates = {
            each for variant in set(_variants(id)) for each in self._by_variant.get(variant, ())[:_MAX_CANDIDATES]
        }
        for each in sorted(candidates):
            if _digits(each) == _digits(id) and _is_one_of(self._definitions[each], kinds):
                yield each, self._compare(id, each)


def id_slips(id: str, other: str) -> int:
    """The number of typing errors between two ids; `FAR` if they differ in a part of three letters or less."""
    parts, others = id.split("-"), other.split("-")
    pairs = zip(parts, others, strict=True) if len(parts) == len(others) else ()
    short = any(one != another and min(len(one), len(another)) < SHORTEST for one, another in pairs)
    return FAR if short else slips(id, other)


def _variants(id: str) -> Iterator[int]:
    """The hashes of the variants, to save memory. Collisions do no harm, because matches are compared."""
    word = squeezed(id)
    yield hash(word)
    yield from (hash(word[:place] + word[place + 1 :]) for place in range(len(word)))


def _shorter(id: str) -> Iterator[str]:
    """The id without its last words."""
    words = id.split("-")
    yield from ("-".join(words[:count]) for count in range(1, len(words)))


def _digits(id: str) -> str:
    """The digits of an id in their order. An id with another year is not a misspelling."""
    return "".join(filter(str.isdigit, id))


def _is_one_of(found: Iterable[Definition], kinds: set[str]) -> bool:
    return any(each.kind in kinds for each in found)
