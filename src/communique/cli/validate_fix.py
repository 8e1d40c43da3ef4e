"""The options ``--fix`` and ``--diff`` of ``communique validate``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from .. import fixing
from ..diagnostics.report import Report
from ..files.atomic_write import WriteError, replace_file, replace_files
from ..files.regular_file import read_regular
from ..fixing import Outcome
from ..reading.limits import MAX_BYTES
from .output import tell, write

if TYPE_CHECKING:
    from ..validation.settings import Settings

_CHANGED = "the file was changed or deleted after the check; check again"
_NOT_SHOWN = "this diff cannot be applied, because it contains characters that cannot be printed"
WITHDRAWN = "not applied, because more than intended would have changed"


class Words(NamedTuple):
    """What is needed to put passages in the place of words in evidence: the files, the folder of texts, settings."""

    files: Sequence[Path]
    sources: str
    settings: Settings

    def filled(self, report: Report, contents: Mapping[str, bytes]) -> dict[str, tuple[bytes, bytes]]:
        """The files with words that were found, each with the content before and after."""
        from ..authoring.worded_evidence import FIELD
        from ..authoring.words_filling import fill
        from ..text.source_text import Texts
        from ..validation.discovery import corpora

        if not any(finding.pointer.endswith(f"/{FIELD}") for finding in report.findings):
            return {}
        found = fill(corpora(self.files, self.settings), Texts.from_folder(Path(self.sources)), contents=contents)
        return {each.path: (each.before, each.after) for each in found.files}


def show_fixes(report: Report, words: Words | None = None) -> bool:
    """Print the changes as diffs. False if some file was changed since the check."""
    done = True
    changes: dict[str, tuple[bytes, bytes]] = {}
    for path, before, outcome in _outcomes(report):
        if before is None:
            tell(f"{path}: not fixed: {_CHANGED}")
            done = False
        elif outcome.content != before:
            changes[path] = before, outcome.content
        _tell_withdrawn(path, outcome)
    filled = words.filled(report, {path: after for path, (_, after) in changes.items()}) if words else {}
    for path, (before, after) in filled.items():
        changes[path] = changes.get(path, (before,))[0], after
    for path, (before, after) in changes.items():
        show_difference(before, after, path)
    return done


def show_difference(before: bytes, after: bytes, path: str) -> None:
    """Print the diff, and say so if it cannot be applied."""
    text, applicable = fixing.difference(before, after, path)
    write(text)
    if not applicable:
        tell(f"{path}: {_NOT_SHOWN}")


def make_fixes(report: Report, words: Words | None = None) -> bool:
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
    if words and (filled := words.filled(report, {})):
        replace_files({Path(path): change for path, change in filled.items()})
        for path in filled:
            tell(f"{path}: words replaced by passages")
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
