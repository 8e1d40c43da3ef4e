from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from .... import models
from ....diagnostics.finding import Severity
from ....lazy import lazy_pattern
from ...rule import RecordRule, Violation

if TYPE_CHECKING:
    from ...subject import Subject

_AS_ASCII = str.maketrans("＝＋－＠", "=+-@")
_FORMULA = lazy_pattern(
    r"""\s*(
        =\s*[\w("'{\[$.+@#-]
        | [+-]+[^\W\d] | [+-]+[("'{\[$@=]  # a name, a bracket or a reference directly after the sign
        | [+-][0-9.,]+%?[-+*/^&|!<>=(]  # a sum, but not a single number or a number before words
        | @[\w.$]*[(\[!|] | @\$?[A-Za-z]{1,3}\$?[0-9]+\b  # a function or a cell, but not a user name
    )""",
    re.VERBOSE,
)
# What every line has that begins so: to look for it in all lines at once is many times faster.
_SUSPICIOUS = lazy_pattern(r"\n(?![A-Za-z0-9])\s*[=+\-@＝＋－＠]")


class FormulaText(RecordRule):
    code = "CQ615"
    name = "formula-text"
    severity = Severity.WARNING
    reason = (
        "Spreadsheet programs run a cell that looks like a formula, beginning with =, +, - or @, and such a cell can "
        "send the contents of other cells to a stranger. Texts are often copied from pages that anybody can edit. "
        "Negative numbers, a dash with a space, telephone numbers with spaces and names after @ are not reported."
    )
    fix = "Begin with another word, or put the words of the source in quotation marks."
    bad = "title: {en: '=HYPERLINK(\"https://example.org\")'}\n"
    good = "title: {en: 'The cell =HYPERLINK(\"https://example.org\")'}\n"

    def check(self, subject: Subject) -> Iterator[Violation]:
        if not _SUSPICIOUS.search(subject.lines):
            return
        for pointer, field, place, text in subject.texts:
            # A letter or a digit is the beginning of nearly every text.
            if text[0].isalnum() or isinstance(text, models.EdtfDate):
                continue
            if _FORMULA.match(text[:1000].translate(_AS_ASCII)):
                message = "the text begins like a formula, which spreadsheet programs may run when they open the tables"
                help = "begin with another word, or put the words of the source in quotation marks"
                yield Violation((*pointer, field, *place), message, help)
