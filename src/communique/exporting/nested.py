"""The corpus as lists of things, for JSON and JSON Lines."""

from __future__ import annotations

from typing import Any

from ..corpus.corpus import Corpus
from .embedding import Embedder
from .plain_data import without_definitions


def collections(corpus: Corpus, *, embed: bool = False) -> dict[str, list[dict[str, Any]]]:
    """A list for each kind of thing, sorted by id. Definitions are in their own lists, not in records.

    With ``embed``, references are replaced with the things that they refer to; see `Embedder`.
    """
    convert = Embedder(corpus).resolve if embed else without_definitions
    # The dataset record is not in a list, because it describes the corpus as a whole.
    return {name: [convert(model) for model in models] for name, models in corpus.roots.items() if name != "datasets"}
