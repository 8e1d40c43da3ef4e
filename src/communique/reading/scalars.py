"""The value of a scalar: the YAML 1.2 core schema, and numbers that every program reads without loss."""

from __future__ import annotations

import math
import re
from contextlib import suppress
from datetime import date
from decimal import Decimal

from ..errors import CommuniqueError

MAX_DIGITS = 15
"""Decimal digits that an IEEE 754 double keeps; JavaScript, R, Excel and most JSON readers use doubles."""

_OTHER_UNIT = "use a larger or smaller unit"
_LONGEST = 400  # digits, in any base, of a number that may be within the range of a double

LONGEST_CONSTANT = len("false")
LAST_SIGN = "@"
"""The last character before the letters. What begins with a letter is a constant or text."""

_CONSTANTS: dict[str, bool | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_INTEGER = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_NOT_FINITE = re.compile(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)")
_DATE = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
# What YAML 1.1 (yaml.org/type) and YAML 1.1 programs read differently from the core schema.
_YAML_1_1 = {
    re.compile(r"(?i)y|yes|on"): "true",
    re.compile(r"(?i)n|no|off"): "false",
    _DATE: "a date",
    re.compile(
        r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt]|[ \t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}(\.[0-9]*)?"
        r"([ \t]*(Z|[-+][0-9]{1,2}(:[0-9]{2})?))?"
    ): "a time stamp",
    re.compile(r"[-+]?0[0-7_]+"): "an octal number",
    re.compile(r"[-+]?0b[01_]+"): "a binary number",
    re.compile(r"[-+]0x[0-9a-fA-F_]+|0x[0-9a-fA-F]*_[0-9a-fA-F_]*"): "a hexadecimal number",
    re.compile(r"(?=[^_]*_)[-+]?([0-9][0-9_]*(\.[0-9_]*)?|\.[0-9_]+)([eE][-+]?[0-9]+)?"): (
        "a number without the underscores"
    ),
    re.compile(r"[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?"): "a number to base 60",
    re.compile("=|<<"): "a special key",
}
_NUMBER_IN_BOTH = re.compile(r"[-+]?(0|[1-9][0-9]*)|0x[0-9a-fA-F]+|([-+]?[0-9]+\.[0-9]*|\.[0-9]+)([eE][-+][0-9]+)?")

Plain = str | int | float | bool | None


class UnsafeNumberError(CommuniqueError, ValueError):
    """The number would change its value in other programs; ``help`` says what to do."""

    def __init__(self, message: str, help: str = "") -> None:
        super().__init__(message)
        self.help = f"{help or _OTHER_UNIT}, or put it in quotes if it is a name, not a number"


def _is_certainly_text(text: str) -> bool:
    """Whether the text is too long for a constant and begins as no number and no date does. Most texts do."""
    return len(text) > LONGEST_CONSTANT and text > LAST_SIGN


def resolve(text: str) -> Plain:
    """The value of an unquoted YAML scalar by the core schema of YAML 1.2.2, section 10.3.

    Raises:
        UnsafeNumberError: it is a number that would change its value in other programs.
    """
    if _is_certainly_text(text):
        return text
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    if _NOT_FINITE.fullmatch(text):
        raise UnsafeNumberError(f"{text} cannot be written in JSON", "use a finite number")
    if _INTEGER.fullmatch(text):
        return number(text, integer=True)
    if _FLOAT.fullmatch(text):
        return number(text, integer=False)
    return text


def number(text: str, *, integer: bool) -> int | float:
    """The number that is written in the text.

    Raises:
        UnsafeNumberError: it has more digits than a double keeps, or is too large or too small for one.
    """
    if text[:2] in ("0o", "0x"):
        return _of_another_base(text)
    digits = re.sub("[^0-9]", "", re.split("[eE]", text)[0]).strip("0")
    if len(digits) > MAX_DIGITS:
        message = f"number has {len(digits)} digits; other programs keep only {MAX_DIGITS}"
        raise UnsafeNumberError(message, f"round it to {MAX_DIGITS} digits")
    value = float(text)
    if math.isinf(value):
        raise UnsafeNumberError("number is too large for other programs")
    # Near zero a double keeps fewer digits, and in the end none.
    if digits and (value == 0 or Decimal(repr(value)) != Decimal(text)):
        raise UnsafeNumberError("number is too close to zero for other programs")
    return int(Decimal(text)) if integer else value


def _of_another_base(text: str) -> int | float:
    """A number in base 8 or 16. Its decimal digits are counted, because other programs write it in decimal."""
    written = text[2:].lstrip("0") or "0"
    if len(written) > _LONGEST:
        raise UnsafeNumberError("number is too large for other programs")
    return number(str(int(written, 16 if text[1] == "x" else 8)), integer=True)


def yaml_1_1_reading(text: str) -> str | None:
    """How YAML 1.1 programs read an unquoted scalar that YAML 1.2 reads differently; None if they agree."""
    if _is_certainly_text(text):
        return None
    if meaning := next((meaning for pattern, meaning in _YAML_1_1.items() if pattern.fullmatch(text)), None):
        return None if _is_no_day(text) else meaning
    is_number = _INTEGER.fullmatch(text) or _FLOAT.fullmatch(text)
    return "text" if is_number and not _NUMBER_IN_BOTH.fullmatch(text) else None


def _is_no_day(text: str) -> bool:
    """Whether it looks like a date and is not one: other programs refuse it, and another rule reports it."""
    if not (match := _DATE.fullmatch(text)):
        return False
    try:
        date(*map(int, match.groups()))
    except ValueError:
        return True
    return False


def is_read_as_text(text: str) -> bool:
    """Whether YAML 1.1 and YAML 1.2 programs read the unquoted scalar as this very text.

    >>> is_read_as_text("speech"), is_read_as_text("no"), is_read_as_text("12")
    (True, False, False)
    """
    with suppress(UnsafeNumberError):
        return resolve(text) == text and yaml_1_1_reading(text) is None
    return False


def reading_as_key(text: str) -> str | None:
    """How other programs read an unquoted key, which is text here; None if they read it as text too."""
    if _is_certainly_text(text):
        return None
    if text in _CONSTANTS:
        return {True: "true", False: "false", None: "null"}[_CONSTANTS[text]]
    if _INTEGER.fullmatch(text) or _FLOAT.fullmatch(text) or _NOT_FINITE.fullmatch(text):
        return "a number"
    return yaml_1_1_reading(text)


def spelled(value: float) -> str:
    """The number written so that YAML 1.1 and YAML 1.2 programs read it alike.

    >>> spelled(1e-7), spelled(1e3), spelled(12)
    ('1.0e-07', '1000.0', '12')
    """
    mantissa, e, exponent = repr(value).partition("e")
    return f"{mantissa}.0e{exponent}" if e and "." not in mantissa else repr(value)
