from __future__ import annotations

from ...rule import SettingsRule


class UnusedException(SettingsRule):
    code = "CQ701"
    name = "unused-exception"
    reason = "An unused exception would hide the next finding of the same code."
    fix = "Delete the exception."
    # Needs settings beside a record: the tests have a folder with both.
    bad = ""
    good = ""
