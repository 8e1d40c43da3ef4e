"""What a run of ``communique validate`` checks."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from .. import api
from ..diagnostics.report import Report
from ..validation.examinations import Examinations
from .options import STDIN, settings_for, standard_input
from .progress import reading

if TYPE_CHECKING:
    from ..validation.settings import Settings


class Inspection(NamedTuple):
    """Paths as they were given, with the options that decide what is found there."""

    paths: Sequence[str]
    sources: str | None
    config: str | None
    baseline: str | None = None
    stdin_filename: str | None = None
    jobs: int = 1
    cached: bool = True
    home: str | None = None

    def report(self, examinations: Examinations | None = None) -> Report:
        """Check, by the settings as they are now. ``examinations`` may know files from before.

        Raises:
            click.UsageError: there is nothing to check.
            communique.SettingsError: the settings are not valid.
        """
        settings = settings_for(self.config)
        reports: list[Report] = []
        if STDIN in self.paths:
            content = standard_input()
            reports.append(api.inspect_content(content, self.stdin_filename, sources=self.sources, settings=settings))
        if self.files:
            try:
                reports.append(self._report_on_files(settings, examinations or Examinations(self.jobs)))
            except FileNotFoundError as error:  # it was deleted after the command began
                raise click.UsageError(str(error)) from error
        merged = Report.merged(reports)
        if not merged.files:
            apart = f", except those that {settings.path} excludes" if settings.exclude else ""
            raise click.UsageError(f"no records in {', '.join(self.paths)}{apart}")
        return merged

    def without_known(self, report: Report) -> tuple[Report, int]:
        """The report without the findings of the baseline, and how many entries of that no longer occur."""
        if self.baseline is None:
            return report, 0
        from ..validation import baseline

        fresh, gone = baseline.subtract(report, baseline.read(Path(self.baseline)))
        return report._replace(findings=tuple(fresh)), gone

    def _report_on_files(self, settings: Settings, examinations: Examinations) -> Report:
        return api.inspect(
            self.files,
            sources=self.sources,
            settings=settings,
            watch=reading,
            examinations=examinations,
            cached=self.cached and self.home is None,
            home=self.home,
        )

    @property
    def files(self) -> list[Path]:
        """The paths without standard input."""
        return [Path(path) for path in self.paths if path != STDIN]
