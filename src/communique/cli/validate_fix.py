"""The options ``--fix`` and ``--diff`` of ``communique validate``."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from .. import fixing
from ..diagnostics.report import Report
from ..files.atomic_write import WriteError, replace_file
from ..files.regular_file import read_regular
from ..fixing import Outcome
from ..reading.limits import MAX_BYTES
from .output import tell, write

_CHANGED = "the file was changed or deleted after the check; check again"
_NOT_SHOWN = "this diff cannot be applied, because it contains characters that cannot be printed"
WITHDRAWN = "not applied, because more than intended would have changed"


def show_fixes(report: Report) -> bool:
    """Print the changes as diffs. False if some file was changed since the check."""
    done = True
    for path, before, outcome in _outcomes(report):
        if before is None:
            tell(f"{path}: not fixed: {_CHANGED}")
            done = False
        elif outcome.content != before:
            show_difference(before, outcome.content, path)
        _tell_withdrawn(path, outcome)
    return done


def show_difference(before: bytes, after: bytes, path: str) -> None:
    """Print the diff, and say so if it cannot be applied."""
    text, applicable = fixing.difference(before, after, path)
    write(text)
    if not applicable:
        tell(f"{path}: {_NOT_SHOWN}")


def make_fixes(report: Report) -> bool:
    """Write the fixed files, and report each. False if some file could not be fixed."""
    done = True
    fixed: set[Path] = set()
    for path, before, outcome in _outcomes(report):
        place = Path(path).resolve()
        if place in fixed:  # given by two paths
            continue
        if internal_error := _written(path, before, outcome):
            tell(f"{path}: not fixed: {internal_error}")
            done = False
        elif outcome.content != before:
            fixed.add(place)
            tell(f"{path}: fixed")
        _tell_withdrawn(path, outcome)
    return done


def _outcomes(report: Report) -> Iterator[tuple[str, bytes | None, Outcome]]:
    """Path, content and outcome of every file with a fixable finding.

    The content is None if it is not the content that was checked, because the positions of the findings may be wrong.
    """
    for path in dict.fromkeys(finding.path for finding in report.findings if fixing.fixable(finding)):
        before = _content(path)
        if before is None or fixing.File.read(before, path).document.text != report.texts[path]:
            yield path, None, Outcome(b"")
        else:
            findings = [finding for finding in report.findings if finding.path == path]
            yield path, before, fixing.repaired(before, findings, path)


def _content(path: str) -> bytes | None:
    try:
        return read_regular(Path(path), MAX_BYTES)
    except OSError:
        return None


def is_still(path: str, content: bytes) -> bool:
    """Whether the file still has this content."""
    return _content(path) == content


def _written(path: str, before: bytes | None, outcome: Outcome) -> str:
    """Write the file; returns the reason if that failed."""
    if before is not None and outcome.content == before:
        return ""
    if before is None or not is_still(path, before):
        return _CHANGED
    try:
        replace_file(Path(path), outcome.content)
    except WriteError as error:
        return str(error)
    return ""


def _tell_withdrawn(path: str, outcome: Outcome) -> None:
    if outcome.withdrawn:
        tell(f"{path}: {outcome.withdrawn} fix{'' if outcome.withdrawn == 1 else 'es'} {WITHDRAWN}")
