"""Places in a text that every copy of it fills with a tag of its own."""

from __future__ import annotations

from itertools import product
from random import Random

SMALL, TITLE, CAPITAL = "\ue000", "\ue001", "\ue002"
"""Characters that no record has: the tag goes here in small letters, with a first capital, in capitals."""

_LETTERS = "bcdfghjkmnpqrsvwz"  # without vowels there are no words; without l, t and x, no llc, tbd or xxx
TAG_LENGTH = 3


def tags(count: int, seed: int) -> list[str]:
    """Tags for so many copies, all different, and the same ones for the same seed.

    >>> tags(2, 0) == tags(2, 0) != tags(2, 1)
    True
    """
    known = ["".join(letters) for letters in product(_LETTERS, repeat=TAG_LENGTH)]
    if count > len(known):
        raise ValueError(f"there are tags for {len(known)} copies only")
    return Random(seed).sample(known, count)


def fill(text: bytes, tag: str) -> bytes:
    """The text with the tag in all slots.

    >>> fill("id: waic-\ue000 # WAIC \ue001".encode(), "bcd")
    b'id: waic-bcd # WAIC Bcd'
    """
    for slot, written in ((SMALL, tag), (TITLE, tag.capitalize()), (CAPITAL, tag.upper())):
        text = text.replace(slot.encode(), written.encode())
    return text
