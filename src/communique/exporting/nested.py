"""The corpus as lists of things, for the formats that nest."""

from __future__ import annotations

from typing import Any

from ..corpus.corpus import Corpus
from .embedding import Embedder
from .plain_data import without_definitions


def collections(corpus: Corpus, *, embed: bool = False) -> dict[str, list[dict[str, Any]]]:
    """The corpus by kind of thing, each list in the order of ids. Definitions stand in their own lists, not in records.

    With ``embed``, references are replaced by what they refer to, as `Embedder` does it.
    """
    lay_out = Embedder(corpus).resolve if embed else without_definitions
    # The dataset record is no list: it describes the corpus as a whole.
    return {name: [lay_out(model) for model in models] for name, models in corpus.roots.items() if name != "datasets"}
