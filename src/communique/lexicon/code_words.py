"""Codes by the words that people write for them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from ..codelists import Codelist
from ..text.inflection import singular
from .spelling import SHORTEST, all_nearest, squeezed
from .vocabulary import plain


def codes_for(asked: str, codelists: Iterable[type[Codelist]]) -> list[Codelist]:
    """The codes for which people write these words; else those with a term that has all of the words.

    >>> from communique.codelists import RoleType, DateRole
    >>> codes_for("Signers", [RoleType]), codes_for("effective", [DateRole])
    ([<RoleType.SIGNATORY: 'signatory'>], [<DateRole.ENTRY_INTO_FORCE: 'entry_into_force'>, \
<DateRole.APPLIES_FROM: 'applies_from'>])
    """
    every = [code for codelist in codelists for code in codelist]
    wanted = _usual(asked)
    if exact := [code for code in every if any(_usual(term) == wanted for term in terms(code))]:
        return exact
    return [code for code in every if any(wanted <= _usual(term) for term in terms(code))]


def code_called(asked: str, codelist: type[Codelist]) -> Codelist | None:
    """The only code of the list that is called so: by itself or its label, else by a word that people write for it.

    A word as it is comes before its singular or plural, which may mean something else.

    >>> from communique.codelists import ActorType, SourceType
    >>> code_called("Newspapers", SourceType), code_called("media", SourceType)
    (<SourceType.NEWS: 'news'>, None)
    >>> code_called("state", ActorType), code_called("states", ActorType)
    (<ActorType.COUNTRY: 'country'>, <ActorType.GROUP: 'group'>)
    """
    wanted = _usual(asked)
    own = [code for code in codelist if wanted in (_usual(code.value), _usual(code.label))]
    exact = [code for code in codelist if squeezed(asked) in map(squeezed, code.also)]
    found = own or exact or [code for code in codelist if wanted in map(_usual, code.also)]
    return found[0] if len(found) == 1 else None


def meant(asked: str, codelists: Iterable[type[Codelist]]) -> list[str]:
    """The terms of which the words may be a misspelling."""
    return all_nearest(asked, {term for codelist in codelists for code in codelist for term in terms(code)})


def codes_near(asked: str, codelists: Iterable[type[Codelist]]) -> list[Codelist]:
    """The codes with a term that has a word beginning with these letters; else those whose meaning has the word.

    >>> from communique.codelists import AnnouncementType
    >>> codes_near("exec", [AnnouncementType])
    [<AnnouncementType.EXECUTIVE_ACT: 'executive_act'>]
    """
    every = [code for codelist in codelists for code in codelist]
    wanted = plain(asked)
    if len(wanted) < SHORTEST or not wanted.isascii():
        return []
    begun = [code for code in every if any(f"_{plain(term)}".find(f"_{wanted}") >= 0 for term in terms(code))]
    return begun or [code for code in every if _usual(wanted) <= _usual(code.definition)]


def terms(code: Codelist) -> tuple[str, ...]:
    """The code, its label, and the words that people write for it."""
    return (code.value, code.label, *code.also)


@lru_cache(maxsize=10_000)
def _usual(text: str) -> frozenset[str]:
    return frozenset(singular(part) for part in plain(text).split("_") if part)
