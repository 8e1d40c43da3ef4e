"""The code that somebody means, by the code itself, its label or a word that people write for it."""

from __future__ import annotations

from .. import codelists
from ..codelists.codelist import Codelist


def code_of(codelist: str, word: str) -> str:
    """The only code of a codelist that a word means; empty if there is none, or more than one."""
    members: type[Codelist] = getattr(codelists, codelist)
    wanted = _plain(word)
    exact = [each for each in members if wanted in (_plain(each.value), _plain(each.label))]
    found = exact or [each for each in members if wanted in map(_plain, each.also)]
    return found[0].value if len(found) == 1 else ""


def _plain(word: str) -> str:
    return " ".join(word.casefold().replace("_", " ").replace("-", " ").split())
