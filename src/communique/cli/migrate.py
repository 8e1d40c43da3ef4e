"""``communique migrate``: records in another schema version."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from .. import api, schemas
from ..errors import reason
from ..files.atomic_write import replace_file
from ..models import SCHEMA_VERSION
from ..reading import read_bytes
from ..schemas.migrations import InexpressibleError
from ..text.inflection import counted
from ..validation.examination import structure_errors
from .exits import ERRORS_FOUND, tell_internal_errors
from .options import existing
from .output import say, tell
from .validate_fix import is_still, show_difference


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option(
    "--to",
    "target",
    type=click.Choice(schemas.versions()),
    default=SCHEMA_VERSION,
    show_default=True,
    help="The target version.",
)
@click.option("--dry-run", is_flag=True, help="Write nothing; print what would change as a unified diff.")
def migrate(paths: tuple[str, ...], target: str, dry_run: bool) -> None:
    """Migrate records to another version of the schema.

    PATH is a file or a folder; the default is the folder records. Only what differs between the versions is changed:
    comments, order and layout stay. A record with errors is refused, and not changed.
    """
    refused, changed = 0, 0
    for path, before, after in _migrated(existing(paths), target):
        if after == before:
            continue
        if why := after if isinstance(after, str) else _trouble(path, before, after, dry_run=dry_run):
            refused += 1
            tell(f"{path}: not migrated: {why}")
        else:
            changed += 1
    done = f"{counted(changed, 'file')} {'would be ' if dry_run else ''}migrated to schema {target}"
    (tell if dry_run else say)(f"{done}, {refused} refused" if refused else done)
    sys.exit(ERRORS_FOUND if refused else 0)


def _migrated(paths: Sequence[str], target: str) -> Iterator[tuple[str, bytes, bytes | str]]:
    """Path, old content and new content of every file; instead of the new content, the reason if there is none."""
    report = api.inspect([Path(path) for path in paths])
    tell_internal_errors(report.internal_errors)
    broken = {finding.path for finding in report.findings if finding.severity == "error"}
    for path in report.paths:
        if path in broken:
            yield path, b"", f"it has errors; `communique validate {path}` lists them"
            continue
        try:
            before = Path(path).read_bytes()
            if structure_errors(read_bytes(before, path)):
                raise InexpressibleError("it was changed during the migration, and now has errors")
            yield path, before, api.migrate(before, target)
        except InexpressibleError as error:
            yield path, b"", str(error)
        except OSError as error:
            yield path, b"", f"cannot read it: {reason(error)}"


def _trouble(path: str, before: bytes, after: bytes, *, dry_run: bool) -> str:
    """Show or write the new content; returns the reason if that failed."""
    if dry_run:
        show_difference(before, after, path)
        return ""
    if not is_still(path, before):
        return "the file was changed or deleted during the migration"
    replace_file(Path(path), after)
    return ""
