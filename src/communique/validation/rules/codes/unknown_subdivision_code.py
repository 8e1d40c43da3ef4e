from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from .... import models
from ....diagnostics.finding import Advice, Change
from ....lexicon.common_codes import SUBDIVISIONS
from ....lexicon.spelling import question
from ...rule import RecordRule, Violation

if TYPE_CHECKING:
    from ...subject import Subject


class UnknownSubdivisionCode(RecordRule):
    code = "CQ607"
    name = "unknown-subdivision-code"
    reason = "Maps find a state or province by its ISO 3166-2 code, which begins with the code of its country."
    fix = "Find the code in ISO 3166-2; name a place without a code as the city, or in a note."
    bad = "place: {city: Sacramento, country: US, subdivision: US-CF}\n"
    good = "place: {city: Sacramento, country: US, subdivision: US-CA}\n"
    needs = ("subdivision",)

    def check(self, subject: Subject) -> Iterator[Violation]:
        for pointer, model in subject.of(models.Actor, models.Place):
            if not (code := model.subdivision):
                continue
            where, country = (*pointer, "subdivision"), code[:2]
            if code not in SUBDIVISIONS and code not in _codes(country):
                likely = _likely(code, model.country or country)
                help = question(likely) if likely else "find the code in ISO 3166-2, or delete it"
                advice = (Advice(Change.VALUE, likely),) if likely else ()
                yield Violation(where, f"unknown subdivision code {code}", help, advice=advice)
            elif model.country and model.country != country:
                message = f"subdivision {code} is part of {country}, but the country is {model.country}"
                yield Violation(where, message, "correct one of the two")


@cache
def _codes(country: str) -> frozenset[str]:
    import pycountry

    return frozenset(each.code for each in pycountry.subdivisions if each.country_code == country)


def _likely(code: str, country: str) -> str:
    # The same code in the given country, or the new form of an old code: FR-75 became FR-75C.
    likely = [each for each in sorted(_codes(country)) if each.startswith(f"{country}{code[2:]}")]
    return likely[0] if len(likely) == 1 else ""
