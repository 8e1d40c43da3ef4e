from __future__ import annotations

from ...rule import SettingsRule


class ExpiredException(SettingsRule):
    code = "CQ702"
    name = "expired-exception"
    reason = "An exception is granted until a day, so that somebody looks at it again."
    fix = "Mend the record, or decide again: give the exception a new day and a reason."
    bad = ""
    good = ""
