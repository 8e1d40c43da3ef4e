"""``communique codes``."""

from __future__ import annotations

from collections.abc import Iterable

import click
from click.shell_completion import CompletionItem

from ..codelists import CODELISTS
from ..lexicon.spelling import did_you_mean, question
from ..lexicon.unit_names import UNITS
from ..text.filling import fill
from .output import columns, write

_LISTS = {codelist.list_name: codelist for codelist in CODELISTS}
_UNITS = "unit"
_MOST = 5


def _complete(_: click.Context, __: click.Parameter, begun: str) -> list[CompletionItem]:
    return [CompletionItem(name) for name in (*_LISTS, _UNITS) if name.startswith(begun)]


@click.command()
@click.argument("name", metavar="[LIST]", required=False, shell_complete=_complete)
def codes(name: str | None) -> None:
    """Explain the codes of a codelist, such as stage or role; without LIST, list the codelists.

    LIST may be the name of a field too, if only one codelist has its codes. The list unit has the usual units; a field
    for a unit takes other words too.
    """
    if name is None:
        lists = [(each, (codelist.__doc__ or "").strip().splitlines()[0]) for each, codelist in _LISTS.items()]
        _tell([*lists, (_UNITS, "The usual units, one spelling for each.")])
        return
    if name == _UNITS:
        _explain_units()
        return
    _tell(
        (code, code.definition + (f" Also: {', '.join(code.also)}." if code.also else ""))
        for code in _LISTS[_list_name(name)]
    )


def _list_name(name: str) -> str:
    """The list with this name, or else the only one whose codes a field with this name has.

    Raises:
        click.BadParameter: there is none, or there are several; the message names those that may be meant.
    """
    if name in _LISTS:
        return name
    from ..documenting.coded_fields import lists_of  # needs the schema

    found = lists_of(name)
    if len(found) == 1:
        return found[0]
    if found:
        raise click.BadParameter(f"several fields are called {name!r}; choose {' or '.join(found)}", param_hint="LIST")
    near = [each for each in _LISTS if name in each.split("_")][:_MOST]
    known = did_you_mean(name, [*_LISTS, _UNITS])
    advice = known or (question(*near) if near else "`communique codes` lists all codelists")
    raise click.BadParameter(f"unknown codelist {name!r}; {advice}", param_hint="LIST")


def _explain_units() -> None:
    rows = []
    for unit in UNITS:
        also = f"Also: {', '.join(unit.spellings)}." if unit.spellings else ""
        known = (unit.meaning, f"{unit.code}." if unit.code else "", also)
        rows.append((unit.name, " ".join(filter(None, known))))
    _tell(rows)


def _tell(rows: Iterable[tuple[str, str]]) -> None:
    """Print names with their meanings beside them, which are wrapped."""
    given = list(rows)
    widest = max(len(name) for name, _ in given)
    for name, meaning in given:
        write(f"{fill(meaning, columns(), f'{name:<{widest}}  ', ' ' * (widest + 2))}\n")
