"""The command line with one command, whose two workers say that they have begun, and wait until they may end.

It is run with two file descriptors: one to write to, and one to wait for.
"""

from __future__ import annotations

import os
import sys

import click

from communique.cli import cli, main
from communique.working import mapped

begun, end = map(int, sys.argv[1:])


def wait(_: int) -> None:
    os.write(begun, b".")
    os.read(end, 1)


@click.command()
def work() -> None:
    for _ in mapped(wait, range(100), 2, batch=10, patience=0.0):
        pass


if __name__ == "__main__":
    cli.commands = {"work": work}
    sys.argv[1:] = ["work"]
    main()
