"""``communique docs``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import cast

import click

from .. import documenting
from .exits import ERRORS_FOUND
from .output import say, tell


@click.command()
@click.argument("folder", type=click.Path(file_okay=False), default="docs")
@click.option("--check", is_flag=True, help="Write nothing; fail if a page is not up to date.")
@click.pass_context
def docs(context: click.Context, folder: str, check: bool) -> None:
    """Write the generated reference pages into FOLDER (default: docs)."""
    root = cast(click.Group, context.find_root().command)
    if not check:
        documenting.publish(Path(folder), root)
        say(f"reference pages written to {folder}")
        return
    differences = documenting.differences(Path(folder), root)
    for difference in differences:
        tell(difference)
    say(f"{folder} is not up to date" if differences else f"{folder} is up to date")
    sys.exit(ERRORS_FOUND if differences else 0)
