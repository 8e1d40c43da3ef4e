"""``communique codes``."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import click
from click.shell_completion import CompletionItem

from ..codelists import CODELISTS, Codelist
from ..lexicon.code_words import codes_for, codes_near, meant
from ..lexicon.registered_codes import currencies_called
from ..lexicon.spelling import did_you_mean, question
from ..lexicon.unit_names import UNITS
from ..text.filling import rows
from .output import columns, write

_LISTS = {codelist.list_name: codelist for codelist in CODELISTS}
_UNITS = "unit"
_MOST = 5


def _complete(_: click.Context, __: click.Parameter, begun: str) -> list[CompletionItem]:
    return [CompletionItem(name) for name in (*_LISTS, _UNITS) if name.startswith(begun)]


def _complete_words(context: click.Context, _: click.Parameter, begun: str) -> list[CompletionItem]:
    """The codes of the list that was named."""
    codelist = _LISTS.get(context.params.get("name") or "")
    return [CompletionItem(code, help=code.definition) for code in codelist or () if code.startswith(begun)]


@click.command()
@click.argument("name", metavar="[LIST]", required=False, shell_complete=_complete)
@click.argument("words", nargs=-1, metavar="[WORDS]...", shell_complete=_complete_words)
def codes(name: str | None, words: tuple[str, ...]) -> None:
    """Explain the codes of a codelist, such as stage or role; without LIST, list the codelists.

    LIST may be the name of a field too, if only one codelist has its codes. The list unit has the usual units; a field
    for a unit takes other words too.

    With WORDS, only the codes for which people write them: `communique codes role signer`. If the first word is no
    list, all lists are searched: `communique codes executive order`.
    """
    if name is None:
        lists = [(each, (codelist.__doc__ or "").strip().splitlines()[0]) for each, codelist in _LISTS.items()]
        _tell([*lists, (_UNITS, "The usual units, one spelling for each.")])
    elif name == _UNITS:
        _explain_units(" ".join(words))
    elif found := _list_name(name, words):
        _explain(_LISTS[found], " ".join(words))
    else:
        asked = " ".join((name, *words))
        _tell((f"{code.list_name}: {code}", _meaning(code)) for code in codes_for(asked, CODELISTS))


def _explain(codelist: type[Codelist], asked: str) -> None:
    """Explain the codes of the list; if words are given, those that they may mean."""
    found = codes_for(asked, [codelist]) if asked else list(codelist)
    if not found:
        advice = (
            _known_terms(asked, [codelist])
            or _in_other_lists(asked, codelist)
            or f"`communique codes {codelist.list_name}` lists all"
        )
        raise click.BadParameter(f"no code of {codelist.list_name} for {asked!r}; {advice}", param_hint="WORDS")
    _tell((code, _meaning(code)) for code in found)


def _meaning(code: Codelist) -> str:
    return code.definition + (f" Also: {', '.join(code.also)}." if code.also else "")


def _known_terms(asked: str, codelists: Sequence[type[Codelist]]) -> str:
    near = meant(asked, codelists)[:_MOST] or [*dict.fromkeys(codes_near(asked, codelists))][:_MOST]
    return question(*near) if near else _in_english(asked)


def _in_english(asked: str) -> str:
    return "" if asked.isascii() else "codes are found by English words"


def _in_other_lists(asked: str, codelist: type[Codelist]) -> str:
    """Which other lists have codes for the words; empty if none has."""
    others = [each for each in CODELISTS if each is not codelist]
    found = [f"{code.list_name} {code}" for code in codes_for(asked, others) or codes_near(asked, others)]
    return f"other lists have: {', '.join(found[:_MOST])}" if found else ""


def _list_name(name: str, words: Sequence[str]) -> str:
    """The list with this name, or else the only one whose codes a field with this name has; empty if a code is meant.

    Raises:
        click.BadParameter: there is none, or there are several; the message names those that may be meant.
    """
    if name in _LISTS:
        return name
    from ..documenting.coded_fields import lists_of  # needs the schema

    found = lists_of(name)
    if len(found) == 1:
        return found[0]
    if found and not words:
        raise click.BadParameter(f"several fields are called {name!r}; choose {' or '.join(found)}", param_hint="LIST")
    asked = " ".join((name, *words))
    near = [each for each in _LISTS if name in each.split("_")][:_MOST]
    advice = did_you_mean(name, [*_LISTS, _UNITS]) or (question(*near) if near and not words else "")
    if not advice and codes_for(asked, CODELISTS):
        return ""
    advice = advice or _known_terms(asked, CODELISTS) or "`communique codes` lists all codelists"
    what = f"no code for {asked!r}" if words else f"unknown codelist {name!r}"
    raise click.BadParameter(f"{what}; {advice}", param_hint="LIST")


def _explain_units(asked: str) -> None:
    """Explain the units; if words are given, those with a spelling that has them."""
    found = [each for each in UNITS if not asked or asked.lower() in map(str.lower, (each.name, *each.spellings))]
    if not found:
        money = currencies_called(asked)
        advice = f"it is a currency, which is a field of money: {', '.join(money)}" if money else ""
        advice = advice or _in_english(asked) or "`communique codes unit` lists all"
        raise click.BadParameter(f"no unit {asked!r}; {advice}", param_hint="WORDS")
    listed = []
    for unit in found:
        also = f"Also: {', '.join(unit.spellings)}." if unit.spellings else ""
        known = (unit.meaning, f"{unit.code}." if unit.code else "", also)
        listed.append((unit.name, " ".join(filter(None, known))))
    _tell(listed)


def _tell(given: Iterable[tuple[str, str]]) -> None:
    for line in rows(given, columns()):
        write(f"{line}\n")
