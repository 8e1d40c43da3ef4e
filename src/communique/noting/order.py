"""The order in which definitions are read: what an item names by its label comes first, wherever it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from graphlib import CycleError, TopologicalSorter

from ..lazy import lazy_pattern
from .lines import COLON, Entry

LABEL = lazy_pattern(r"(?P<label>[A-Za-z0-9][\w-]*)(?: = |\s*＝\s*)(?P<rest>.+)$")
"""A label before an item."""

_NAMED = lazy_pattern(rf"[a-z_]+{COLON}([^|｜]+)")
_WORD = lazy_pattern(r"[\w-]+")


def by_labels(entries: Iterable[Entry]) -> list[Entry]:
    """The items in their order, but each behind those whose labels are in values of its fields.

    >>> from communique.noting.lines import sections
    >>> (section,) = sections("sources:\\n- a = A | derived_from: b\\n- b = B\\n")
    >>> [each.first.text for each in by_labels(section.items)]
    ['b = B', 'a = A | derived_from: b']
    """
    every = [*entries]
    labelled = {label["label"]: each for each in every if (label := LABEL.match(each.first.text))}
    graph = {
        each: [named for word in _named(each) if (named := labelled.get(word, each)) is not each] for each in every
    }
    try:
        return [*TopologicalSorter(graph).static_order()]
    except CycleError:
        return every


def _named(entry: Entry) -> Iterator[str]:
    """The words in values of fields, of which some may be labels."""
    for line in entry.lines:
        for value in _NAMED.finditer(line.text):
            yield from _WORD.findall(value[1])
