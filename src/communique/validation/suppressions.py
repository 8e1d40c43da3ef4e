"""Removes suppressed findings from a report, and checks the exceptions of the settings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from ..diagnostics.finding import Finding
from ..diagnostics.report import AppliedRules, Report
from ..diagnostics.rule import Rule
from ..text.lines import Position
from .rules.settings.expired_exception import ExpiredException
from .rules.settings.unused_exception import UnusedException
from .settings import GrantedException, Settings


def apply(report: Report, settings: Settings, today: date) -> Report:
    """The report without suppressed findings, and with a finding for every exception that expired or is unused.

    A rule that is not selected, or whose findings are excepted, does not count as applied.
    """
    wanted = [finding for finding in report.findings if settings.wants(finding.code)]
    valid = [each for each in settings.exceptions if today <= each.expires]
    used: set[GrantedException] = set()
    kept = []
    for finding in wanted:
        granted = [each for each in valid if (each.record, each.code) == (report.ids.get(finding.path), finding.code)]
        used.update(granted)
        if not granted:
            kept.append(finding)
    wanted_codes = {codes: frozenset(filter(settings.wants, codes)) for codes in set(report.applied.values())}
    applied = {path: wanted_codes[codes] for path, codes in report.applied.items()}
    asked = AppliedRules(report._replace(applied=applied))
    own = tuple(_settings_findings(settings, today, used, asked))
    if settings.path:
        applied = {**applied, settings.path: frozenset(_conclusive_codes(settings, today, used, asked))}
    return report._replace(findings=(*kept, *own), applied=_without_excepted(applied, used, report))


def _without_excepted(
    applied: dict[str, frozenset[str]], used: set[GrantedException], report: Report
) -> dict[str, frozenset[str]]:
    if not used:
        return applied
    excepted: dict[str | None, set[str]] = defaultdict(set)
    for each in used:
        excepted[each.record].add(each.code)
    # Nearly all files share a few sets; a set of its own for each would be most of the memory that a report takes.
    changed = ((path, report.ids.get(path)) for path in applied)
    return applied | {path: applied[path] - excepted[id] for path, id in changed if id in excepted}


def _conclusive_codes(
    settings: Settings, today: date, used: set[GrantedException], asked: AppliedRules
) -> Iterator[str]:
    """The codes of the rules about exceptions that could check every exception."""
    yield ExpiredException.code
    rest = (each for each in settings.exceptions if each not in used and today <= each.expires)
    if all(asked.has(each.code, each.record) for each in rest):
        yield UnusedException.code


def _settings_findings(
    settings: Settings, today: date, used: set[GrantedException], asked: AppliedRules
) -> Iterator[Finding]:
    for each in settings.exceptions:
        if today > each.expires:
            message = f"the exception for {each.code} in {each.record} expired on {each.expires}"
            yield _finding(
                ExpiredException,
                message,
                settings,
                each,
                "correct the record, or give the exception a new date and a reason",
            )
        elif each not in used and asked.has(each.code, each.record):
            message = f"unused exception: {each.record} has no finding {each.code}"
            yield _finding(UnusedException, message, settings, each, "delete the exception")


def _finding(rule: type[Rule], message: str, settings: Settings, granted: GrantedException, help: str) -> Finding:
    return rule.finding(message, settings.path, Position(granted.line, 1), help=help)
