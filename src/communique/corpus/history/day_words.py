"""Several days in words: whether they compete, are two events, or are the local days of one moment."""

from __future__ import annotations

from collections.abc import Callable

from ... import models
from ...models import EdtfDate
from ..local_days import one_moment
from .days import Dating


def day_words(dating: Dating, word: Callable[[EdtfDate], str] = str) -> str:
    """The days, each as ``word`` gives it; empty if there is none.

    "A or B" if they compete, "A (B in Asia/Shanghai)" if they can be one moment, "A and B" if both are true otherwise.
    """
    if dating.competes or not dating.dates:
        return " or ".join(dict.fromkeys(map(word, dating.days)))
    first, *others = dating.dates
    same = [each for each in others if one_moment([first, each])]
    apart = [first, *(each for each in others if each not in same)]
    shown, *rest = dict.fromkeys(word(each.value) for each in apart)
    elsewhere = dict.fromkeys(_elsewhere(each, word) for each in same if isinstance(each, models.Date))
    return " and ".join([shown + (f" ({', '.join(elsewhere)})" if elsewhere else ""), *rest])


def _elsewhere(date: models.Date, word: Callable[[EdtfDate], str]) -> str:
    return word(date.value) + (f" in {date.time_zone}" if date.time_zone else "")
