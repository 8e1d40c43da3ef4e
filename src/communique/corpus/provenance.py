"""Which source a source derives from: copies, translations and rewrites count as one with their original."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property

from ..models import Source


class Sources(dict[str, Source]):
    """Sources by id, which remember where each goes back to. They are not changed after they were first asked."""

    @cached_property
    def roots(self) -> dict[str, str]:
        """The root of each source that was asked for; filled by `root`."""
        return {}


def independent(ids: Iterable[str], sources: Mapping[str, Source]) -> frozenset[str]:
    """The sources at the roots of these: ten copies of one agency report are one source.

    A source that is not known stands for itself. In a cycle of sources that derive from each other the first id by
    the alphabet stands for all.
    """
    roots = _roots(sources)
    return frozenset(_root(id, sources, roots) for id in ids)


def root(id: str, sources: Mapping[str, Source]) -> str:
    """The source that this one goes back to in the end."""
    return _root(id, sources, _roots(sources))


def _roots(sources: Mapping[str, Source]) -> dict[str, str]:
    return sources.roots if isinstance(sources, Sources) else {}


def _root(id: str, sources: Mapping[str, Source], roots: dict[str, str]) -> str:
    """Every source on the path is remembered with its root, so that no edge is ever followed twice."""
    path: dict[str, int] = {}
    here = id
    while here not in roots and here not in path:
        path[here] = len(path)
        source = sources.get(here)
        here = (source and source.derived_from) or here
    if here not in roots:
        roots[here] = min(list(path)[path[here] :])
    roots.update(dict.fromkeys(path, roots[here]))
    return roots[here]
