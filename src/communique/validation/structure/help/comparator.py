"""Numbers that are written together with how exact they are: >30, about 30, 30-40."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...remedy import Remedy
from ..schema_errors import SchemaError
from .template import resolved
from .unknown_code import listing, meant_code

_PLAIN = "[0-9]+(?:[.][0-9]{1,2})?"
_RANGE = re.compile(rf"(?P<lower>{_PLAIN}) ?(?:-|\u2013|\.\.|to) ?(?P<upper>{_PLAIN})")
_COMPARED = re.compile(rf"(?P<sign>[^0-9]+?) ?(?P<number>{_PLAIN})")


def compared(error: SchemaError, text: str) -> Remedy | None:
    """The fields into which the text belongs, where the object has them; None if it is no such text."""
    fields = error.properties
    if (match := _RANGE.fullmatch(text.strip())) and {"upper", "comparator"} <= {*fields}:
        lower, upper = match["lower"], match["upper"]
        if float(lower) < float(upper):
            told = f"value: {lower}, upper: {upper} and comparator: between"
            return Remedy(f"if it is a range, give it in three fields, {told}")
    if (match := _COMPARED.fullmatch(text.strip())) and "comparator" in fields:
        schema = resolved(fields["comparator"], error.root)
        advice = meant_code(match["sign"], schema.get("enum", []), schema.get("title", "")).advice
        if len(advice) == 1:
            return Remedy(f"give it in two fields, value: {match['number']} and comparator: {advice[0].text}")
    return None


def swallowed_sign(codes: Sequence[str], title: str) -> Remedy:
    """What to do about a code that is empty, perhaps since a bare > is nothing but the beginning of a text."""
    advice = meant_code(">", codes, title).advice
    sign = f"if > stands there, it needs quotes, or the code {advice[0].text}; " if advice else ""
    return Remedy(sign + listing(codes, title))
