"""Numbers that are written together with a comparator: >30, about 30, 30-40."""

from __future__ import annotations

from collections.abc import Sequence

from ....lazy import lazy_pattern
from ....schemas.slots import resolved
from ...remedy import Remedy
from ..schema_errors import SchemaError
from .unknown_code import listing, meant_code

_PLAIN = "[0-9]+(?:[.][0-9]{1,2})?"
_RANGE = lazy_pattern(rf"(?P<lower>{_PLAIN}) ?(?:-|\u2013|\.\.|to) ?(?P<upper>{_PLAIN})")
_COMPARED = lazy_pattern(rf"(?P<sign>[^0-9]+?) ?(?P<number>{_PLAIN})")


def compared(error: SchemaError, text: str) -> Remedy | None:
    """The fields in which the parts of the text belong, if the object has them; None if it is no such text."""
    fields = error.properties
    if (match := _RANGE.fullmatch(text.strip())) and {"upper", "comparator"} <= {*fields}:
        lower, upper = match["lower"], match["upper"]
        if float(lower) < float(upper):
            parts = f"value: {lower}, upper: {upper} and comparator: between"
            return Remedy(f"if it is a range, use three fields: {parts}")
    if (match := _COMPARED.fullmatch(text.strip())) and "comparator" in fields:
        schema = resolved(fields["comparator"], error.root)
        advice = meant_code(match["sign"], schema.get("enum", []), schema.get("title", "")).advice
        if len(advice) == 1:
            return Remedy(f"use two fields: value: {match['number']} and comparator: {advice[0].text}")
    return None


def unquoted_sign(codes: Sequence[str], title: str) -> Remedy:
    """What to do about an empty code; in YAML, an unquoted > begins a block of text, and is read as empty."""
    advice = meant_code(">", codes, title).advice
    sign = f"if the value is >, use the code {advice[0].text}; " if advice else ""
    return Remedy(sign + listing(codes, title))
