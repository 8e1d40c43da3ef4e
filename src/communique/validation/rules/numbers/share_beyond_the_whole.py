from __future__ import annotations

import re
from collections.abc import Iterator

from ....corpus.corpus import Entry
from ....diagnostics.finding import Severity
from ....models import Attribute, Quantity, walk
from ...rule import Context, RecordRule, Violation

_PERCENT = re.compile(r"(?:percent|per cent|%)(?: of .*)?", re.IGNORECASE)
_SHARE = re.compile(
    r"\b(?:shares?|proportion|fraction|portion|majority|turnout|"
    r"(?:adoption|approval|literacy|participation|response|success|error|accuracy|coverage|penetration|pass|"
    r"unemployment|employment) rate)\b",
    re.IGNORECASE,
)
# A change may be of more than the whole; and debts, trade and prices are told as a share of what they are no part of.
_NO_SHARE = re.compile(
    r"\b(?:growth|grew|grow|rise|rose|rising|increas\w*|decreas\w*|declin\w*|fall|fell|drop\w*|chang\w*|gain\w*|loss|up|"
    r"down|compared|relative|ratio|more than|gdp|gnp|gni|income|output|prices?|value|capital|earnings|per share|"
    r"shareholders?)\b",
    re.IGNORECASE,
)


class ShareBeyondTheWhole(RecordRule):
    code = "CQ419"
    name = "share-beyond-the-whole"
    severity = Severity.WARNING
    reason = "No part is larger than its whole: a share of 125 percent was 12.5, or is no share."
    fix = (
        "Look the number up. If it is a change, say so in the subject, such as `growth of the share of ...`. Only what "
        "is called a share, a proportion, a majority, a turnout or the like is compared with 0 and 100; a growth of "
        "300 percent, a ratio, and what is told in percent of a GDP or an income are not."
    )
    bad = "quantities:\n- {subject: share of women on the panel, value: 475, comparator: about, unit: percent}\n"
    good = (
        "quantities:\n- {subject: share of women on the panel, value: 100, comparator: about, unit: percent}\n"
        "- {subject: growth of investment, value: 475, comparator: about, unit: percent}\n"
        "- {subject: shares sold, value: 475, comparator: about, unit: share}\n"
    )

    def check(self, entry: Entry, context: Context) -> Iterator[Violation]:
        for pointer, model in walk(entry.record):
            if isinstance(model, Quantity | Attribute) and not model.is_deprecated and _is_share(model):
                for field in ("value", "upper"):
                    number = getattr(model, field, None)
                    if isinstance(number, int | float) and not 0 <= number <= 100:
                        message = f"{number} percent is no share of a whole"
                        yield Violation((*pointer, field), message, "look the number up, or say in words what it is")


def _is_share(model: Quantity | Attribute) -> bool:
    if not _PERCENT.fullmatch(model.unit or ""):
        return False
    words = f"{model.subject if isinstance(model, Quantity) else model.label or ''} {model.unit}"
    return bool(_SHARE.search(words)) and not _NO_SHARE.search(words)
