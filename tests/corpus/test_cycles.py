"""Cycles in a graph."""

from __future__ import annotations

import time

from communique.corpus.cycles import components, shortest_cycle


def test_components_take_linear_time() -> None:
    size = 20_000
    ring = {str(n): [str((n + 1) % size), *(["0"] if n % 2 else [])] for n in range(size)}
    begun = time.perf_counter()
    (component,) = components(ring)
    assert len(component) == size
    assert shortest_cycle("5", ring, component) == ["5", "0", "1", "2", "3", "4", "5"]
    assert time.perf_counter() - begun < 5
