"""A page for each rule, and a list of all rules, generated from the rules."""

from __future__ import annotations

from collections.abc import Iterator

from ..diagnostics.rule import Rule
from ..validation import registry

_HEAD = """# Rules

Each kind of finding of `communique validate` has a code and a name; `communique rule CODE` explains it offline.
CQ1xx are about reading, CQ2xx about the schema, CQ3xx about ids, CQ4xx about dates, places, numbers, stages and
conflicting values, CQ5xx about speakers, completeness and texts, CQ6xx about evidence, web addresses and registered
codes, CQ7xx about the settings.

| code | name | severity | why |
| --- | --- | --- | --- |
"""


def pages() -> Iterator[tuple[str, str]]:
    """The pages: path below the documentation folder, and text."""
    rules = registry.rules()
    yield "rules/README.md", _list(rules)
    for rule in rules.values():
        yield f"rules/{rule.code}.md", _page(rule)


def _list(rules: dict[str, type[Rule]]) -> str:
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
        left_out = "" if rule.whole else " (other fields are left out)"
        parts += [f"Gives this finding{left_out}:", _code(rule, rule.bad), "Gives none:", _code(rule, rule.good)]
    return "\n\n".join(parts) + "\n"


def _code(rule: type[Rule], example: str | bytes) -> str:
    return f"```{rule.suffix.removeprefix('.')}\n{registry.printable(example)}\n```"
