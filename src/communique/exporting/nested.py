"""The corpus as lists of things, for the formats that nest."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..corpus.corpus import Corpus
from ..models import Model
from .embedding import Embedder
from .plain_data import without_definitions


def collections(corpus: Corpus, *, embed: bool = False) -> dict[str, list[dict[str, Any]]]:
    """The corpus by kind of thing, each list in the order of ids. Definitions stand in their own lists, not in records.

    With ``embed``, references are replaced by what they refer to, as `Embedder` does it.
    """
    things: dict[str, Mapping[str, Model]] = {
        "announcements": corpus.announcements,
        "actors": corpus.actors,
        "instruments": corpus.instruments,
        "occasions": corpus.occasions,
        "sources": corpus.sources,
        "registries": corpus.registries,
    }
    lay_out = Embedder(corpus).resolve if embed else without_definitions
    return {name: [lay_out(model) for model in models.values()] for name, models in things.items()}
