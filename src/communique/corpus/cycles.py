"""Cycles in a graph of ids."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping

Graph = Mapping[str, Iterable[str]]


def components(graph: Graph) -> list[frozenset[str]]:
    """The strongly connected components of two or more nodes."""
    return [each for each in connected(graph) if len(each) > 1]


def connected(graph: Graph) -> list[frozenset[str]]:
    """The strongly connected components, each after those that it leads to, in linear time (Kosaraju's algorithm)."""
    backwards: dict[str, list[str]] = defaultdict(list)
    for node, following in graph.items():
        for each in following:
            backwards[each].append(node)
    seen: set[str] = set()
    order = [node for start in graph for node in _reached(start, graph, seen)]
    seen.clear()
    found = [frozenset(_reached(start, backwards, seen)) for start in reversed(order)]
    return [each for each in reversed(found) if each]


def shortest_cycle(start: str, graph: Graph, component: Container[str], first: str | None = None) -> list[str]:
    """A shortest path from a node of a component back to itself. The first node and the last node are the same.

    With ``first``, the path begins with the edge to that node.
    """
    came_from = {} if first is None else {first: start}
    ahead = [start if first is None else first]
    for node in ahead:
        for following in graph.get(node, ()):
            if following in component and following not in came_from:
                came_from[following] = node
                ahead.append(following)
        if start in came_from:
            break
    path = [start]
    while len(path) == 1 or path[-1] != start:
        path.append(came_from[path[-1]])
    return path[::-1]


def _reached(start: str, graph: Graph, seen: set[str]) -> Iterator[str]:
    """The reachable nodes that were not seen before, in postorder. Without recursion, because paths may be long."""
    if start in seen:
        return
    seen.add(start)
    path = [(start, iter(graph.get(start, ())))]
    while path:
        node, ahead = path[-1]
        following = next((each for each in ahead if each not in seen), None)
        if following is None:
            path.pop()
            yield node
        else:
            seen.add(following)
            path.append((following, iter(graph.get(following, ()))))
