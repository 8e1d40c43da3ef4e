"""The one way from a command to a terminal, a file or a log: escaped, and in UTF-8.

Nothing else in the command line prints: a line of our own may hold a path, an id or an option's value that somebody
chose so that a terminal, or the log of a CI system, takes it for a command.
"""

from __future__ import annotations

import sys
from io import TextIOWrapper

import click
from click.exceptions import NoArgsIsHelpError

from ..reporting.escaping import escape

_LONGEST = 4_000


def prepare() -> None:
    """Let no letter fail to print: UTF-8 for what is no terminal, and escapes for what a terminal does not have."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            encoding = None if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="backslashreplace")


def say(line: str) -> None:
    """A line of our own to the standard output, whatever names and texts have got into it."""
    write(f"{escape(line, _LONGEST)}\n")


def tell(line: str) -> None:
    """A line of our own to the standard error."""
    write(f"{escape(line, _LONGEST)}\n", err=True)


def write(text: str, *, err: bool = False) -> None:
    """Text of several lines in which every name and text of a record was escaped by whoever made it."""
    click.echo(text, nl=False, err=err, color=True)  # whether there is to be colour has been decided


def tell_usage(error: click.ClickException) -> None:
    """What click found wrong with the words of a call, which it would print as they are."""
    if isinstance(error, NoArgsIsHelpError):
        write(f"{error.message}\n", err=True)  # click's own help, which holds no word of the call
        return
    context = error.ctx if isinstance(error, click.UsageError) else None
    if context:
        write(f"{context.get_usage()}\nTry '{context.command_path} --help' for help.\n\n", err=True)
    tell(f"Error: {error.format_message()}")
