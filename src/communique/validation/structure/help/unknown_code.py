"""Which code was probably meant: a misspelt code, or a common word for it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from ....codelists import Codelist
from ....lexicon.spelling import all_nearest, by_likeness, did_you_mean, nearest, question, squeezed, sure
from ....schemas.slots import codelists
from ...quoting import scalar
from ...remedy import Remedy, value

_FEW = 3  # codes of which one is asked for
_SHORT = 110  # characters of a list that comes before the command that explains it


def meant_code(word: str, codes: Sequence[str], title: str) -> Remedy:
    """What to do about a word that is not one of these codes; ``title`` is the title of their list."""
    codelist = codelists().get(title)
    meanings = [code for code in _synonyms(codelist).get(squeezed(word), ()) if code in codes] if codelist else []
    if len(meanings) == 1:
        return value(f"{question(meanings[0])} {meanings[0].definition}", scalar(meanings[0]))
    if meanings:
        choices = " or ".join(f"{code} ({code.definition.rstrip('.')})" for code in meanings)
        return value(f"choose what is meant: {choices}", *map(scalar, meanings))
    if match := nearest(word, codes):
        return value(did_you_mean(word, codes), scalar(match), replacement=sure(word, codes))
    if 1 < len(several := all_nearest(word, codes)) <= _FEW:
        return value(question(*several, instead_of=word), *map(scalar, several))
    return Remedy(listing(codes, title, word))


def listing(codes: Sequence[str], title: str, word: str = "") -> str:
    """The codes, and the command that explains them.

    If the list is long, the command comes first, and then the codes that have most in common with the word.
    """
    named = ", ".join(codes)
    if not (codelist := codelists().get(title)):
        return f"valid codes: {named}"
    command = f"communique codes {codelist.list_name}"
    if len(named) <= _SHORT:
        return f"valid codes: {named}; `{command}` explains them"
    return (
        f"`{command}` explains the {len(codes)} valid codes: {', '.join(by_likeness(word, codes) if word else codes)}"
    )


@cache
def _synonyms(codelist: type[Codelist]) -> dict[str, tuple[Codelist, ...]]:
    """The codes that each common word can mean; the words are squeezed."""
    found: dict[str, tuple[Codelist, ...]] = {}
    for code in codelist:
        for word in {squeezed(each) for each in (*code.also, *code.rpartition(".")[2:]) if each != code}:
            found[word] = (*found.get(word, ()), code)
    return found
