"""JSON: the whole corpus in one file."""

from __future__ import annotations

import json
from collections.abc import Iterator

from ..corpus.corpus import Corpus
from ..models import SCHEMA_VERSION
from .format import Format
from .nested import collections
from .plain_data import corroboration


def export(corpus: Corpus, *, embed: bool = False) -> Iterator[tuple[str, bytes]]:
    """The files of this format: name and content."""
    whole = {
        "schema_version": SCHEMA_VERSION,
        "dataset": corpus.dataset.model_dump(exclude_unset=False) if corpus.dataset else None,
        **collections(corpus, embed=embed),
        "corroboration": corroboration(corpus),
    }
    yield "corpus.json", (json.dumps(whole, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


FORMAT = Format("json", export)
