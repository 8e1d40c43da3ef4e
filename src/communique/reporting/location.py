"""The location and fingerprint of a finding, the same on every machine."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from ..diagnostics.finding import Finding
from ..files.checksum import sha256
from ..files.paths import STDIN, below, work_trees

_CHECKED_OUT = ("GITHUB_WORKSPACE", "CI_PROJECT_DIR")


def relative(path: str) -> str:
    """The path from the top folder of the project, with slashes; unchanged if it is not below that folder.

    CI systems resolve the paths of annotations from the top of the checkout, wherever a job runs.
    """
    if path == STDIN:
        return path
    return below(path, _top()) or Path(path).as_posix()


def _top() -> Path:
    """The checkout folder of the CI system, else the top of the git work tree, else the current folder."""
    return _found_top(Path.cwd(), tuple(os.environ.get(name, "") for name in _CHECKED_OUT))


@cache
def _found_top(here: Path, named: tuple[str, ...]) -> Path:
    checked_out = [Path(folder).resolve() for folder in named if folder]
    return next((folder for folder in (*checked_out, *work_trees(here)) if below(here, folder) is not None), here)


def fingerprints(findings: Iterable[Finding]) -> Iterator[tuple[Finding, str]]:
    """Each finding with a fingerprint that does not change if lines move: made from file, rule and JSON Pointer.

    If several findings have the same of these, they are numbered.
    """
    seen: Counter[tuple[str, str, str]] = Counter()
    for finding in findings:
        key = (relative(finding.path), finding.code, finding.pointer)
        seen[key] += 1
        identity = "\0".join([*key, str(seen[key])])
        yield finding, sha256(identity.encode("utf-8", "surrogateescape"))
