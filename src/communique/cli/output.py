"""Output of all commands to a terminal, a file or a log: escaped, and in UTF-8.

No other module of the command line prints. A message may contain a path, an id or the value of an option that was
chosen so that a terminal, or the log of a CI system, executes it as a command.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterable, Sequence
from io import TextIOWrapper
from pathlib import Path

import click
from click.exceptions import NoArgsIsHelpError

from ..errors import CommuniqueError, reason
from ..text.escaping import escape
from ..text.inflection import counted

_LONGEST = 4_000
_MOST_COLUMNS = 110


class OutputError(CommuniqueError):
    """Standard output cannot be written; the message says why."""


def columns() -> int:
    """The width of the terminal, and no more than lines are easy to read in."""
    import shutil

    return min(shutil.get_terminal_size().columns, _MOST_COLUMNS)


def prepare() -> None:
    """Configure the streams so that printing never fails: UTF-8 for files, escapes for what a terminal cannot show."""
    if sys.stdout is None:
        raise OutputError("standard output is closed; redirect it to a file or to another program")
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            encoding = None if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="backslashreplace")


def files_line(written: Sequence[str], earlier: Iterable[str], what: str) -> str:
    """How many files were written, and how many are gone of those that were there."""
    gone = {*earlier} - {*written}
    removed = f"; {counted(len(gone), 'file')} of the earlier {what} removed" if gone else ""
    return f"{counted(len(written), 'file')}{removed}"


def say(line: str) -> None:
    """Print a line to standard output, escaped."""
    write(f"{escape(line, _LONGEST)}\n")


def tell(line: str) -> None:
    """Print a line to standard error, escaped."""
    write(f"{escape(line, _LONGEST)}\n", err=True)


def write(text: str, *, err: bool = False) -> None:
    """Print text of several lines in which the names and texts of records are already escaped."""
    try:
        click.echo(text, nl=False, err=err, color=True)  # the caller has decided about colour
    except OSError as error:
        if err or error.errno == errno.EPIPE:  # nobody reads the output any more
            raise
        sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115  else Python tries again at its end
        raise OutputError(f"cannot write to standard output: {reason(error)}") from error


def tell_usage(error: click.ClickException) -> None:
    """Print a usage error of click, which click itself would print without escaping."""
    if isinstance(error, NoArgsIsHelpError):
        write(f"{error.message}\n", err=True)  # the help of click, which contains no argument
        return
    context = error.ctx if isinstance(error, click.UsageError) else None
    if context:
        write(f"{context.get_usage()}\nTry '{context.command_path} --help' for help.\n\n", err=True)
    tell(f"Error: {error.format_message()}")
