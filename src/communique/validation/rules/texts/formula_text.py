from __future__ import annotations

import re
from collections.abc import Iterator

from ....corpus.corpus import Entry
from ....diagnostics.finding import Severity
from ....models.edtf import EdtfDate
from ....models.field_texts import field_texts
from ...rule import Context, RecordRule, Violation

_AS_ASCII = str.maketrans("＝＋－＠", "=+-@")
_FORMULA = re.compile(
    r"""\s*(
        =\s*[\w("'{\[$.+@#-]
        | [+-]+[^\W\d] | [+-]+[("'{\[$@=]  # a name, a bracket or a reference right after the sign
        | [+-][0-9.,]+%?[-+*/^&|!<>=(]  # a sum, but no number, and no number before words
        | @[\w.$]*[(\[!|] | @\$?[A-Za-z]{1,3}\$?[0-9]+\b  # a function or a cell, but no name in a network
    )""",
    re.VERBOSE,
)


class FormulaText(RecordRule):
    code = "CQ615"
    name = "formula-text"
    severity = Severity.WARNING
    reason = (
        "Spreadsheet programs run a cell that begins with =, +, - or @ and goes on as a formula does, and such a cell "
        "can send what stands beside it to a stranger. The words often come from pages that anybody may write. "
        "Negative numbers, items after a dash and a space, telephone numbers with spaces and names after @ are none."
    )
    fix = "Begin with another word, or put the source's own words in quotation marks."
    bad = "title: {en: '=HYPERLINK(\"https://example.org\")'}\n"
    good = "title: {en: 'The cell =HYPERLINK(\"https://example.org\")'}\n"

    def check(self, entry: Entry, context: Context) -> Iterator[Violation]:
        for pointer, _, text in field_texts(entry.record):
            if not isinstance(text, EdtfDate) and _FORMULA.match(text[:1000].translate(_AS_ASCII)):
                message = "the text begins like a formula, which spreadsheet programs run when they open the tables"
                yield Violation(
                    pointer, message, "begin with another word, or put the source's words in quotation marks"
                )
