"""Ids of which another is a misspelling, found without comparing every id with every other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from ...lexicon.spelling import FAR, SHORTEST, slips, squeezed
from ..definitions import Definition

if TYPE_CHECKING:
    from ..corpus import Corpus

_MOST = 20  # ids that share a variant, and are compared; where there are more, none is the one that was meant


class NearIds:
    """The ids of a corpus, each under its variants: itself and itself without one of its letters.

    So two ids with one letter put in, left out, changed, or changed places with the next share a variant.
    ``compare`` says how many slips part two ids.
    """

    def __init__(self, corpus: Corpus, compare: Callable[[str, str], int] | None = None) -> None:
        self._corpus = corpus
        self._compare = compare or id_slips
        self._by_variant: dict[int, list[str]] = defaultdict(list)
        self._sources: dict[tuple[str, str], list[str]] = defaultdict(list)
        for id, found in corpus.definitions.items():
            for variant in set(_variants(id)):
                self._by_variant[variant].append(id)
            for source in (each for each in found if each.kind == "source"):
                for name in _shorter(id):
                    self._sources[source.path, name].append(id)

    def nearest(self, id: str, kinds: Iterable[str], path: str) -> str:
        """The one id of these kinds that was meant; nothing if there is none, or more than one.

        Of a source that is defined in the same file, the beginning of the id is enough.
        """
        wanted = set(kinds)
        if wanted == {"source"} and len(longer := self._sources.get((path, id), [])) == 1:
            return longer[0]
        ranked = sorted((distance, each) for each, distance in self._compared(id, wanted) if distance < FAR)
        alone = len(ranked) == 1 or (len(ranked) > 1 and ranked[0][0] < ranked[1][0])
        return ranked[0][1] if alone else ""

    def _compared(self, id: str, kinds: set[str]) -> Iterator[tuple[str, int]]:
        candidates = {each for variant in set(_variants(id)) for each in self._by_variant.get(variant, ())[:_MOST]}
        for each in sorted(candidates):
            if _digits(each) == _digits(id) and _is_one_of(self._corpus.definitions[each], kinds):
                yield each, self._compare(id, each)


def id_slips(id: str, other: str) -> int:
    """How many slips part two ids; `FAR` if they differ in a part of three letters, which is an abbreviation."""
    parts, others = id.split("-"), other.split("-")
    pairs = zip(parts, others, strict=True) if len(parts) == len(others) else ()
    short = any(one != another and min(len(one), len(another)) < SHORTEST for one, another in pairs)
    return FAR if short else slips(id, other)


def _variants(id: str) -> Iterator[int]:
    """The variants by their hashes, which take less room; what is found by one is compared anyhow."""
    word = squeezed(id)
    yield hash(word)
    yield from (hash(word[:place] + word[place + 1 :]) for place in range(len(word)))


def _shorter(id: str) -> Iterator[str]:
    """The id without its last words."""
    words = id.split("-")
    yield from ("-".join(words[:count]) for count in range(1, len(words)))


def _digits(id: str) -> str:
    """The digits of an id in their order: one that names another year is no slip."""
    return "".join(filter(str.isdigit, id))


def _is_one_of(found: Iterable[Definition], kinds: set[str]) -> bool:
    return any(each.kind in kinds for each in found)
