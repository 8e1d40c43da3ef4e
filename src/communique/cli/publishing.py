"""``communique schema`` and ``communique docs``: what is made from the code."""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType

import click

from .. import documenting, schemas
from ..models import KINDS, SCHEMA_VERSION
from ..schemas import publishing
from .ending import ERRORS_FOUND

_check = click.option("--check", is_flag=True, help="Write nothing; fail if the folder is not up to date.")


@click.group()
def schema() -> None:
    """Print or publish the JSON Schema."""


@schema.command()
@click.argument("kind", type=click.Choice(list(KINDS)), default="announcement")
@click.option("--version", type=click.Choice(schemas.versions()), default=SCHEMA_VERSION, show_default=True)
def show(kind: str, version: str) -> None:
    """Print the JSON Schema of one KIND of record."""
    click.echo(schemas.path(version, kind).read_text(encoding="utf-8"), nl=False)


@schema.command()
@click.argument("folder", type=click.Path(file_okay=False), default="schemas")
@_check
def publish(folder: str, check: bool) -> None:
    """Write the schemas and codelists that the models give into FOLDER."""
    _publish(publishing, folder, check)


@click.command()
@click.argument("folder", type=click.Path(file_okay=False), default="docs")
@_check
def docs(folder: str, check: bool) -> None:
    """Write the pages about rules and tables into FOLDER."""
    _publish(documenting, folder, check)


def _publish(what: ModuleType, folder: str, only_check: bool) -> None:
    if not only_check:
        what.publish(Path(folder))
        click.echo(f"{folder} is up to date")
        return
    differences: list[str] = what.differences(Path(folder))
    for difference in differences:
        click.echo(difference, err=True)
    click.echo(f"{folder} is not up to date" if differences else f"{folder} is up to date")
    sys.exit(ERRORS_FOUND if differences else 0)
