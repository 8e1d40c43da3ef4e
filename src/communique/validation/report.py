"""What checking found, for whoever prints it or counts on it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from ..corpus.corpus import Corpus
from ..diagnostics.finding import Finding, Severity
from ..files.paths import shown
from .passages import PassageCount


@dataclass(frozen=True)
class Report:
    """What checking found: findings in the order of the files, the typed corpus, and what was looked at.

    ``paths`` are the files that were asked for. ``texts`` holds the text of every file that has findings, and ``ids``
    the id of every record, by path. ``internal_errors`` are errors of the program itself. ``missing_texts`` are the sources
    whose text was looked for and not found; None if no texts were given. ``skipped`` is the number of files that the
    rules over typed records did not look at, since they cannot be read or their schema refuses them. ``applied`` has,
    by path, the codes of the rules that did look at the file, so that the absence of such a finding means something.
    """

    findings: tuple[Finding, ...]
    corpus: Corpus
    paths: tuple[str, ...]
    passages: PassageCount
    texts: Mapping[str, str] = field(default_factory=dict)
    internal_errors: tuple[str, ...] = ()
    ids: Mapping[str, str] = field(default_factory=dict)
    missing_texts: tuple[str, ...] | None = None
    skipped: int = 0
    applied: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @property
    def files(self) -> int:
        """How many files were looked at."""
        return len(self.paths)

    @property
    def failed(self) -> bool:
        """Whether there is an error among the findings."""
        return any(finding.severity is Severity.ERROR for finding in self.findings)

    def name(self, path: str) -> str:
        """What a file is known by wherever it lies: the id of its record, or else its path from the current folder."""
        return self.ids.get(path) or Path(shown(path)).as_posix()

    def has_applied(self, code: str, name: str) -> bool:
        """Whether the rule looked at the record or file of that name, so that what it found would be here."""
        paths = self._paths.get(name, ())
        return bool(paths) and all(code in self.applied.get(path, frozenset()) for path in paths)

    @cached_property
    def _paths(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for path in self.applied:
            # A file may have been known by its path before its record had an id.
            for name in dict.fromkeys((self.name(path), Path(shown(path)).as_posix())):
                found[name].append(path)
        return found
