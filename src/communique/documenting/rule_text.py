"""A rule as text for a terminal, and its examples as printable text."""

from __future__ import annotations

from ..diagnostics.rule import Rule
from ..text.filling import fill

_WIDEST = 110


def explain(rule: type[Rule], width: int = _WIDEST) -> str:
    """The rule as a page of text, in lines of at most ``width`` letters; its examples are as they are."""
    parts = [
        f"{rule.code} {rule.name} ({rule.severity})",
        fill(f"Why: {rule.reason}", width),
        fill(f"Fix: {rule.fix}", width),
        *(f"{title}:\n{_indent(example)}" for title, example in (("Bad", rule.bad), ("Good", rule.good)) if example),
    ]
    return "\n\n".join(parts) + "\n"


def printable(example: str | bytes) -> str:
    """An example as printable text."""
    text = example if isinstance(example, str) else example.decode("utf-8", "backslashreplace")
    lines = (line if len(line) <= _WIDEST else line[: _WIDEST - 1] + "…" for line in text.splitlines())
    return "\n".join(lines).replace("\ufeff", "\\ufeff")


def _indent(example: str | bytes) -> str:
    return "\n".join(f"    {line}" for line in printable(example).splitlines())
