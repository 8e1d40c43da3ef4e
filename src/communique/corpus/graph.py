"""Ways that lead back to where they began."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping

Graph = Mapping[str, Iterable[str]]


def knots(graph: Graph) -> list[frozenset[str]]:
    """The sets of two nodes or more that can all be reached from each other. After Kosaraju, in linear time."""
    backwards: dict[str, list[str]] = defaultdict(list)
    for node, following in graph.items():
        for each in following:
            backwards[each].append(node)
    seen: set[str] = set()
    order = [node for start in graph for node in _reached(start, graph, seen)]
    seen.clear()
    found = [frozenset(_reached(start, backwards, seen)) for start in reversed(order)]
    return [knot for knot in found if len(knot) > 1]


def way_round(start: str, graph: Graph, knot: Container[str], first: str | None = None) -> list[str]:
    """A shortest way from a node of a knot back to itself: the first node and the last are the same.

    With ``first``, a shortest one of those that begin with the step to that node.
    """
    came_from = {} if first is None else {first: start}
    ahead = [start if first is None else first]
    for node in ahead:
        for following in graph.get(node, ()):
            if following in knot and following not in came_from:
                came_from[following] = node
                ahead.append(following)
        if start in came_from:
            break
    way = [start]
    while len(way) == 1 or way[-1] != start:
        way.append(came_from[way[-1]])
    return way[::-1]


def _reached(start: str, graph: Graph, seen: set[str]) -> Iterator[str]:
    """What can be reached and was not seen before, each after all that it leads to. No recursion: ways may be long."""
    if start in seen:
        return
    seen.add(start)
    way = [(start, iter(graph.get(start, ())))]
    while way:
        node, ahead = way[-1]
        following = next((each for each in ahead if each not in seen), None)
        if following is None:
            way.pop()
            yield node
        else:
            seen.add(following)
            way.append((following, iter(graph.get(following, ()))))
