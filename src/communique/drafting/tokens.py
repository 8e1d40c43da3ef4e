"""The words of a text, as names are made of them."""

from __future__ import annotations

from calendar import day_name, month_name
from typing import NamedTuple

from ..lazy import lazy_pattern

_TOKEN = lazy_pattern(r"(?:[A-Z]\.){2,}|[A-Z]\.(?= [A-Z][a-z])|[^\W_]+(?:(?:[.&-]|['’](?!s\b))[^\W_]+)*\$?")

MONTHS = "|".join(filter(None, month_name))
"""The English names of the months, as a part of a pattern."""

CALENDAR = frozenset((*day_name, *month_name))
"""The English names of days and months."""

ANY_OF_CALENDAR = "|".join(sorted(filter(None, CALENDAR)))
"""The same, as a part of a pattern."""


def word_set(text: str) -> frozenset[str]:
    """The words of a list that is written with spaces between them."""
    return frozenset(text.split())


class Token(NamedTuple):
    """A word of a text, without a possessive ending, and where it is."""

    start: int
    end: int
    text: str

    @property
    def is_capital(self) -> bool:
        """Whether it begins like a name."""
        return self.text[0].isupper()


def tokens(text: str, start: int = 0) -> list[Token]:
    """The words of a text that begins at this place."""
    return [Token(start + each.start(), start + each.end(), each[0]) for each in _TOKEN.finditer(text)]
