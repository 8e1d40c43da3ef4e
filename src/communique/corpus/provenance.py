"""The original of each source. Copies, translations and rewrites count as one source with their original."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Generic, Protocol, TypeVar


class Derived(Protocol):
    """A `Source`, or what else has the id of its original."""

    @property
    def derived_from(self) -> str | None: ...


D = TypeVar("D", bound=Derived)


class Sources(dict[str, D], Generic[D]):
    """Sources by id, with a cache of their roots. They must not be changed after the first lookup."""

    @cached_property
    def roots(self) -> dict[str, str]:
        """The cached root of each source; filled by `root`."""
        return {}


def independent(ids: Iterable[str], sources: Mapping[str, Derived]) -> frozenset[str]:
    """The roots of these sources. Ten copies of one agency report are one source.

    An undefined source is its own root. In a cycle, the root of all sources is the first id in alphabetical order.
    """
    roots = _roots(sources)
    return frozenset([_root(id, sources, roots) for id in ids])


def root(id: str, sources: Mapping[str, Derived]) -> str:
    """The original from which this source derives, directly or indirectly."""
    return _root(id, sources, _roots(sources))


def _roots(sources: Mapping[str, Derived]) -> dict[str, str]:
    return sources.roots if isinstance(sources, Sources) else {}


def _root(id: str, sources: Mapping[str, Derived], roots: dict[str, str]) -> str:
    """The root of every source on the path is cached, so that no edge is followed twice."""
    source = sources.get(id)
    if source is None or source.derived_from is None:
        return id
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
