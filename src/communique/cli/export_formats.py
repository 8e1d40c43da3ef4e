"""The formats that ``--format`` asks for."""

from __future__ import annotations

import click

from .. import exporting


def chosen(formats: str) -> list[str]:
    """The names in the value of ``--format``, which are joined by commas.

    Raises:
        click.BadParameter: there is none, or one of them is unknown.
    """
    names = [name.strip() for name in formats.split(",") if name.strip()]
    for name in names or [formats]:
        if name not in exporting.FORMATS:
            raise click.BadParameter(
                f"unknown format {name!r}; valid formats: {', '.join(exporting.FORMATS)}", param_hint="--format"
            )
    return names
