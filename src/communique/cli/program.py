"""The program ``communique``: a group of commands, each of which is imported when it is called."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator, Mapping
from importlib import import_module
from keyword import iskeyword
from types import ModuleType
from typing import Any, NoReturn, cast

import click
from click.shell_completion import CompletionItem

from ..errors import CommuniqueError
from ..version import __version__
from . import output
from .exits import ABORTED, fail, tell_internal_errors, terminate
from .overview import ABOUT, COMMANDS, HELP_NAMES


class _Commands(Mapping[str, click.Command]):
    """The commands by their names; a command is imported when it is asked for."""

    def __getitem__(self, name: str) -> click.Command:
        short_help = COMMANDS[name]
        own = f"{name}_" if iskeyword(name) else name
        command = cast(click.Command, getattr(import_module(f"{__package__}.{own}"), own))
        command.short_help = short_help
        return command

    def __iter__(self) -> Iterator[str]:
        return iter(COMMANDS)

    def __len__(self) -> int:
        return len(COMMANDS)


class _Program(click.Group):
    """Reports an exception of communique in one line, with exit code 2."""

    def main(self, *args: Any, **options: Any) -> Any:
        """As in click, but every exception of communique is reported."""
        try:
            output.prepare()
            return super().main(*args, **options)
        except CommuniqueError as error:
            fail(str(error))

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """As in click, but no command is imported."""
        named = [CompletionItem(name, help=COMMANDS[name]) for name in COMMANDS if name.startswith(incomplete)]
        return [*named, *click.Command.shell_complete(self, ctx, incomplete)]

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """As in click, but no command is imported."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, COMMANDS[name]) for name in self.list_commands(ctx)])


@click.group(
    cls=_Program,
    commands=_Commands(),
    help=ABOUT,
    context_settings={"help_option_names": [*HELP_NAMES], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="communique")
def cli() -> None:
    """The whole command line."""


def _without_plugins() -> None:
    """Keep pydantic from looking for plugins, for which it reads what every installed package says of itself.

    The variable that disables plugins does not save the time: the module that looks for them imports too much. If
    pydantic has another such module one day, it looks for plugins again, and nothing else changes.
    """
    finder = ModuleType("pydantic.plugin._loader")
    vars(finder)["get_plugins"] = tuple
    sys.modules.setdefault(finder.__name__, finder)


def run() -> NoReturn:
    """Run the command line; an internal error is reported without a traceback, with exit code 2."""
    _without_plugins()
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
