"""A page per rule, and a list of them, from the rules themselves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..diagnostics.rule import Rule
from ..validation import registry
from .rule_text import printable

_HEAD = """# Rules

Each thing that `communique validate` can find has a code and a name; `communique rule CODE` explains it offline.
CQ1xx are about reading, CQ2xx about shape, CQ3xx about ids, CQ4xx about dates, places, numbers, stages and rival
values, CQ5xx about who says what and what nobody says, CQ6xx about evidence.

| code | name | severity | why |
| --- | --- | --- | --- |
"""


def pages() -> Iterator[tuple[str, str]]:
    """The pages: name below the folder of the documentation, and text."""
    rules = registry.rules()
    yield "rules/README.md", _list(rules)
    for rule in rules.values():
        yield f"rules/{rule.code}.md", _page(rule)


def _list(rules: Mapping[str, type[Rule]]) -> str:
    rows = [
        f"| [{rule.code}]({rule.code}.md) | {rule.name} | {rule.severity} | {rule.reason} |" for rule in rules.values()
    ]
    return _HEAD + "\n".join(rows) + "\n"


def _page(rule: type[Rule]) -> str:
    parts = [
        f"# {rule.code} {rule.name}",
        f"Severity: {rule.severity}",
        f"**Why.** {rule.reason}",
        f"**How to fix.** {rule.fix}",
    ]
    if rule.bad:
        left_out = "" if rule.whole else " (fields that do not matter are left out)"
        parts += [f"Gives this finding{left_out}:", _code(rule, rule.bad), "Gives none:", _code(rule, rule.good)]
    return "\n\n".join(parts) + "\n"


def _code(rule: type[Rule], example: str | bytes) -> str:
    return f"```{rule.suffix.removeprefix('.')}\n{printable(example)}\n```"
