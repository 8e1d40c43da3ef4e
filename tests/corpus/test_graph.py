"""Cycles in a graph."""

from __future__ import annotations

import time

from communique.corpus.graph import knots, way_round


def test_knots_take_linear_time() -> None:
    size = 20_000
    ring = {str(n): [str((n + 1) % size), *(["0"] if n % 2 else [])] for n in range(size)}
    begun = time.perf_counter()
    (knot,) = knots(ring)
    assert len(knot) == size
    assert way_round("5", ring, knot) == ["5", "0", "1", "2", "3", "4", "5"]
    assert time.perf_counter() - begun < 5
