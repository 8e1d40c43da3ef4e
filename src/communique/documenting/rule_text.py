"""A rule as text for a terminal, and its examples as printable text."""

from __future__ import annotations

from ..diagnostics.rule import Rule

_WIDEST = 110


def explain(rule: type[Rule]) -> str:
    """The rule as a page of text."""
    parts = [
        f"{rule.code} {rule.name} ({rule.severity})",
        f"Why: {rule.reason}",
        f"Fix: {rule.fix}",
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
