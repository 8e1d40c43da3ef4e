"""Words that are not misspelt: English words near codes and field names, and the words of the schema."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from ..lazy import lazy_pattern
from ..models import RECORD_KINDS
from ..text.homoglyphs import latinise

_SEPARATORS = lazy_pattern(r"[\s_.-]+")
_SKIPPED_KEYS = ("pattern", "$id", "$schema", "$ref")


@lru_cache(maxsize=4096)
def plain(word: str) -> str:
    """The word as names are written: lower case, underscores, Latin letters for those that look like them."""
    return _SEPARATORS.sub("_", latinise(word).strip().lower())


@cache
def known_words() -> frozenset[str]:
    """Known words, which are not typing errors even if they are close to a code or the name of a field."""
    from ..codelists import CODELISTS  # only for words that may be misspelt

    listed = Path(__file__).with_name("words.txt").read_text(encoding="utf-8").split()
    terms = (term for codelist in CODELISTS for code in codelist for term in (code.value, *code.also))
    return frozenset(listed) | {part for term in terms for part in plain(term).split("_")}


@cache
def schema_names() -> frozenset[str]:
    """Every field, code and example of the schema that is one word."""
    return frozenset(plain(text) for text in _schema_texts() if " " not in text)


@cache
def schema_words() -> frozenset[str]:
    """Every word in the names and descriptions of the schema."""
    return frozenset(word for text in _schema_texts() for word in re.findall("[a-z]{3,}", text.lower()))


@cache
def _schema_texts() -> frozenset[str]:
    return frozenset(text for model in RECORD_KINDS.values() for text in _texts(model.model_json_schema()))


def _texts(node: Any) -> Iterator[str]:
    if isinstance(node, str):
        yield node
    elif isinstance(node, dict):
        for key, value in node.items():
            if key not in _SKIPPED_KEYS:
                yield key
                yield from _texts(value)
    elif isinstance(node, list):
        for item in node:
            yield from _texts(item)
