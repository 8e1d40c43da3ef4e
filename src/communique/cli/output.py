"""The one way from a command to a terminal, a file or a log: escaped, and in UTF-8.

Nothing else in the command line prints: a line of our own may hold a path, an id or an option's value that somebody
chose so that a terminal, or the log of a CI system, takes it for a command.
"""

from __future__ import annotations

import errno
import os
import sys
from io import TextIOWrapper
from pathlib import Path

import click
from click.exceptions import NoArgsIsHelpError

from ..errors import CommuniqueError
from ..text.escaping import escape

_LONGEST = 4_000


class OutputError(CommuniqueError):
    """The standard output cannot be written; the message says why."""


def prepare() -> None:
    """Let no letter fail to print: UTF-8 for what is no terminal, and escapes for what a terminal does not have."""
    if sys.stdout is None:
        raise OutputError("the standard output is closed; send it to a file or to another program")
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
    try:
        click.echo(text, nl=False, err=err, color=True)  # whether there is to be colour has been decided
    except OSError as error:
        if err or error.errno == errno.EPIPE:  # nobody is left who could be told, or who wants to hear more
            raise
        sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115  else Python tries again at its end
        raise OutputError(f"the output cannot be written: {error.strerror or error}") from error


def tell_usage(error: click.ClickException) -> None:
    """What click found wrong with the words of a call, which it would print as they are."""
    if isinstance(error, NoArgsIsHelpError):
        write(f"{error.message}\n", err=True)  # click's own help, which holds no word of the call
        return
    context = error.ctx if isinstance(error, click.UsageError) else None
    if context:
        write(f"{context.get_usage()}\nTry '{context.command_path} --help' for help.\n\n", err=True)
    tell(f"Error: {error.format_message()}")
