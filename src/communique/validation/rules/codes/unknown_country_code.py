from __future__ import annotations

import re
from collections.abc import Iterator

from ....corpus.corpus import Entry
from ....diagnostics.finding import Advice, Change
from ....models import Actor, Place, walk
from ...rule import Context, RecordRule, Violation

_HELP = {
    "EU": "leave the country out; the EU and its institutions are actors of the type supranational",
    "UN": "leave the country out; the UN and its organs are actors of the type intergovernmental",
    "XK": "ISO 3166-1 has no code for Kosovo: leave the country out, and take government as the type of its government",
}
_USER_ASSIGNED = re.compile("AA|Q[M-Z]|X[A-Z]|ZZ")


class UnknownCountryCode(RecordRule):
    code = "CQ605"
    name = "unknown-country-code"
    reason = "Tables are joined and maps are drawn by the codes of ISO 3166-1; any other falls out of both."
    fix = "Write the code of ISO 3166-1; leave the country out where it has none."
    bad = "place: {city: London, country: UK}\n"
    good = "place: {city: London, country: GB}\n"

    def check(self, entry: Entry, context: Context) -> Iterator[Violation]:
        for pointer, model in walk(entry.record):
            if isinstance(model, Actor | Place) and model.country and not _is_known(model.country):
                message = f"{model.country} is no country in ISO 3166-1{_once(model.country)}"
                replacement = "GB" if model.country == "UK" else ""
                advice = (Advice(Change.VALUE, replacement),) if replacement else ()
                help = _advice(model.country)
                yield Violation((*pointer, "country"), message, help, replacement=replacement, advice=advice)


def _is_known(code: str) -> bool:
    import pycountry

    return pycountry.countries.get(alpha_2=code) is not None


def _once(code: str) -> str:
    import pycountry

    former = pycountry.historic_countries.get(alpha_2=code)
    return f"; it was that of {former.name}" if former else ""


def _advice(code: str) -> str:
    if code == "UK":
        return "write GB"
    if code in _HELP:
        return _HELP[code]
    if _USER_ASSIGNED.fullmatch(code):
        return (
            "everybody may use it for something else: write the code of a country, or leave it out and say it in a note"
        )
    return "look the code up in ISO 3166-1; of a state that is no more, name the one that is there now, or leave it out"
