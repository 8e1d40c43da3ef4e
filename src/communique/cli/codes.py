"""``communique codes``."""

from __future__ import annotations

import click
from click.shell_completion import CompletionItem

from ..codelists import CODELISTS
from ..lexicon.spelling import did_you_mean
from .output import say

_LISTS = {codelist.list_name: codelist for codelist in CODELISTS}


def _complete(_: click.Context, __: click.Parameter, begun: str) -> list[CompletionItem]:
    return [CompletionItem(name) for name in _LISTS if name.startswith(begun)]


@click.command()
@click.argument("name", metavar="[LIST]", required=False, shell_complete=_complete)
def codes(name: str | None) -> None:
    """Explain the codes of a codelist, such as stage or role; without LIST, list the codelists."""
    if name is None:
        for each, codelist in _LISTS.items():
            say(f"{each:<20}  {(codelist.__doc__ or '').strip().splitlines()[0]}")
        return
    if name not in _LISTS:
        advice = did_you_mean(name, list(_LISTS)) or "`communique codes` lists all codelists"
        raise click.BadParameter(f"unknown codelist {name!r}; {advice}", param_hint="LIST")
    width = max(map(len, _LISTS[name]))
    for code in _LISTS[name]:
        also = f" Also: {', '.join(code.also)}." if code.also else ""
        say(f"{code:<{width}}  {code.definition}{also}")
