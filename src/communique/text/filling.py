"""Wraps text of the program itself. Text of records may be of any script: that is wrapped with their cards."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence


def fill(text: str, width: int, first: str = "", rest: str = "") -> str:
    """The text in lines of at most ``width`` letters, which begin with ``first`` and, from the second on, ``rest``.

    >>> fill("one two three", 9, "- ", "  ").splitlines()
    ['- one two', '  three']
    """
    return textwrap.fill(
        text,
        width,
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    )


def rows(given: Iterable[Sequence[str]], width: int) -> Iterator[str]:
    """Names with their meanings beside them, which are wrapped; each text of a meaning begins on a line of its own.

    >>> list(rows([("a", "one two"), ("bcd", "three", "four")], 10))
    ['a    one', '     two', 'bcd  three', '     four']
    """
    listed = [(name, [text for text in texts if text]) for name, *texts in given]
    widest = max((len(name) for name, _ in listed), default=0)
    rest = " " * (widest + 2)
    for name, texts in listed:
        for number, text in enumerate(texts):
            yield from fill(text, width, rest if number else f"{name:<{widest}}  ", rest).splitlines()
