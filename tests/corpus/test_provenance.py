"""Which sources are independent of each other."""

from __future__ import annotations

from communique.corpus.provenance import independent
from communique.models import Source


def test_independent_sources() -> None:
    def source(id: str, derived_from: str | None = None) -> Source:
        return Source.model_validate(
            {"id": id, "type": "news", "access": "excerpt", **({"derived_from": derived_from} if derived_from else {})}
        )

    made = [source("a"), source("b", "a"), source("c", "b"), source("d", "gone"), source("e", "gone")]
    made += [source("x", "y"), source("y", "z"), source("z", "y"), source("self", "self")]
    sources = {each.id: each for each in made}
    assert independent([], sources) == frozenset()
    assert independent(["a", "b", "c"], sources) == {"a"}
    assert independent(["d", "e"], sources) == {"gone"}
    assert independent(["nobody", "a"], sources) == {"nobody", "a"}
    assert independent(["x", "y", "z"], sources) == {"y"}
    assert independent(["self"], sources) == {"self"}
