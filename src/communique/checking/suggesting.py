"""The nearest of several words: "did you mean ..."."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher, get_close_matches

from .homoglyphs import foreign_letter, latinise

_ENOUGH = 0.6
_SURE = 0.8
_APART = 0.1
_LONGEST = 100  # a longer word is no slip of the pen, and takes long to compare


def nearest(word: str, candidates: Iterable[str]) -> str | None:
    """The candidate most like the word, if one is like enough; case, spaces and hyphens count for little."""
    if len(word) > _LONGEST:
        return None
    known = {_plain(candidate): candidate for candidate in sorted(candidates, reverse=True)}
    plain = _plain(word)
    # "legally binding" is meant to be binding, whatever else is spelt more like it.
    contained = [each for each in known if f"_{each}_" in f"_{plain}_" and len(each) > 2]
    matches = get_close_matches(plain, known, n=1, cutoff=_SURE) or sorted(contained, key=len)[-1:]
    matches = matches or get_close_matches(plain, known, n=1, cutoff=_ENOUGH)
    return known[matches[0]] if matches else None


def did_you_mean(word: str, candidates: Iterable[str]) -> str:
    """A sentence that names the nearest candidate, or nothing."""
    match = nearest(word, candidates)
    if match is None:
        return ""
    foreign = foreign_letter(word)
    return f"did you mean {match}? In what stands here, {foreign}" if foreign else f"did you mean {match}?"


def sure(word: str, candidates: Iterable[str]) -> str:
    """The candidate that must have been meant, or nothing: very like the word, and no other one nearly as much."""
    if len(word) > _LONGEST:
        return ""
    plain = _plain(word)
    ratios = sorted(((SequenceMatcher(None, plain, _plain(each)).ratio(), each) for each in candidates), reverse=True)
    if not ratios or ratios[0][0] < _SURE:
        return ""
    return ratios[0][1] if len(ratios) == 1 or ratios[0][0] - ratios[1][0] >= _APART else ""


def _plain(word: str) -> str:
    return latinise(word).strip().lower().replace(" ", "_").replace("-", "_")
