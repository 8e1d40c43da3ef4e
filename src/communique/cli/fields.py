"""``communique fields``."""

from __future__ import annotations

import click
from click.shell_completion import CompletionItem

from ..documenting.field_names import UnknownFieldError
from ..documenting.field_text import explain
from .output import columns, write


def _complete(_: click.Context, __: click.Parameter, begun: str) -> list[CompletionItem]:
    from ..documenting.field_names import completed

    return [CompletionItem(name) for name in completed(begun)]


@click.command()
@click.argument("name", metavar="[KIND]", required=False, shell_complete=_complete)
def fields(name: str | None) -> None:
    """Explain fields: meaning, type, codes, an example, and the schema version that brought them.

    KIND is a kind of record (announcement, registry, dataset), an object in a record (date, statement), a field
    (roles, note) or a path of fields (roles.actor). Without it, all objects are listed.
    """
    try:
        write(explain(name, columns()))
    except UnknownFieldError as error:
        raise click.BadParameter(str(error), param_hint="KIND") from None
