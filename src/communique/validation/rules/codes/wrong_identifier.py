from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from .... import models
from ....codelists import IdentifierScheme
from ....diagnostics.finding import Severity
from ....lexicon.identifier_schemes import SCHEMES, Scheme, is_right, read
from ...rule import RecordRule, Violation

if TYPE_CHECKING:
    from ....models import Identifier
    from ...subject import Subject


class WrongIdentifier(RecordRule):
    code = "CQ611"
    name = "wrong-identifier"
    reason = "An identifier with a wrong digit names something else, or nothing; check digits detect this."
    fix = "Copy the identifier again from its register."
    bad = (
        "actors:\n- {id: jane, type: person, name: {en: Jane Doe}, "
        "identifiers: [{scheme: orcid, value: 0000-0002-1825-0079}]}\n"
    )
    good = (
        "actors:\n- {id: jane, type: person, name: {en: Jane Doe}, "
        "identifiers: [{scheme: orcid, value: 0000-0002-1825-0097}]}\n"
    )
    needs = ("identifiers",)

    def check(self, subject: Subject) -> Iterator[Violation]:
        for pointer, model in subject.of(models.Identifier):
            if not (reading := read(model.scheme, model.value)):
                continue
            where, rules = (*pointer, "value"), SCHEMES[model.scheme]
            if not reading.identifier:
                message = f"the value does not match the format of the scheme {model.scheme}"
                severity = None if rules.strict else Severity.WARNING
                yield Violation(where, message, _help(model, rules), None, severity)
            elif not is_right(model.scheme, reading.identifier):
                yield Violation(
                    where, f"wrong check digits in the {model.scheme.label}", "copy it again from its register"
                )


def _help(model: Identifier, rules: Scheme) -> str:
    if model.scheme is IdentifierScheme.WIKIDATA and re.fullmatch("[1-9][0-9]*", model.value):
        return f"put Q, the letter of an item, before it: Q{model.value}"
    return f"copy it again from its register; {rules.example} shows the format, but identifies something else"
