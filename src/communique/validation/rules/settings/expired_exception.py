from __future__ import annotations

from ...rule import SettingsRule


class ExpiredException(SettingsRule):
    code = "CQ702"
    name = "expired-exception"
    reason = "An exception has an expiry date, so that somebody reviews it."
    fix = "Correct the record, or review the exception: give it a new date and a reason."
    bad = ""
    good = ""
