"""``communique migrate``: records in another schema version."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from .. import library, schemas
from ..atomic_write import WriteError, replace_file
from ..fixing import difference
from ..migrating import InexpressibleError
from ..models import SCHEMA_VERSION
from ..reporting.escaping import escape
from ..reporting.summary import plural
from .asking import existing
from .ending import ERRORS_FOUND, fail, tell_troubles


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option(
    "--to",
    "target",
    type=click.Choice(schemas.versions()),
    default=SCHEMA_VERSION,
    show_default=True,
    help="The version to bring them to.",
)
@click.option("--dry-run", is_flag=True, help="Write nothing; print what would change as a unified diff.")
def migrate(paths: tuple[str, ...], target: str, dry_run: bool) -> None:
    """Bring records to another version of the schema.

    PATH is a file or a folder; without any, the folder records. Only what the versions write differently is changed:
    comments, order and layout stay. A record with errors is refused and left as it is.
    """
    refused, changed = 0, 0
    for path, before, after in _migrated(existing(paths), target):
        if isinstance(after, str):
            refused += 1
            click.echo(f"{escape(path)}: not migrated: {escape(after, 1_000)}", err=True)
        elif after != before:
            changed += 1
            _write(path, before, after, dry_run)
    done = f"{plural(changed, 'file')} {'would be ' if dry_run else ''}brought to schema {target}"
    click.echo(f"{done}, {refused} refused" if refused else done, err=dry_run)
    sys.exit(ERRORS_FOUND if refused else 0)


def _migrated(paths: Sequence[str], target: str) -> Iterator[tuple[str, bytes, bytes | str]]:
    """Path, old content and new content of every file; in the place of the new content, why there is none."""
    report = library.inspect([Path(path) for path in paths])
    tell_troubles(report.troubles)
    broken = {finding.path for finding in report.findings if finding.severity == "error"}
    for path in report.paths:
        before = Path(path).read_bytes() if path not in broken else b""
        if path in broken:
            yield path, before, f"it has errors, which communique validate {path} lists"
            continue
        try:
            yield path, before, library.migrate(before, target)
        except InexpressibleError as reason:
            yield path, before, str(reason)


def _write(path: str, before: bytes, after: bytes, dry_run: bool) -> None:
    if dry_run:
        click.echo(difference(before, after, path), nl=False)
        return
    try:
        replace_file(Path(path), after)
    except WriteError as error:
        fail(str(error))
