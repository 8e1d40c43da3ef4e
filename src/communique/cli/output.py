"""The one way from a command to a terminal, a file or a log: escaped, and in UTF-8."""

from __future__ import annotations

import sys
from typing import TextIO

import click

from ..reporting.escaping import escape

_LONGEST = 2_000


def say(line: str) -> None:
    """A line of our own to the standard output, whatever names and texts have got into it."""
    write(f"{escape(line, _LONGEST)}\n")


def tell(line: str) -> None:
    """A line of our own to the standard error."""
    write(f"{escape(line, _LONGEST)}\n", to=sys.stderr)


def write(text: str, *, to: TextIO | None = None) -> None:
    """Text of several lines in which every name and text of a record was escaped by whoever made it."""
    stream = to or sys.stdout
    if stream.isatty():
        encoding = stream.encoding or "ascii"
        click.echo(text.encode(encoding, "backslashreplace").decode(encoding), file=stream, nl=False)
    else:
        click.echo(text.encode("utf-8", "backslashreplace"), file=stream, nl=False)
