"""The page about the command line: every command, argument and option."""

from __future__ import annotations

import inspect
from collections.abc import Iterator

import click

from .markdown import code, page, table

_HEAD = """# Command line

`communique COMMAND --help` prints the same offline. Exit codes are explained [with the output](output.md)."""


def pages(root: click.Group) -> Iterator[tuple[str, str]]:
    """The page: name below the folder of the documentation, and text. ``root`` is the whole command line."""
    sections = [_section(name, command) for name, command in commands(root, "communique")]
    yield "reference/commands.md", page(_HEAD, *sections)


def commands(group: click.Group, name: str) -> Iterator[tuple[str, click.Command]]:
    """Every command of a group and of its subgroups, each with its full name."""
    for word, command in group.commands.items():
        yield f"{name} {word}", command
        if isinstance(command, click.Group):
            yield from commands(command, f"{name} {word}")


def _section(name: str, command: click.Command) -> str:
    options = [each for each in command.params if isinstance(each, click.Option)]
    rows = [(f"`{_written(option)}`", _meaning(option)) for option in options]
    return page(
        f"## {name}",
        code("text", " ".join([name, *_usage(command)])),
        inspect.cleandoc(command.help or "").replace("\b\n", ""),
        table(("option", "meaning"), rows) if rows else "",
    ).rstrip("\n")


def _usage(command: click.Command) -> Iterator[str]:
    if any(isinstance(each, click.Option) for each in command.params):
        yield "[OPTIONS]"
    if isinstance(command, click.Group):
        yield "COMMAND [ARGS]..."
    for each in command.params:
        if isinstance(each, click.Argument):
            yield _argument(each)


def _argument(argument: click.Argument) -> str:
    name = argument.metavar or (argument.name or "").upper()
    several = "..." if argument.nargs == -1 and not argument.metavar else ""
    return (name if argument.required or argument.metavar else f"[{name}]") + several


def _written(option: click.Option) -> str:
    names = ", ".join(option.opts)
    return names if option.is_flag else f"{names} {option.metavar or option.type.name.split()[0].upper()}"


def _meaning(option: click.Option) -> str:
    parts = [inspect.cleandoc(option.help or "").replace("  [default:", " [default:")]
    if isinstance(option.type, click.Choice):
        parts.append(f"One of {', '.join(f'`{choice}`' for choice in option.type.choices)}.")
    if option.required:
        parts.append("Required.")
    if option.show_default and option.default is not None:
        default = " ".join(option.default) if isinstance(option.default, list | tuple) else option.default
        parts.append(f"Default: `{default}`.")
    return " ".join(part for part in parts if part)
