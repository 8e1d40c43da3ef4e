from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from .... import models
from ....diagnostics.finding import Severity
from ....lazy import lazy_pattern
from ...rule import RecordRule, Violation

if TYPE_CHECKING:
    from ....models import Attribute, Quantity
    from ....text.pointer import Pointer
    from ...subject import Subject

_PERCENT = lazy_pattern(r"(?:percent|per cent|%)(?: of .*)?", re.IGNORECASE)
_SHARE = lazy_pattern(
    r"\b(?:shares?|proportion|fraction|portion|majority|turnout|"
    r"(?:adoption|approval|literacy|participation|response|success|error|accuracy|coverage|penetration|pass|"
    r"unemployment|employment) rate)\b",
    re.IGNORECASE,
)
# A change may exceed 100 percent; and debts, trade and prices are stated in percent of something they are no part of.
_NO_SHARE = lazy_pattern(
    r"\b(?:growth|grew|grow|rise|rose|rising|increas\w*|decreas\w*|declin\w*|fall|fell|drop\w*|chang\w*|gain\w*|loss|up|"
    r"down|compared|relative|ratio|more than|gdp|gnp|gni|income|output|prices?|value|capital|earnings|per share|"
    r"shareholders?)\b",
    re.IGNORECASE,
)


class ShareBeyondTheWhole(RecordRule):
    code = "CQ419"
    name = "share-beyond-the-whole"
    severity = Severity.WARNING
    reason = "A share is between 0 and 100 percent: one of 125 percent may be a typing error for 12.5, or not a share."
    fix = (
        "Check the number. If it is a change, say so in the subject, such as `growth of the share of ...`. The rule "
        "checks the `share` of money, and a quantity that is called a share, a proportion, a majority, a turnout or "
        "similar; it does not check growth, ratios, and percentages of a GDP, an income or a value."
    )
    bad = "quantities:\n- {subject: share of women on the panel, value: 475, comparator: about, unit: percent}\n"
    good = (
        "quantities:\n- {subject: share of women on the panel, value: 100, comparator: about, unit: percent}\n"
        "- {subject: growth of investment, value: 475, comparator: about, unit: percent}\n"
        "- {subject: shares sold, value: 475, comparator: about, unit: share}\n"
    )
    needs = ("unit", "share")

    def check(self, subject: Subject) -> Iterator[Violation]:
        for place, number in _shares(subject):
            if isinstance(number, int | float) and not 0 <= number <= 100:
                message = f"a share cannot be {number} percent"
                yield Violation(place, message, "check the number; if it is not a share, describe it in words")


def _shares(subject: Subject) -> Iterator[tuple[Pointer, object]]:
    for pointer, model in subject.of(models.Quantity, models.Attribute):
        if model.unit and not model.is_deprecated and _is_share(model, model.unit):
            for field in ("value", "upper"):
                yield (*pointer, field), getattr(model, field, None)
    for pointer, money in subject.of(models.Money):
        if money.share and not money.is_deprecated and not _NO_SHARE.search(money.share.of):
            yield (*pointer, "share", "percent"), money.share.percent
            if money.amount is None:
                yield (*pointer, "upper"), money.upper


def _is_share(model: Quantity | Attribute, unit: str) -> bool:
    if not _PERCENT.fullmatch(unit):
        return False
    words = f"{model.subject if isinstance(model, models.Quantity) else model.label or ''} {unit}"
    return bool(_SHARE.search(words)) and not _NO_SHARE.search(words)
