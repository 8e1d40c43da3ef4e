"""Mistakes for a few files: simple ones, and the rule that finds each."""

from __future__ import annotations

import re
from random import Random
from typing import NamedTuple


class Mistake(NamedTuple):
    """What is replaced, where it stands first, and the code of the rule that reports it."""

    code: str
    wanted: bytes
    written: bytes


MISTAKES = {
    "misspelt code": Mistake("CQ208", rb'(\n *"?status"?: "?review)ed', rb"\1d"),
    "unknown field": Mistake("CQ206", rb'(\n *"?)status("?:)', rb"\1statuss\2"),
    "dangling reference": Mistake("CQ301", rb'(\bon_behalf_of"?: "?)([\w-]+)', rb"\1\2-gone"),
    "trailing space": Mistake("CQ209", rb"""(\bvalue"?: ['"]\d{4}-\d\d-\d\d)""", rb"\1 "),
    "wrong date": Mistake("CQ401", rb"""(\bvalue"?: ['"]\d{4})-\d\d-\d\d""", rb"\1-02-30"),
    "bracket left open": Mistake("CQ105", rb"\]", b""),
}


def spoiled(text: bytes, random: Random) -> tuple[str, bytes]:
    """A kind of mistake, and the text with one of this kind."""
    for name in random.sample(sorted(MISTAKES), len(MISTAKES)):
        written, count = re.subn(MISTAKES[name].wanted, MISTAKES[name].written, text, count=1)
        if count:
            return name, written
    raise ValueError("there is no place in the text for a mistake of any kind")
