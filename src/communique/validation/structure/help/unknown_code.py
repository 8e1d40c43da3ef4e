"""Which code was meant: by a slip of the keyboard, or by a word that people write for it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from ....codelists import Codelist
from ....lexicon.spelling import did_you_mean, nearest, squeezed, sure
from ...quoting import scalar
from ...remedy import Remedy, value
from .template import codelists

_SHORT = 110  # letters of a list that is named whole before the command that explains it


def meant_code(word: str, codes: Sequence[str], title: str) -> Remedy:
    """What to do about a word that is none of these codes, by the title of their list."""
    codelist = codelists().get(title)
    meanings = [code for code in _synonyms(codelist).get(squeezed(word), ()) if code in codes] if codelist else []
    if len(meanings) == 1:
        return value(f"did you mean {meanings[0]}? {meanings[0].definition}", scalar(meanings[0]))
    if meanings:
        told = " or ".join(f"{code} ({code.definition.rstrip('.')})" for code in meanings)
        return value(f"choose what is meant: {told}", *map(scalar, meanings))
    if match := nearest(word, codes):
        return value(did_you_mean(word, codes), scalar(match), replacement=sure(word, codes))
    return Remedy(listing(codes, title))


def listing(codes: Sequence[str], title: str) -> str:
    """The codes, and the command that explains them; before a long list, which a report may cut off."""
    named = ", ".join(codes)
    if not (codelist := codelists().get(title)):
        return f"the codes are {named}"
    command = f"communique codes {codelist.list_name}"
    if len(named) <= _SHORT:
        return f"the codes are {named}; {command} explains them"
    return f"{command} explains the {len(codes)} codes: {named}"


@cache
def _synonyms(codelist: type[Codelist]) -> dict[str, tuple[Codelist, ...]]:
    """By a word that people write, squeezed, the codes that it can mean."""
    found: dict[str, tuple[Codelist, ...]] = {}
    for code in codelist:
        for word in {squeezed(each) for each in (*code.also, *code.rpartition(".")[2:]) if each != code}:
            found[word] = (*found.get(word, ()), code)
    return found
