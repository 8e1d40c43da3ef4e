"""Numbers and sums of money as people write them: with a currency, a word of scale, and words of how exact they are."""

from __future__ import annotations

from typing import NamedTuple

from ..drafting.numerals import COMPARED, comparator
from ..importing import cells
from ..importing.cells import CellError
from ..lazy import lazy_pattern
from ..lexicon.numbers import numbers
from ..lexicon.unit_names import usual
from ..lexicon.units import currency, in_full, is_currency, only_scale, scaled, split_scale

_COMPARED = lazy_pattern(COMPARED)
_WRITTEN = lazy_pattern(
    r"(?P<before>(?:[A-Za-z.]{1,8}\s?)?[^\w\s.,+-]?)\s?"
    r"(?P<number>-?(?:0(?![0-9])|[1-9])(?:[.,'’ \u00a0\u202f]?[0-9])*)(?P<after>[^0-9]*)"
)
_THOUSANDS = lazy_pattern(r"(?<=[0-9]),(?=[0-9]{3}(?![0-9]))")
PERCENT = "percent"
"""The unit of a share."""


class Amount(NamedTuple):
    """A number, the code of how exact it is, and its unit, which are empty if nothing says so.

    ``sign`` is that of the currency, or its name, if several currencies have it.
    """

    value: int | float
    comparator: str = ""
    unit: str = ""
    sign: str = ""


def amount(written: str) -> Amount | None:
    """What is written as a number, a share in percent or a sum of money; None if it is none of them.

    >>> amount("at least EUR 3.5 million")
    Amount(value=3500000, comparator='at_least', unit='EUR', sign='')
    >>> amount("$42.5bn").sign, amount("up to 12%").unit, amount("2025-07")
    ('$', 'percent', None)

    Raises:
        CellError: the number can mean two.
    """
    compared = _COMPARED.match(written)
    words = (compared["comparator"] if compared else None) or ""
    found = _WRITTEN.fullmatch(written[compared.end() :] if compared else written)
    scale = _scale(found["before"].strip(), found["after"].strip()) if found else None
    if not found or not scale or words.lower() == "between":
        return None
    value = _value(found["number"], scale.times)
    return None if value is None else Amount(value, str(comparator(words)) if words else "", scale.unit, scale.sign)


def number(written: str) -> int | float | None:
    """The number that is written, with separators or a word such as million; None if it is none.

    >>> number("2,000"), number("42.5 billion"), number("two"), number("2025-07")
    (2000, 42500000000, None, None)

    Raises:
        CellError: it can mean two.
    """
    if found := amount(written):
        return found.value if found == Amount(found.value) else None
    try:
        return cells.number(written)
    except CellError:
        return None


class _Scale(NamedTuple):
    """By what a number is multiplied, and its unit or the sign of several currencies."""

    times: int = 1
    unit: str = ""
    sign: str = ""


def _scale(before: str, after: str) -> _Scale | None:
    """What stands before and after a number; None if something else stands there."""
    times = only_scale(after) if after else 1
    if not before and times:
        return _Scale(times)
    if before:
        short = split_scale(f"1{after}") if after else ("", "", 1)
        return _money(short[2], before) if short else None
    if usual(after) == PERCENT or after == PERCENT:
        return _Scale(unit=PERCENT)
    times, name = scaled(after) or (1, after)
    return _money(times, name)


def _money(times: int, name: str) -> _Scale | None:
    if is_currency(name):
        return _Scale(times, name)
    code = currency(name)
    return None if code is None else _Scale(times, code, "" if code else name)


def _value(digits: str, times: int) -> int | float | None:
    """The number, multiplied; None if the digits are none. A comma parts thousands, as in English."""
    readings = [each for _, each in numbers(_THOUSANDS.sub("", digits))]
    if len(readings) > 1:
        one, other = readings[0].rstrip("0"), readings[1]
        one = f"{one}0" if len(numbers(one)) > 1 else one.rstrip(".")
        raise CellError(f"{digits!r} can mean two numbers", f"write {one} or {other}")
    return cells.number(in_full(readings[0], times)) if readings else None
