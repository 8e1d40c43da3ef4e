"""Dates as text for people: never as EDTF, which tables and JSON have."""

from __future__ import annotations

from ..models import EdtfDate

_SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
_BETWEEN = {"": ("", "to"), "on": ("between ", "and"), "by": ("between ", "and")}
_UNKNOWN = "an unknown day"


def when(value: EdtfDate | None, preposition: str = "", *, up_to: str = "by") -> str:
    """A date in words as of `day_text`, with its weekday."""
    if value is None:
        return "undated"
    is_exact = value.precision in ("day", "time") and value.earliest
    return _worded(value, preposition, up_to, f" ({value.earliest:%A})" if is_exact else "")


def day_text(value: EdtfDate, preposition: str = "", *, up_to: str = "by") -> str:
    """A date in words after the preposition, with its qualifier. An interval has prepositions of its own instead.

    ``up_to`` is the one for an interval with an open start: "until" if what it dates lasts until then.

    >>> day_text(EdtfDate("../2025-08-08"), "on"), day_text(EdtfDate("2024-05-22/.."), "as of")
    ('by 2025-08-08', 'from 2024-05-22 on')
    """
    return _worded(value, preposition, up_to)


def _worded(value: EdtfDate, preposition: str, up_to: str, weekday: str = "") -> str:
    qualifier = f", {value.qualifier}" if value.qualifier else ""
    if "/" not in value:
        return f"{preposition} {_single(value)}{weekday}{qualifier}".lstrip()
    first, last = (_single(EdtfDate(end)) for end in value.split("/"))
    if first == "..":
        return f"{up_to} {last}{qualifier}"
    if last == "..":
        return f"from {first} on{qualifier}"
    before, between = _BETWEEN.get(preposition, ("from ", "to"))
    return f"{before}{first or _UNKNOWN} {between} {last or _UNKNOWN}{qualifier}"


def _single(value: EdtfDate) -> str:
    """A date that is no interval, without its qualifier; a season and digits that are not stated are in words."""
    text = value.rstrip("?~%")
    if "X" in text and value.precision in ("month", "year"):
        return f"{'a day' if text.count('-XX') == 1 and value.precision == 'month' else 'some time'} in {_stated(text)}"
    if "X" in text and value.earliest and value.latest:
        return f"the years {value.earliest.year} to {value.latest.year}"
    return f"{_SEASONS[text[-2:]]} {text[:-3]}" if value.precision == "season" else text


def _stated(text: str) -> str:
    return text.replace("-XX", "")
