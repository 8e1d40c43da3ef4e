"""The option ``--format`` of what writes exports."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

import click

from .. import exporting
from .completion import joined

Command = TypeVar("Command", bound=Callable[..., Any])


def formats_option(default: Iterable[str], more: str = "") -> Callable[[Command], Command]:
    """``--format``, which may be given several times, each with one name or several joined by commas."""
    return click.option(
        "--format",
        "formats",
        multiple=True,
        callback=lambda _, __, values: chosen(values),
        shell_complete=joined(exporting.FORMATS),
        default=[",".join(default)],
        show_default=True,
        help=f"One or more of {', '.join(exporting.FORMATS)}, joined by commas or in several options{more}.",
    )


def chosen(values: Sequence[str]) -> list[str]:
    """The names in the values of ``--format``, each once.

    Raises:
        click.BadParameter: there is none, or one of them is unknown.
    """
    names = [name.strip() for value in values for name in value.split(",") if name.strip()]
    for name in names or [""]:
        if name not in exporting.FORMATS:
            raise click.BadParameter(
                f"unknown format {name!r}; valid formats: {', '.join(exporting.FORMATS)}", param_hint="--format"
            )
    return list(dict.fromkeys(names))
