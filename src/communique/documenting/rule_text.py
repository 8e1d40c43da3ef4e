"""A rule as text for a terminal, and its examples as printable text."""

from __future__ import annotations

import textwrap

from ..diagnostics.rule import Rule

_WIDEST = 110


def explain(rule: type[Rule], width: int = _WIDEST) -> str:
    """The rule as a page of text, in lines of at most ``width`` letters; its examples are as they are."""
    parts = [
        f"{rule.code} {rule.name} ({rule.severity})",
        _wrapped(f"Why: {rule.reason}", width),
        _wrapped(f"Fix: {rule.fix}", width),
        *(f"{title}:\n{_indent(example)}" for title, example in (("Bad", rule.bad), ("Good", rule.good)) if example),
    ]
    return "\n\n".join(parts) + "\n"


def printable(example: str | bytes) -> str:
    """An example as printable text."""
    text = example if isinstance(example, str) else example.decode("utf-8", "backslashreplace")
    lines = (line if len(line) <= _WIDEST else line[: _WIDEST - 1] + "…" for line in text.splitlines())
    return "\n".join(lines).replace("\ufeff", "\\ufeff")


def _wrapped(text: str, width: int) -> str:
    return textwrap.fill(text, width, break_long_words=False, break_on_hyphens=False)


def _indent(example: str | bytes) -> str:
    return "\n".join(f"    {line}" for line in printable(example).splitlines())
