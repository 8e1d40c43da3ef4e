"""The command line: arguments in, exit code out, one file per command. No logic lives here."""

from __future__ import annotations

import signal
import sys
from typing import Any, NoReturn

import click

from ..errors import CommuniqueError
from ..version import __version__
from . import output
from .cite import cite
from .codes import codes
from .docs import docs
from .exits import ABORTED, fail, tell_internal_errors, terminate
from .export import export
from .find import find
from .migrate import migrate
from .new import new
from .rule import rule
from .schema import schema
from .show import show
from .validate import validate


class _Program(click.Group):
    """Reports an exception of communique in one line, with exit code 2."""

    def main(self, *args: Any, **options: Any) -> Any:
        """As in click, but every exception of communique is reported."""
        try:
            output.prepare()
            return super().main(*args, **options)
        except CommuniqueError as error:
            fail(str(error))


@click.group(cls=_Program, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="communique")
def cli() -> None:
    """AI-governance announcements as validated records.

    Records are YAML or JSON files; a folder with a dataset record is a corpus.
    """


for _command in (new, validate, show, find, cite, rule, codes, export, migrate, schema, docs):
    cli.add_command(_command)


def main() -> NoReturn:
    """Run the command line; an internal error is reported without a traceback, with exit code 2."""
    signal.signal(signal.SIGTERM, terminate)
    try:
        # A command that returns gives no exit code; options of click, such as --help, do.
        code = cli.main(prog_name="communique", standalone_mode=False)
    except click.ClickException as error:
        output.tell_usage(error)
        code = error.exit_code
    except click.Abort:
        output.tell("Aborted!")
        code = ABORTED
    except Exception as error:  # an internal error is reported without a traceback
        tell_internal_errors([f"running the command: {type(error).__name__}: {error}"[:500]])
    sys.exit(code)
