"""What ``communique import EXPORT --to FOLDER`` does."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from .. import importing
from ..importing.record_files import write_records
from ..reporting.concise import heading
from ..text.inflection import counted
from .exits import ERRORS_FOUND
from .output import say, tell


def import_to(paths: tuple[str, ...], to: str) -> None:
    """Write the records of an export as files; exits if one of its cells cannot be read."""
    if len(paths) != 1:
        raise click.UsageError("--to needs one PATH, which is the export")
    found = importing.read(Path(paths[0]))
    for finding in found.findings:
        tell(heading(finding))
        if finding.help:
            tell(f"  help: {finding.help}")
    if found.findings:
        tell("Nothing was written.")
        sys.exit(ERRORS_FOUND)
    if not found.records:
        raise click.UsageError(f"no records in {paths[0]}")
    written = write_records(found.records, Path(to))
    records = counted(len(written), "record")
    say(f"{records} of {found.format} written to {to}; check them with: communique validate {to}")
