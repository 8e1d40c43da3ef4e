"""What a scalar means: the YAML 1.2 core schema, and numbers that every program keeps."""

from __future__ import annotations

import math
import re

MAX_DIGITS = 15
"""Decimal digits that an IEEE 754 double keeps: what JavaScript, R, Excel and most JSON readers make of a number."""

_CONSTANTS: dict[str, bool | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_INTEGER = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_NOT_FINITE = re.compile(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)")
_YAML_1_1 = {
    re.compile(r"(?i)y|yes|on"): "true",
    re.compile(r"(?i)n|no|off"): "false",
    re.compile(r"[-+]?0[0-9_]*[0-7][0-9_]*|0o[0-7]+"): "an octal number",
    re.compile(r"[-+]?[1-9][0-9]*_[0-9_]*"): "a number without the underscores",
    re.compile(r"[-+]?[1-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?"): "a number to base 60",
}

Plain = str | int | float | bool | None


class UnsafeNumberError(ValueError):
    """The number cannot be kept as it is written."""


def resolve(text: str) -> Plain:
    """The value of an unquoted YAML scalar by the core schema of YAML 1.2.2, section 10.3.

    Raises:
        UnsafeNumberError: it is a number, and not one that can be kept.
    """
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    if _NOT_FINITE.fullmatch(text):
        raise UnsafeNumberError(f"{text} is no number that JSON can hold")
    if _INTEGER.fullmatch(text):
        return number(text, integer=True)
    if _FLOAT.fullmatch(text):
        return number(text, integer=False)
    return text


def number(text: str, *, integer: bool) -> int | float:
    """The number that the text writes.

    Raises:
        UnsafeNumberError: it has more digits than a double keeps, or is too large for one.
    """
    mantissa = re.split("[eE]", text)[0] if not text.startswith("0x") else text[2:]
    digits = re.sub("[^0-9a-fA-F]", "", mantissa).strip("0")
    if len(digits) > MAX_DIGITS:
        raise UnsafeNumberError(f"a number of {len(digits)} digits; other programs keep {MAX_DIGITS}")
    if integer and len(text) <= 400:
        return int(text, 0) if text[:2] in ("0o", "0x") else int(text)
    value = float(text)
    if math.isinf(value):
        raise UnsafeNumberError("a number too large for other programs")
    return value


def yaml_1_1_reading(text: str) -> str | None:
    """What a YAML 1.1 reader would make of an unquoted scalar that YAML 1.2 reads otherwise; None if they agree."""
    return next((meaning for pattern, meaning in _YAML_1_1.items() if pattern.fullmatch(text)), None)
