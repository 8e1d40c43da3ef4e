from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from .... import models
from ....diagnostics.finding import Severity
from ...aspects import days_of
from ...rule import RecordRule, Violation

if TYPE_CHECKING:
    from datetime import date

    from ...subject import Subject


class CurrencyNoLongerUsed(RecordRule):
    code = "CQ642"
    name = "currency-no-longer-used"
    severity = Severity.WARNING
    reason = "Nobody pays in a currency that was replaced before the announcement; it is probably another code."
    fix = "Check the code. For a sum of the past, add the `period`, or the day for which it holds as `as_of`."
    bad = "money:\n- {flow: pledged, amount: 20000000000, comparator: about, currency: DEM}\n"
    good = "money:\n- {flow: pledged, amount: 20000000000, comparator: about, currency: EUR}\n"
    needs = ("currency",)

    def check(self, subject: Subject) -> Iterator[Violation]:
        from ....corpus.date_order import is_surely_after
        from ....lexicon.common_codes import CURRENCIES
        from ....lexicon.former_currencies import last_day

        for pointer, money in subject.of(models.Money):
            if not money.currency or money.currency in CURRENCIES or not (last := last_day(money.currency)):
                continue
            days = subject.once(days_of)
            if days and is_surely_after(days[0], last) and not _is_of_its_time(money, last):
                message = f"{money.currency} was used until {last}, and the announcement is of {days[0]}"
                help = "check the code; for a sum of the past, add its period or as_of"
                yield Violation((*pointer, "currency"), message, help)


def _is_of_its_time(money: models.Money, last: date) -> bool:
    given = [each.earliest for each in (money.period, money.as_of) if each and each.earliest]
    return any(day <= last for day in given)
