from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from .... import models
from ....diagnostics.finding import Advice, Change
from ....lazy import lazy_pattern
from ....lexicon.registered_codes import is_country
from ...rule import RecordRule, Violation

if TYPE_CHECKING:
    from ....text.pointer import Pointer
    from ...subject import Subject

_HELP = {
    "EU": "delete the country; the EU and its institutions are actors of the type supranational",
    "UN": "delete the country; the UN and its organs are actors of the type intergovernmental",
    "XK": "delete the country, because ISO 3166-1 has no code for Kosovo; its government has the type government",
}
_USER_ASSIGNED = lazy_pattern("AA|Q[M-Z]|X[A-Z]|ZZ")


class UnknownCountryCode(RecordRule):
    code = "CQ605"
    name = "unknown-country-code"
    reason = "Tables are joined and maps are drawn by ISO 3166-1 codes; rows with any other code are lost."
    fix = "Write the ISO 3166-1 code; delete the country if there is none."
    bad = "place: {city: London, country: UK}\n"
    good = "place: {city: London, country: GB}\n"
    needs = ("country", "countries")

    def check(self, subject: Subject) -> Iterator[Violation]:
        for pointer, model in subject.of(models.Actor, models.Place):
            if model.country and not is_country(model.country):
                yield _violation((*pointer, "country"), model.country)
            if isinstance(model, models.Actor):
                for index, code in enumerate(model.countries):
                    if not is_country(code):
                        yield _violation((*pointer, "countries", index), code)


def _violation(pointer: Pointer, code: str) -> Violation:
    replacement = "GB" if code == "UK" else ""
    advice = (Advice(Change.VALUE, replacement),) if replacement else ()
    message = f"unknown country code {code}{_once(code)}"
    return Violation(pointer, message, _advice(code), replacement=replacement, advice=advice)


def _once(code: str) -> str:
    import pycountry

    former = pycountry.historic_countries.get(alpha_2=code)
    return f"; it was the code of {former.name}" if former else ""


def _advice(code: str) -> str:
    if code == "UK":
        return "write GB"
    if code in _HELP:
        return _HELP[code]
    if _USER_ASSIGNED.fullmatch(code):
        return "ISO 3166-1 reserves it for private use: write the code of a country, or delete it and say it in a note"
    return "find the code in ISO 3166-1; for a state that no longer exists, use that of its successor, or delete it"
