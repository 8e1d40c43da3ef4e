from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from .... import models
from ....diagnostics.finding import Advice, Change
from ....lexicon.units import currency, is_currency
from ...rule import RecordRule, Violation

if TYPE_CHECKING:
    from ...subject import Subject


class UnknownCurrencyCode(RecordRule):
    code = "CQ640"
    name = "unknown-currency-code"
    reason = "Sums are added up and converted by their ISO 4217 codes; a sum with any other code is lost."
    fix = "Write the ISO 4217 code of the currency."
    bad = "money:\n- {flow: pledged, amount: 20000000000, comparator: about, currency: RMB}\n"
    good = "money:\n- {flow: pledged, amount: 20000000000, comparator: about, currency: CNY}\n"
    needs = ("currency",)

    def check(self, subject: Subject) -> Iterator[Violation]:
        for pointer, money in subject.of(models.Money):
            if money.currency and not is_currency(money.currency):
                meant = currency(money.currency)
                advice = (Advice(Change.VALUE, meant),) if meant else ()
                help = f"write {meant}" if meant else "find the code in ISO 4217"
                message = f"unknown currency code {money.currency}"
                yield Violation((*pointer, "currency"), message, help, replacement=meant or "", advice=advice)
