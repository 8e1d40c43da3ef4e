"""JSON Lines: one file per kind of thing, one thing per line."""

from __future__ import annotations

import json
from collections.abc import Iterator

from ..corpus.corpus import Corpus
from .format import Format
from .nested import collections
from .plain_data import corroboration


def export(corpus: Corpus, *, embed: bool = False) -> Iterator[tuple[str, bytes]]:
    """The files of this format: name and content."""
    files = {**collections(corpus, embed=embed), "corroboration": corroboration(corpus)}
    for name, things in files.items():
        lines = (json.dumps(thing, ensure_ascii=False, separators=(",", ":")) + "\n" for thing in things)
        yield f"jsonl/{name}.jsonl", "".join(lines).encode("utf-8")


FORMAT = Format("jsonl", export)
