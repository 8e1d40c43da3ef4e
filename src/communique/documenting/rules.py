"""A page for each rule, and a list of all rules, generated from the rules."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from ..diagnostics.rule import Rule
from ..validation import registry
from .markdown import code, page, table
from .rule_text import printable

FOLDER = "reference/rules"

_HEAD = """# Rules

Every finding of `communique validate` belongs to a rule, which has a code and a name. The rules are listed by subject.
`communique rule CODE` explains a rule offline."""


def pages() -> Iterator[tuple[str, str]]:
    """The pages: path below the documentation folder, and text."""
    rules = registry.rules().values()
    yield f"{FOLDER}/README.md", _overview(rules)
    for rule in rules:
        yield f"{FOLDER}/{rule.code}.md", _page(rule)


def _overview(rules: Iterable[type[Rule]]) -> str:
    by_subject: dict[str, list[type[Rule]]] = defaultdict(list)
    for rule in rules:
        by_subject[rule.subject()].append(rule)
    return page(_HEAD, *(f"## {subject.capitalize()}\n\n{_table(each)}" for subject, each in by_subject.items()))


def _table(rules: Iterable[type[Rule]]) -> str:
    rows = [(f"[{rule.code}]({rule.code}.md)", rule.name, str(rule.severity), rule.reason) for rule in rules]
    return table(("code", "name", "severity", "why"), rows)


def _page(rule: type[Rule]) -> str:
    return page(
        f"# {rule.code} {rule.name}",
        f"Severity: {rule.severity}. Subject: {rule.subject()}.",
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
