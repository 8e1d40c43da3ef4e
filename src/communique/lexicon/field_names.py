"""The fields that a name means: a common name for them, or a misspelt one."""

from __future__ import annotations

from collections.abc import Iterable

from .field_synonyms import FIELD_WORDS
from .spelling import nearest, squeezed

_MOST = 3


def fields_meant(name: str, known: Iterable[str]) -> list[str]:
    """The known fields that a common name can mean, or that a misspelt one resembles; at most three.

    >>> fields_meant("numbers", ["dates", "quantities"]), fields_meant("quantites", ["dates", "quantities"])
    (['quantities'], ['quantities'])
    """
    candidates = list(known)
    common = next((each for each in FIELD_WORDS if squeezed(each) == squeezed(name)), "")
    if meant := [each for each in FIELD_WORDS.get(common, ()) if each in candidates]:
        return meant[:_MOST]
    match = nearest(name, candidates) or nearest(name, FIELD_WORDS)
    if match in candidates:
        return [match]
    return fields_meant(match, candidates) if match and squeezed(match) != squeezed(name) else []
