"""The rules about a project's own exceptions."""

from __future__ import annotations

from ..diagnostics.rule import Rule


class UnusedException(Rule):
    code = "CQ701"
    name = "unused-exception"
    reason = "An exception that excepts nothing hides the next mistake of its kind."
    fix = "Delete the exception."
    # Needs settings beside a record: the tests have a folder with both.
    bad = ""
    good = ""


class ExpiredException(Rule):
    code = "CQ702"
    name = "expired-exception"
    reason = "An exception is granted until a day, so that somebody looks at it again."
    fix = "Mend the record, or decide again: give the exception a new day and a reason."
    bad = ""
    good = ""


SETTINGS_RULES: tuple[type[Rule], ...] = (UnusedException, ExpiredException)
