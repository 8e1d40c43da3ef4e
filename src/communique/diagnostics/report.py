"""The report of a run."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from ..files.paths import shown
from ..text.inflection import counted
from .finding import Finding, Severity
from .rule import Rule


class PassageCount(NamedTuple):
    """The number of passages that were verified, failed, or were not checked because the text is missing."""

    verified: int = 0
    failed: int = 0
    unchecked: int = 0

    def __add__(self, other: object) -> PassageCount:
        if not isinstance(other, PassageCount):
            return NotImplemented
        return PassageCount(*(mine + theirs for mine, theirs in zip(self, other, strict=True)))


NO_PASSAGES = PassageCount()
_NOTHING: Mapping[str, Any] = {}


class Report(NamedTuple):
    """The findings of a run in the order of the files, and what was checked.

    ``paths`` are the requested files. ``texts`` has the text of every file with findings, and ``ids`` the id of every
    record, by path. ``internal_errors`` are defects of communique itself. ``missing_texts`` are the sources whose text
    was not found; None if no texts were given. ``skipped`` is the number of files
    with reading or schema errors, on which the rules over typed records were not run. ``applied`` has, by path, the
    codes of the rules that were run on the file, so that the absence of such a finding means something. ``unread`` are
    files that cannot be read and may define ids, so that undefined references are not reported. ``rules`` are all
    rules.
    """

    findings: tuple[Finding, ...]
    paths: tuple[str, ...]
    passages: PassageCount
    texts: Mapping[str, str] = _NOTHING
    internal_errors: tuple[str, ...] = ()
    ids: Mapping[str, str] = _NOTHING
    missing_texts: tuple[str, ...] | None = None
    skipped: int = 0
    applied: Mapping[str, frozenset[str]] = _NOTHING
    unread: tuple[str, ...] = ()
    rules: tuple[type[Rule], ...] = ()

    @classmethod
    def merged(cls, reports: Sequence[Report]) -> Report:
        """The reports of several corpora as one."""
        if len(reports) == 1:
            return reports[0]
        looked_for = [report.missing_texts for report in reports if report.missing_texts is not None]
        return cls(
            tuple(finding for report in reports for finding in report.findings),
            tuple(path for report in reports for path in report.paths),
            sum((report.passages for report in reports), PassageCount()),
            {path: text for report in reports for path, text in report.texts.items()},
            tuple(error for report in reports for error in report.internal_errors),
            {path: id for report in reports for path, id in report.ids.items()},
            tuple(id for missing in looked_for for id in missing) if looked_for else None,
            sum(report.skipped for report in reports),
            {path: codes for report in reports for path, codes in report.applied.items()},
            tuple(path for report in reports for path in report.unread),
            next((report.rules for report in reports), ()),
        )

    @property
    def files(self) -> int:
        """The number of files that were checked."""
        return len(self.paths)

    @property
    def failed(self) -> bool:
        """Whether there is an error among the findings."""
        return any(finding.severity is Severity.ERROR for finding in self.findings)

    def __repr__(self) -> str:
        return f"Report({counted(self.files, 'file')}, {counted(len(self.findings), 'finding')})"

    def name(self, path: str) -> str:
        """The name of a file that does not depend on its folder: the id of its record, or else its path from here."""
        return self.ids.get(path) or Path(shown(path)).as_posix()


class AppliedRules:
    """Which rules were applied to which record or file, so that the absence of a finding means something."""

    def __init__(self, report: Report) -> None:
        self._report = report

    def has(self, code: str, name: str) -> bool:
        """Whether the rule was applied to the record or file of that name, so that its findings are in the report."""
        codes = self._codes.get(name, ())
        return bool(codes) and all(code in each for each in codes)

    @cached_property
    def _codes(self) -> dict[str, list[frozenset[str]]]:
        """The codes of the rules, by name; several files may have one name."""
        found: dict[str, list[frozenset[str]]] = defaultdict(list)
        for path, codes in self._report.applied.items():
            # A file may have had its path as the name before its record had an id.
            for name in dict.fromkeys((self._report.name(path), Path(shown(path)).as_posix())):
                found[name].append(codes)
        return found
