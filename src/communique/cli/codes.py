"""``communique codes``."""

from __future__ import annotations

import click
from click.shell_completion import CompletionItem

from ..codelists import CODELISTS
from ..lexicon.spelling import did_you_mean
from ..lexicon.unit_names import UNITS
from .output import say

_LISTS = {codelist.list_name: codelist for codelist in CODELISTS}
_UNITS = "unit"


def _complete(_: click.Context, __: click.Parameter, begun: str) -> list[CompletionItem]:
    return [CompletionItem(name) for name in (*_LISTS, _UNITS) if name.startswith(begun)]


@click.command()
@click.argument("name", metavar="[LIST]", required=False, shell_complete=_complete)
def codes(name: str | None) -> None:
    """Explain the codes of a codelist, such as stage or role; without LIST, list the codelists.

    The list unit has the usual units; a field for a unit takes other words too.
    """
    if name is None:
        for each, codelist in _LISTS.items():
            say(f"{each:<20}  {(codelist.__doc__ or '').strip().splitlines()[0]}")
        say(f"{_UNITS:<20}  The usual units, one spelling for each.")
        return
    if name == _UNITS:
        _explain_units()
        return
    if name not in _LISTS:
        advice = did_you_mean(name, [*_LISTS, _UNITS]) or "`communique codes` lists all codelists"
        raise click.BadParameter(f"unknown codelist {name!r}; {advice}", param_hint="LIST")
    width = max(map(len, _LISTS[name]))
    for code in _LISTS[name]:
        also = f" Also: {', '.join(code.also)}." if code.also else ""
        say(f"{code:<{width}}  {code.definition}{also}")


def _explain_units() -> None:
    width = max(len(unit.name) for unit in UNITS)
    for unit in UNITS:
        also = f"Also: {', '.join(unit.spellings)}." if unit.spellings else ""
        known = (unit.meaning, f"{unit.code}." if unit.code else "", also)
        say(f"{unit.name:<{width}}  {' '.join(filter(None, known))}")
