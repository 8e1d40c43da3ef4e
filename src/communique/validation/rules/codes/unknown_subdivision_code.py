from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from ....corpus.corpus import Entry
from ....diagnostics.finding import Advice, Change
from ....lexicon.spelling import question
from ....models import Actor, Place, walk
from ...rule import Context, RecordRule, Violation


class UnknownSubdivisionCode(RecordRule):
    code = "CQ607"
    name = "unknown-subdivision-code"
    reason = "A state or a province is found on a map by its code in ISO 3166-2, which begins with that of its country."
    fix = "Look the code up in ISO 3166-2; name a place that has none as the city or in a note."
    bad = "place: {city: Sacramento, country: US, subdivision: US-CF}\n"
    good = "place: {city: Sacramento, country: US, subdivision: US-CA}\n"

    def check(self, entry: Entry, context: Context) -> Iterator[Violation]:
        for pointer, model in walk(entry.record):
            if not isinstance(model, Actor | Place) or not model.subdivision:
                continue
            where, code, country = (*pointer, "subdivision"), model.subdivision, model.subdivision[:2]
            if code not in _codes(country):
                likely = _likely(code, model.country or country)
                help = question(likely) if likely else "look the code up in ISO 3166-2, or leave it out"
                advice = (Advice(Change.VALUE, likely),) if likely else ()
                yield Violation(where, f"{code} is no subdivision in ISO 3166-2", help, advice=advice)
            elif model.country and model.country != country:
                message = f"{code} belongs to {country}, but the country beside it is {model.country}"
                yield Violation(where, message, "mend one of the two")


@cache
def _codes(country: str) -> frozenset[str]:
    import pycountry

    return frozenset(each.code for each in pycountry.subdivisions if each.country_code == country)


def _likely(code: str, country: str) -> str:
    # That of the country beside it, or the new form of an old one: FR-75 became FR-75C.
    likely = [each for each in sorted(_codes(country)) if each.startswith(f"{country}{code[2:]}")]
    return likely[0] if len(likely) == 1 else ""
