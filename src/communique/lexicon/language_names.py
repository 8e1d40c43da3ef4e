"""Languages by their names, from the Unicode CLDR: in common languages, and in the language itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Set
from functools import cache

from .folding import fold

_NAMED_IN = "en de fr es it pt nl pl ru sv tr ar zh ja ko"
_SHORT = 2
"""The letters of the tags of languages that are also named in themselves."""


def language_called(name: str) -> str:
    """The tag of the only language with this name; empty if there is none, or several.

    >>> language_called("French"), language_called("Französisch"), language_called("français")
    ('fr', 'fr', 'fr')
    >>> language_called("Simplified Chinese"), language_called("words")
    ('zh-Hans', '')
    """
    found: Set[str] = _tags().get(fold(name.strip()), frozenset())
    return next(iter(found)) if len(found) == 1 else ""


@cache
def _tags() -> dict[str, set[str]]:
    """By each folded name, the tags of the languages that it may mean; dialects of a country are left out."""
    from babel import Locale
    from babel.localedata import locale_identifiers

    found: dict[str, set[str]] = defaultdict(set)
    for code in {*_NAMED_IN.split(), *(each for each in locale_identifiers() if len(each) == _SHORT)}:
        names = Locale.parse(code).languages
        wanted = names if code in _NAMED_IN.split() else {code: names.get(code, "")}
        for tag, name in wanted.items():
            if name and name != tag and not tag.rpartition("_")[2].isupper():
                found[fold(name)].add(tag.replace("_", "-"))
    return found
