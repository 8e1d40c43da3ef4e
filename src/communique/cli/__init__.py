"""The command line: arguments in, exit code out, one file per command. No logic lives here."""

from __future__ import annotations

import click

from .. import __version__
from ..reporting.escaping import escape
from ..settings import SettingsError
from .beginning import new
from .citing import cite
from .ending import fail, tell_troubles
from .explaining import rule
from .exporting import export
from .listing import codes
from .looking import find
from .migrating import migrate
from .publishing import docs, schema
from .showing import show
from .validating import validate


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="communique")
def cli() -> None:
    """AI-governance announcements as validated records.

    Records are YAML or JSON files; a folder with a dataset record is a corpus.
    """


for _command in (new, validate, show, find, cite, rule, codes, export, migrate, schema, docs):
    cli.add_command(_command)


def main() -> None:
    """Run the command line; an error of our own is told in a line, with exit code 2."""
    try:
        cli(prog_name="communique")
    except SettingsError as error:
        fail(escape(str(error)))
    except Exception as error:  # the last line of defence: a report, not a traceback
        tell_troubles([f"running: {type(error).__name__}: {error}"[:500]])
