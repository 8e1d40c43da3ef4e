"""A page per rule, and a list of them, from the rules themselves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..diagnostics.rule import Rule
from ..validation import registry
from .markdown import code, page, table
from .rule_text import printable

FOLDER = "reference/rules"

_HEAD = """# Rules

Every finding of `communique validate` belongs to a rule, which has a code and a name. `communique rule CODE` explains a
rule offline. CQ1xx are about reading a file, CQ2xx about its structure, CQ3xx about ids and references, CQ4xx about
values: dates, places, numbers, stages, conflicts. CQ5xx are about who takes part and what is left open, CQ6xx about
evidence, codes and texts, CQ7xx about exceptions in the settings."""


def pages() -> Iterator[tuple[str, str]]:
    """The pages: name below the folder of the documentation, and text."""
    rules = registry.rules()
    yield f"{FOLDER}/README.md", page(_HEAD, _list(rules))
    for rule in rules.values():
        yield f"{FOLDER}/{rule.code}.md", _page(rule)


def _list(rules: Mapping[str, type[Rule]]) -> str:
    rows = [(f"[{rule.code}]({rule.code}.md)", rule.name, str(rule.severity), rule.reason) for rule in rules.values()]
    return table(("code", "name", "severity", "why"), rows)


def _page(rule: type[Rule]) -> str:
    return page(
        f"# {rule.code} {rule.name}",
        f"Severity: {rule.severity}",
        f"**Why.** {rule.reason}",
        f"**How to fix.** {rule.fix}",
        *(_examples(rule) if rule.bad else ()),
    )


def _examples(rule: type[Rule]) -> Iterator[str]:
    left_out = "" if rule.whole else " (other fields are left out)"
    yield f"This record has the finding{left_out}:"
    yield _code(rule, rule.bad)
    yield "This one does not:"
    yield _code(rule, rule.good)


def _code(rule: type[Rule], example: str | bytes) -> str:
    return code(rule.suffix.removeprefix("."), printable(example))
