"""Takes out of a report what a project's settings do not ask for, and holds the settings to account."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from .checking import Report
from .findings import Finding, Rule
from .settings import GrantedException, Settings
from .settings_rules import ExpiredException, UnusedException


def apply(report: Report, settings: Settings, today: date) -> Report:
    """The report without what is excepted, and with a finding for every exception that expired or is of no use."""
    wanted = [finding for finding in report.findings if settings.wants(finding.code)]
    valid = [each for each in settings.exceptions if today <= each.expires]
    used: set[GrantedException] = set()
    kept = []
    for finding in wanted:
        granted = [each for each in valid if (each.record, each.code) == (report.ids.get(finding.path), finding.code)]
        used.update(granted)
        if not granted:
            kept.append(finding)
    own = list(_accounts(settings, today, used, report))
    return replace(report, findings=(*kept, *own))


def _accounts(settings: Settings, today: date, used: set[GrantedException], report: Report) -> Iterator[Finding]:
    for each in settings.exceptions:
        if today > each.expires:
            message = f"the exception of {each.code} for {each.record} expired on {each.expires}"
            yield _finding(ExpiredException, message, settings, each, "mend the record, or decide again and say why")
        elif each not in used and _was_looked_at(each.record, report):
            message = f"{each.record} does not give {each.code}, so the exception is of no use"
            yield _finding(UnusedException, message, settings, each, "delete the exception")


def _was_looked_at(record: str, report: Report) -> bool:
    """Whether the record was checked, or is not in the corpus at all, as far as one can tell."""
    gone = report.corpus.dataset is not None and record not in report.corpus.definitions
    return gone or record in report.ids.values()


def _finding(rule: type[Rule], message: str, settings: Settings, granted: GrantedException, help: str) -> Finding:
    return Finding(rule.code, rule.name, rule.severity, message, settings.path, granted.line, 1, "", help)
