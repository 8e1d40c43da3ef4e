"""The rules about the exceptions in the settings."""

from __future__ import annotations

from ..diagnostics.rule import Rule


class UnusedException(Rule):
    code = "CQ701"
    name = "unused-exception"
    reason = "An unused exception would hide the next finding of the same code."
    fix = "Delete the exception."
    # Needs settings and a record: the tests have a folder with both.
    bad = ""
    good = ""


class ExpiredException(Rule):
    code = "CQ702"
    name = "expired-exception"
    reason = "An exception has an expiry date, so that somebody reviews it."
    fix = "Correct the record, or review the exception: give it a new date and a reason."
    bad = ""
    good = ""


SETTINGS_RULES: tuple[type[Rule], ...] = (UnusedException, ExpiredException)
