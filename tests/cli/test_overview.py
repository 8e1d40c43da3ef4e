"""The help of the whole program is printed without click, and is what click would print."""

from __future__ import annotations

import os
import subprocess
import sys

import click
import pytest

from communique.cli import cli, overview

WIDTHS = range(overview._WIDTH, 130, 7)


def printed_by_click(width: int) -> str:
    """The help in a terminal of this width, from a group that has the same commands, and nothing of ours."""
    group = click.Group("communique", commands=dict(cli.commands), params=cli.params, help=cli.help)
    context = click.Context(
        group, info_name="communique", terminal_width=min(width, 100) - 2, help_option_names=["-h", "--help"]
    )
    return f"{group.get_help(context)}\n"


@pytest.mark.parametrize("width", WIDTHS)
def test_the_help_is_what_click_would_print(width: int) -> None:
    assert overview.help_page() == printed_by_click(width)


@pytest.mark.parametrize("option", ["-h", "--help", "--version"])
def test_no_click_is_needed(option: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    assert overview.answer([option])
    told = capsys.readouterr().out
    with pytest.raises(SystemExit) as end:
        cli.main([option], prog_name="communique")
    assert (end.value.code, capsys.readouterr().out) == (0, told)


@pytest.mark.parametrize("arguments", [[], ["--help", "--version"], ["validate"], ["validate", "--help"], ["--hlep"]])
def test_whatever_else_is_asked_is_left_to_click(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert not overview.answer(arguments)
    assert capsys.readouterr().out == ""


def test_click_wraps_the_lines_in_a_narrow_terminal() -> None:
    environment = {**os.environ, "COLUMNS": "60"}
    words = [sys.executable, "-m", "communique", "--help"]
    done = subprocess.run(words, env=environment, capture_output=True, text=True, check=True)
    assert done.stdout == printed_by_click(60) != overview.help_page()


@pytest.mark.parametrize(("columns", "is_short"), [(50, False), (0, True), (200, True)])
def test_the_width_is_that_of_the_terminal(
    columns: int, is_short: bool, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)
    monkeypatch.setattr(os, "get_terminal_size", lambda _: os.terminal_size((columns, 24)))
    assert overview.answer(["--help"]) is is_short


def test_every_command_is_a_function_of_its_name() -> None:
    assert {name: command.name for name, command in cli.commands.items()} == {name: name for name in overview.COMMANDS}


def test_a_misspelt_command_has_a_suggestion() -> None:
    done = subprocess.run([sys.executable, "-m", "communique", "vaildate"], capture_output=True, text=True, check=False)
    assert done.returncode == 2 and "validate" in done.stderr
