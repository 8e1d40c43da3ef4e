"""Independent witnesses: copies, translations and retellings count as one with what they derive from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from .models import Source


def independent(ids: Iterable[str], sources: Mapping[str, Source]) -> frozenset[str]:
    """The sources at the roots of these: ten copies of one agency report are one witness.

    A source that is not known stands for itself. In a circle of sources that derive from each other the first id by
    the alphabet stands for all.
    """
    return frozenset(root(id, sources) for id in ids)


def root(id: str, sources: Mapping[str, Source]) -> str:
    """The source that this one goes back to in the end."""
    way = [id]
    while (source := sources.get(way[-1])) and source.derived_from:
        if source.derived_from in way:
            return min(way[way.index(source.derived_from) :])
        way.append(source.derived_from)
    return way[-1]
