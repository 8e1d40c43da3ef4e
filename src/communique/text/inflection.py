"""English nouns in the singular and the plural."""

from __future__ import annotations

import re
from collections.abc import Sequence

_UNCOUNTABLE = frozenset({"info"})
_SHORTEST = 4
"""The minimum length of a word with a plural ending: "gas" and "ties" are not changed."""


def plural(noun: str) -> str:
    """The plural of a regular noun, or of a phrase that ends with one.

    >>> plural("quantity"), plural("branch"), plural("other file"), plural("countries")
    ('quantities', 'branches', 'other files', 'countries')
    """
    if noun in _UNCOUNTABLE or noun.endswith("ies"):
        return noun
    if re.search("[^aeiou]y$", noun):
        return f"{noun[:-1]}ies"
    return f"{noun}es" if re.search("(s|x|z|ch|sh)$", noun) else f"{noun}s"


def singular(noun: str) -> str:
    """The singular of a regular plural; any other noun is returned unchanged.

    >>> singular("quantities"), singular("dates"), singular("access")
    ('quantity', 'date', 'access')
    """
    if noun.endswith("ies") and len(noun) > _SHORTEST:
        return f"{noun[:-3]}y"
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") and len(noun) >= _SHORTEST else noun


def with_article(noun: str) -> str:
    """The noun with its indefinite article.

    >>> with_article("actor"), with_article("source")
    ('an actor', 'a source')
    """
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


def enumerated(names: Sequence[str]) -> str:
    """The names, joined by commas and "and".

    >>> enumerated(["a"]), enumerated(["a", "b"]), enumerated(["a", "b", "c"])
    ('a', 'a and b', 'a, b and c')
    """
    return " and ".join([", ".join(names[:-1])] * (len(names) > 1) + [*names[-1:]])


def counted(number: int, noun: str) -> str:
    """The number with its noun, in the singular or the plural.

    >>> counted(1, "file"), counted(2, "file"), counted(2, "info")
    ('1 file', '2 files', '2 info')
    """
    return f"{number} {noun if number == 1 else plural(noun)}"
