"""What a shell proposes for the values of arguments and options: ids of the corpus, and several names of a list."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

from ..models import REFERABLE_KINDS
from .options import DEFAULT

if TYPE_CHECKING:
    from ..codelists import Codelist

Complete = Callable[[click.Context, click.Parameter, str], list[CompletionItem]]


def ids(*kinds: str) -> Complete:
    """Proposes ids of things of these kinds, or of all, in the corpus that the command line names."""

    def complete(context: click.Context, _: click.Parameter, begun: str) -> list[CompletionItem]:
        from ..reading.id_scan import ids as defined

        named = context.params.get("path") or next(iter(context.params.get("paths") or ()), DEFAULT)
        return [CompletionItem(id) for id in defined(Path(named), begun, kinds or tuple(REFERABLE_KINDS))]

    return complete


def codes(list_name: str, *, after: str = "") -> Complete:
    """Proposes the codes of a list; also behind the sign ``after``, if that is written."""

    def complete(_: click.Context, __: click.Parameter, begun: str) -> list[CompletionItem]:
        before, sign, last = begun.rpartition(after) if after else ("", "", begun)
        fitting = (code for code in _codelist(list_name) if code.startswith(last))
        return [CompletionItem(f"{before}{sign}{code}", help=code.definition) for code in fitting]

    return complete


def _codelist(name: str) -> type[Codelist]:
    from ..codelists import CODELISTS

    return next(each for each in CODELISTS if each.list_name == name)


def joined(names: Iterable[str]) -> Complete:
    """Proposes names that can be joined by commas: for the last one, those that are not there yet."""

    def complete(_: click.Context, __: click.Parameter, begun: str) -> list[CompletionItem]:
        before, comma, last = begun.rpartition(",")
        given = before.split(",")
        fitting = (name for name in names if name.startswith(last) and name not in given)
        return [CompletionItem(f"{before}{comma}{name}") for name in fitting]

    return complete
