"""Words that are not misspelt: English words, and the names in the schema."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import Any

from ..lazy import lazy_pattern
from ..models import RECORD_KINDS
from ..text.homoglyphs import latinise
from .regional_spelling import one_spelling

_SEPARATORS = lazy_pattern(r"[\s_.-]+")
# Names of registers that have no code, each one or two letters away from one that has.
_SCHEMES = """
arxiv asin crossref cusip ecli eidr fundref geonames gtin iata iban icao inchi isan isin ismn isni isrc issn istc iswc
lccn naics oclc orcids pmcid pmid sedol sitc ssrn unlocode urls viaf
"""
_RARE = 500
_SKIPPED_KEYS = ("pattern", "$id", "$schema", "$ref")


@lru_cache(maxsize=4096)
def plain(word: str) -> str:
    """The word as names are written: lower case, underscores, Latin letters for those that look like them."""
    return _SEPARATORS.sub("_", latinise(word).strip().lower())


@cache
def known_words() -> frozenset[str]:
    """Words of this field, which are not typing errors even if they are close to a code or the name of a field."""
    from ..codelists import CODELISTS  # only for words that may be misspelt

    terms = (term for codelist in CODELISTS for code in codelist for term in (code.value, *code.also))
    return frozenset(_SCHEMES.split()) | {part for term in terms for part in plain(term).split("_")}


def is_word(word: str, *, usual: bool = False) -> bool:
    """Whether it is a word of this field or of English, in the spelling of Britain or of America.

    If ``usual`` is true, rare words of English do not count.

    >>> is_word("player"), is_word("organisations"), is_word("plaier")
    (True, True, False)
    >>> is_word("summery"), is_word("summery", usual=True)
    (True, False)
    """
    numbers = (_english().get(each, 0) for each in (word, one_spelling(word)))
    return word in known_words() or any(number > (_RARE if usual else 0) for number in numbers)


@cache
def _english() -> Mapping[str, int]:
    """How often each English word is in a large corpus. The list is read only for a word that may be misspelt."""
    from spellchecker import SpellChecker

    found: Mapping[str, int] = SpellChecker(language="en").word_frequency.dictionary
    return found


@cache
def schema_names() -> frozenset[str]:
    """Every field, code and example of the schema that is one word."""
    return frozenset(plain(text) for text in _schema_texts() if " " not in text)


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
