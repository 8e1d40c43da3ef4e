"""The options that say of a file of others what it leaves open."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

import click

from .exits import fail

if TYPE_CHECKING:
    from ..importing.form import Form

Decorator = Callable[[Callable[..., None]], Callable[..., None]]


def form_options(what: str) -> tuple[Decorator, ...]:
    """The options; ``what`` says of which file."""
    return (
        click.option("--sheet", default="", metavar="NAME", help=f"{what}: the sheet, if a workbook has several."),
        click.option(
            "--encoding",
            default="",
            metavar="NAME",
            help=f"{what}: the encoding of a text, such as windows-1252 or gb18030.  [default: what its bytes show]",
        ),
        click.option(
            "--header-row",
            type=click.IntRange(min=1),
            metavar="N",
            help=f"{what}: the row with the names of the columns.  [default: the first with more than one cell]",
        ),
    )


def form_of(given: Mapping[str, Any]) -> Form:
    """The form that these options state; exits if there is no such encoding."""
    from ..importing.form import Form, is_encoding

    encoding = str(given["encoding"])
    if encoding and not is_encoding(encoding):
        fail(f"--encoding: {encoding!r} is no encoding; examples: windows-1252, gb18030, shift_jis, utf-16")
    return Form(str(given["sheet"]), encoding, int(given["header_row"] or 0))
