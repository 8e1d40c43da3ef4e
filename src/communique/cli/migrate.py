"""``communique migrate``: records in another schema version."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from .. import api, schemas
from ..files.atomic_write import replace_file
from ..models import SCHEMA_VERSION
from ..reading import read_bytes
from ..schemas.migrations import InexpressibleError
from ..text.inflection import counted
from ..validation.engine import structure_errors
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
        if after == before:
            continue
        if why := after if isinstance(after, str) else _trouble(path, before, after, dry_run=dry_run):
            refused += 1
            tell(f"{path}: not migrated: {why}")
        else:
            changed += 1
    done = f"{counted(changed, 'file')} {'would be ' if dry_run else ''}brought to schema {target}"
    (tell if dry_run else say)(f"{done}, {refused} refused" if refused else done)
    sys.exit(ERRORS_FOUND if refused else 0)


def _migrated(paths: Sequence[str], target: str) -> Iterator[tuple[str, bytes, bytes | str]]:
    """Path, old content and new content of every file; in the place of the new content, why there is none."""
    report = api.inspect([Path(path) for path in paths])
    tell_internal_errors(report.internal_errors)
    broken = {finding.path for finding in report.findings if finding.severity == "error"}
    for path in report.paths:
        if path in broken:
            yield path, b"", f"it has errors, which communique validate {path} lists"
            continue
        try:
            before = Path(path).read_bytes()
            if structure_errors(read_bytes(before, path)):
                raise InexpressibleError("it was changed meanwhile, and has errors now")
            yield path, before, api.migrate(before, target)
        except InexpressibleError as reason:
            yield path, b"", str(reason)
        except OSError as error:
            yield path, b"", f"it cannot be read: {error.strerror or error}"


def _trouble(path: str, before: bytes, after: bytes, *, dry_run: bool) -> str:
    """Show or write the new content, and say what stood in the way, if something did."""
    if dry_run:
        show_difference(before, after, path)
        return ""
    if not is_still(path, before):
        return "the file was changed or removed meanwhile"
    replace_file(Path(path), after)
    return ""
