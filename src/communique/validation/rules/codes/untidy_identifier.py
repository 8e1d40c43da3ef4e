from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from .... import models
from ....codelists import IdentifierScheme
from ....diagnostics.finding import Advice, Change, Severity
from ....lexicon.identifier_schemes import SCHEMES, read
from ...rule import RecordRule, Violation

if TYPE_CHECKING:
    from ...subject import Subject

_ENDS_A_SENTENCE = (".", ",", ";")


class UntidyIdentifier(RecordRule):
    code = "CQ610"
    name = "untidy-identifier"
    severity = Severity.WARNING
    reason = (
        "An identifier that is written without a prefix, with a prefix and as an address counts as three. Each scheme "
        "has one form: DOI, Wikidata, ORCID, ROR, LEI and CELEX without a prefix, ISBN with digits only, ELI as an "
        "address, UN symbols as printed on the document, the Federal Register as 90 FR 8741, RIN and docket "
        "without a prefix."
    )
    fix = "Write only the identifier, without a prefix or address; `--fix` does it."
    bad = (
        "sources:\n- id: report\n  type: academic\n  access: excerpt\n"
        "  identifiers: [{scheme: doi, value: 'https://doi.org/10.1000/182'}]\n"
    )
    good = (
        "sources:\n- id: report\n  type: academic\n  access: excerpt\n"
        "  identifiers: [{scheme: doi, value: '10.1000/182'}]\n"
    )
    needs = ("identifiers",)

    def check(self, subject: Subject) -> Iterator[Violation]:
        for pointer, model in subject.of(models.Identifier):
            if not (reading := read(model.scheme, model.value)):
                continue
            if model.scheme is IdentifierScheme.DOI and (last := model.value.rstrip()[-1:]) in _ENDS_A_SENTENCE:
                message = f"the DOI ends in {last}, probably copied by accident"
                yield Violation((*pointer, "value"), message, f"delete the {last} if the register does not have it")
                continue
            if reading.identifier in ("", model.value):
                continue
            message = f"the {model.scheme.label} identifier is not in the standard form"
            if reading.is_sure:
                help, word = f'write "{reading.identifier}"', reading.identifier
                advice: tuple[Advice, ...] = (Advice(Change.VALUE, f'"{word}"'),)
            else:
                help, word = f"keep only the identifier, such as {SCHEMES[model.scheme].example}", ""
                advice = ()
            yield Violation((*pointer, "value"), message, help, replacement=word, advice=advice)
